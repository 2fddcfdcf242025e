using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Text;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.MailingList.Contacts;

/// <summary>The rules for an address that staff enter, by the page's form or by a line of a file.</summary>
static class ContactCheck
{
    /// <summary>German names of <see cref="ContactKind"/>.</summary>
    public static readonly IReadOnlyList<(string Name, ContactKind Kind)> Kinds =
        [("Unternehmen", ContactKind.Company), ("Multiplikator", ContactKind.Multiplier)];

    const int LongestSource = 300;

    static readonly string[] Yes = ["ja", "true", "on", "1", "x", "j"], No = ["nein", "false", "0", "n", ""];

    /// <param name="fields">As staff typed them.</param>
    /// <param name="today">Nobody consents in the future.</param>
    /// <returns>What to enter, or what is wrong, field by field.</returns>
    public static (ContactEntry? Entry, FieldProblems Problems) Check(ContactFields fields, DateOnly today)
    {
        var problems = new FieldProblems();
        var (email, problem) = EmailAddress.Read(fields.Email);
        problems.Add("email", problem?.German);
        var contact = Read(fields.Name.Trim(), fields.Organisation.Trim(), fields.Kind.Trim(), problems);
        var regions = Find(fields.Regions, Region.All, region => region.Key, region => region.Name);
        if (regions.Contains(null)) problems.Add("regions", Region.Unknown);
        var sectors = Find(fields.Sectors, Sector.All, sector => sector.Key, sector => sector.Name);
        if (sectors.Contains(null)) problems.Add("sectors", Sector.Unknown);
        string[] topics = [.. fields.Topics.Select(topic => topic.Trim()).Where(topic => topic.Length > 0)];
        if (topics.Any(topic => topic.Length > Contact.LongestText || topic.Any(char.IsControl)))
            problems.Add("topics", $"Ein Schwerpunkt ist eine Zeile mit höchstens {Contact.LongestText} Zeichen.");
        var documentation = FoldedText.Of(fields.Documentation.Trim());
        if (!Yes.Contains(documentation) && !No.Contains(documentation)) problems.Add("documentation", "Erwartet wird „ja“ oder „nein“.");
        var language = Language.All.FirstOrDefault(one => IsCalled(one, fields.Language.Trim()));
        if (fields.Language.Trim().Length > 0 && language is null)
            problems.Add("language", $"Möglich sind: {string.Join(", ", Language.All.Select(one => one.CalledByStaff))}.");
        var given = CheckEvidence(fields, problems, today);
        if (problems.Any) return (null, problems);

        var preferences = new Preferences([.. regions.OfType<Region>().Distinct()], Yes.Contains(documentation))
        {
            Sectors = [.. sectors.OfType<Sector>().Distinct()],
            Topics = [.. topics.Distinct(StringComparer.OrdinalIgnoreCase)],
        };
        return (new(email!.Value, contact, preferences, language ?? Language.German, fields.Source.Trim(), given), problems);
    }

    /// <summary>Whose address it is, as it was typed; a kind that is left out is a company.</summary>
    public static Contact Read(string name, string organisation, string kind, FieldProblems problems)
    {
        CheckLine(problems, "name", name);
        CheckLine(problems, "organisation", organisation);
        var (named, known) = Kinds.FirstOrDefault(one => FoldedText.Of(kind).StartsWith(FoldedText.Of(one.Name), StringComparison.Ordinal));
        if (kind.Length > 0 && named is null)
            problems.Add("kind", $"Möglich sind: {string.Join(", ", Kinds.Select(one => one.Name))}.");
        return new(name, organisation, known);
    }

    static bool IsCalled(Language language, string typed) => new[] { language.Code, language.CalledByStaff, language.CalledByItself }
        .Any(name => name.Equals(typed, StringComparison.OrdinalIgnoreCase));

    static DateOnly? CheckEvidence(ContactFields fields, FieldProblems problems, DateOnly today)
    {
        var (source, written) = (fields.Source.Trim(), fields.Given.Trim());
        if (source.Length > LongestSource || source.Any(char.IsControl))
            problems.Add("source", $"Die Quelle ist eine Zeile mit höchstens {LongestSource} Zeichen.");
        if (source.Length == 0 && written.Length > 0)
            problems.Add("source", "Zum Datum der Einwilligung fehlt, wo sie erteilt wurde und wo der Nachweis liegt.");
        var given = FileTime.ReadDate(written);
        if (written.Length == 0 && source.Length > 0) problems.Add("given", "Zur Quelle fehlt der Tag, an dem eingewilligt wurde.");
        else if (written.Length > 0 && given is null) problems.Add("given", "Erwartet wird ein Tag wie 03.04.2026.");
        else if (given > today) problems.Add("given", "Dieser Tag kommt erst noch.");
        return given;
    }

    static void CheckLine(FieldProblems problems, string field, string text)
    {
        if (text.Length > Contact.LongestText || text.Any(char.IsControl))
            problems.Add(field, $"Erwartet wird eine Zeile mit höchstens {Contact.LongestText} Zeichen.");
    }

    /// <summary>By key or by name; of „Erfurt, Stadt“ the first word is enough.</summary>
    static List<T?> Find<T>(IReadOnlyList<string> typed, IReadOnlyList<T> all, Func<T, string> keyOf, Func<T, string> nameOf)
        where T : class => [.. typed.Select(text => text.Trim()).Where(text => text.Length > 0).Select(text => all.FirstOrDefault(one =>
            keyOf(one).Equals(text, StringComparison.OrdinalIgnoreCase) || FoldedText.Of(nameOf(one)) == FoldedText.Of(text)
            || FoldedText.Of(nameOf(one)) == FoldedText.Of($"{text}, Stadt")))];
}
