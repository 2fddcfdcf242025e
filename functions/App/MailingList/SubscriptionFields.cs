using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>What somebody typed into the sign-up form, right or wrong.</summary>
public sealed record SubscriptionFields(string Email, IReadOnlyList<string> Regions, bool Documentation)
{
    public static readonly SubscriptionFields Empty = new("", [], false);

    public static SubscriptionFields Read(FormBody body) => new(body["email"].Trim(), body.List("regions"), body.Has("documentation"));

    /// <summary>For a page that gives back what was typed.</summary>
    public TypedInput Returned() => new(
        [
            new("email", Email, "E-Mail-Adresse"),
            .. Regions.Select(key => new TypedField("regions", key, "Region", Region.Find(key)?.Name)),
            new("documentation", Documentation ? "true" : "", "Hinweise auf neue Dokumentationen", "ja"),
        ],
        ShowNewsletter.Path);

    /// <summary>The address and the choice, or what is wrong, field by field.</summary>
    public (EmailAddress? Email, Preferences Preferences, FieldProblems Problems) Check()
    {
        var problems = new FieldProblems();
        var (email, problem) = EmailAddress.Read(Email);
        problems.Add("email", problem);

        var regions = Regions.Distinct().Select(Region.Find).ToList();
        if (regions.Contains(null)) problems.Add("regions", "Regionen: Bitte wählen Sie aus der Liste.");
        return (email, new([.. regions.OfType<Region>()], Documentation), problems);
    }
}
