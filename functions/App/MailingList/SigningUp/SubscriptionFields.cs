using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>What somebody typed into the sign-up form, right or wrong.</summary>
/// <param name="Email">The address.</param>
/// <param name="Regions">Keys; none: all.</param>
/// <param name="Sectors">Keys; none: all.</param>
/// <param name="Topics">Keys (<see cref="NewsletterChoiceModel.KeyOf"/>) or, from programs, the topics themselves; none: all.</param>
/// <param name="Documentation">Whether they want to hear of new documentations.</param>
public sealed record SubscriptionFields(
    string Email, IReadOnlyList<string> Regions, IReadOnlyList<string> Sectors, IReadOnlyList<string> Topics, bool Documentation)
{
    /// <summary>The fields that may be given several times.</summary>
    public static readonly string[] Lists = ["regions", "sectors", "topics"];

    public static readonly SubscriptionFields Empty = new("", [], [], [], false);

    public static SubscriptionFields Read(FormBody body) => new(
        body["email"].Trim(), body.List("regions"), body.List("sectors"), body.List("topics"), body.Has("documentation"));

    /// <summary>For a page that gives back what was typed.</summary>
    public TypedInput Returned(Language language) => new(
        [
            new("email", Email, language.Say("E-Mail-Adresse", "E-mail address")),
            .. Regions.Select(key => new TypedField("regions", key, language.Say("Region", "Region"), Region.Find(key)?.NameIn(language))),
            .. Sectors.Select(key => new TypedField("sectors", key, language.Say("Branche", "Sector"), Sector.Find(key)?.NameIn(language))),
            .. Topics.Select(key => new TypedField("topics", key, language.Say("Schwerpunkt", "Topic"), Uri.UnescapeDataString(key))),
            new("documentation", Documentation ? "true" : "",
                language.Say("Hinweise auf neue Dokumentationen", "Notices of new documentation"),
                language.Say("ja", "yes")),
        ],
        language.PathOf(ShowNewsletter.Path));

    /// <summary>The address and the choice, or what is wrong, field by field.</summary>
    /// <param name="topics">Those that can be chosen.</param>
    /// <param name="language">Of the problems.</param>
    public (EmailAddress? Email, Preferences Preferences, FieldProblems Problems) Check(IReadOnlyList<string> topics, Language language)
    {
        var problems = new FieldProblems();
        var (email, problem) = EmailAddress.Read(Email);
        problems.Add("email", problem is null ? null : language.Say(problem));

        var regions = Regions.Distinct().Select(Region.Find).ToList();
        if (regions.Contains(null)) problems.Add("regions", FromTheList("Regionen", "Regions"));
        var sectors = Sectors.Distinct().Select(Sector.Find).ToList();
        if (sectors.Contains(null)) problems.Add("sectors", FromTheList("Branchen", "Sectors"));
        var chosen = Topics.Select(key => topics.FirstOrDefault(topic => IsOf(topic, key))).Distinct().ToList();
        if (chosen.Contains(null)) problems.Add("topics", FromTheList("Schwerpunkte", "Topics"));
        var preferences = new Preferences([.. regions.OfType<Region>()], Documentation)
        {
            Sectors = [.. sectors.OfType<Sector>()],
            Topics = [.. chosen.OfType<string>()],
        };
        return (email, preferences, problems);

        string FromTheList(string german, string english) => language.Say(
            $"{german}: Bitte wählen Sie aus der Liste.", $"{english}: please choose from the list.");
    }

    public static bool IsOf(string topic, string key) =>
        string.Equals(topic, Uri.UnescapeDataString(key), StringComparison.OrdinalIgnoreCase);
}
