using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

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
    public TypedInput Returned() => new(
        [
            new("email", Email, "E-Mail-Adresse"),
            .. Regions.Select(key => new TypedField("regions", key, "Region", Region.Find(key)?.Name)),
            .. Sectors.Select(key => new TypedField("sectors", key, "Branche", Sector.Find(key)?.Name)),
            .. Topics.Select(key => new TypedField("topics", key, "Schwerpunkt", Uri.UnescapeDataString(key))),
            new("documentation", Documentation ? "true" : "", "Hinweise auf neue Dokumentationen", "ja"),
        ],
        ShowNewsletter.Path);

    /// <summary>The address and the choice, or what is wrong, field by field.</summary>
    /// <param name="topics">Those that can be chosen.</param>
    public (EmailAddress? Email, Preferences Preferences, FieldProblems Problems) Check(IReadOnlyList<string> topics)
    {
        var problems = new FieldProblems();
        var (email, problem) = EmailAddress.Read(Email);
        problems.Add("email", problem);

        var regions = Regions.Distinct().Select(Region.Find).ToList();
        if (regions.Contains(null)) problems.Add("regions", "Regionen: Bitte wählen Sie aus der Liste.");
        var sectors = Sectors.Distinct().Select(Sector.Find).ToList();
        if (sectors.Contains(null)) problems.Add("sectors", "Branchen: Bitte wählen Sie aus der Liste.");
        var chosen = Topics.Select(key => topics.FirstOrDefault(topic => IsOf(topic, key))).Distinct().ToList();
        if (chosen.Contains(null)) problems.Add("topics", "Schwerpunkte: Bitte wählen Sie aus der Liste.");
        var preferences = new Preferences([.. regions.OfType<Region>()], Documentation)
        {
            Sectors = [.. sectors.OfType<Sector>()],
            Topics = [.. chosen.OfType<string>()],
        };
        return (email, preferences, problems);
    }

    public static bool IsOf(string topic, string key) =>
        string.Equals(topic, Uri.UnescapeDataString(key), StringComparison.OrdinalIgnoreCase);
}
