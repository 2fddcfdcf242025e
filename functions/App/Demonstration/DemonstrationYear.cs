using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Demonstration;

/// <summary>
/// The files of a year as staff would upload them, with dates relative to a given day: five past sessions, the next one within two weeks,
/// then one each month.
/// </summary>
static partial class DemonstrationYear
{
    const string Root = "demonstration/";
    const string ProgrammeTemplate = Root + "programme.yaml";
    const int PastSessions = 5;
    const int RegistrationDays = 60;
    const int DaysToPassOn = 14;

    /// <summary>The programme file with its placeholders replaced by dates.</summary>
    public static string Programme(DateOnly today)
    {
        var text = new StringBuilder();
        var session = -1;
        foreach (var line in Encoding.UTF8.GetString(Read(ProgrammeTemplate)).Split('\n'))
        {
            if (line.Contains("@MONTH", StringComparison.Ordinal)) session++;
            text.Append(Dated(line, DateOf(session, today))).Append('\n');
        }

        return text.ToString();
    }

    /// <summary>
    /// Notes and pictures of the past sessions: blob names and bytes, the pictures of a session before its notes. In notes, placeholders
    /// stand for later days and ids of sessions.
    /// </summary>
    public static IEnumerable<(string Name, byte[] Content)> Notes(DateOnly today) =>
        from resource in typeof(DemonstrationYear).Assembly.GetManifestResourceNames()
        where resource.StartsWith(Root, StringComparison.Ordinal) && resource != ProgrammeTemplate
        let path = resource[Root.Length..].Replace('\\', '/')
        orderby path.EndsWith(".md", StringComparison.Ordinal)
        let slug = path[..path.IndexOf('/', StringComparison.Ordinal)]
        where SessionOf(slug, today) >= 0
        let name = IdOf(slug, today) + path[slug.Length..]
        select (name, path.EndsWith(".md", StringComparison.Ordinal) ? Text(resource, slug, today) : Read(resource));

    /// <summary>The Good Practice report, and the foreword for the year of the last past session.</summary>
    public static IEnumerable<(string Name, byte[] Content)> YearDocuments(DateOnly today) =>
    [
        ("good-practice/notes.md", Read($"{Root}good-practice/notes.md")),
        (DateOf(PastSessions - 1, today).ToString("yyyy'/vorwort.md'", CultureInfo.InvariantCulture), Read($"{Root}vorwort/vorwort.md")),
    ];

    static byte[] Text(string resource, string slug, DateOnly today)
    {
        var later = DateOf(SessionOf(slug, today), today).AddDays(DaysToPassOn).ToString("d. MMMM yyyy", Berlin.German);
        var text = Encoding.UTF8.GetString(Read(resource)).Replace("@LATER", later, StringComparison.Ordinal);
        return Encoding.UTF8.GetBytes(SessionSign().Replace(text, match => IdOf(match.Groups["slug"].Value, today)));
    }

    [GeneratedRegex("@SESSION-(?<slug>[a-z-]+[a-z])")]
    private static partial Regex SessionSign();

    static string IdOf(string slug, DateOnly today) => Ids(today)[SessionOf(slug, today)];

    static int SessionOf(string slug, DateOnly today) =>
        Array.FindIndex(Ids(today), id => id.EndsWith($"-{slug}", StringComparison.Ordinal));

    static string[] Ids(DateOnly today)
    {
        const string before = "- id: ";
        return [.. Programme(today).Split('\n').Where(line => line.Contains(before, StringComparison.Ordinal))
            .Select(line => line[(line.IndexOf(before, StringComparison.Ordinal) + before.Length)..].Trim())];
    }

    /// <summary>
    /// Always a Tuesday. The next session is one to two weeks from now; the others are on the same Tuesday of their month (first to
    /// fourth).
    /// </summary>
    static DateOnly DateOf(int session, DateOnly today)
    {
        var next = TuesdayFrom(today.AddDays(7));
        if (session == PastSessions) return next;

        var month = new DateOnly(next.Year, next.Month, 1).AddMonths(session - PastSessions);
        return TuesdayFrom(month).AddDays(7 * Math.Min((next.Day - 1) / 7, 3));
    }

    static DateOnly TuesdayFrom(DateOnly day) => day.AddDays((DayOfWeek.Tuesday - day.DayOfWeek + 7) % 7);

    static string Dated(string line, DateOnly date) => line
        .Replace("@MONTH", date.ToString("yyyy-MM", CultureInfo.InvariantCulture), StringComparison.Ordinal)
        .Replace("@DATE", Day(date), StringComparison.Ordinal)
        .Replace("@OPENS", Day(date.AddDays(-RegistrationDays)), StringComparison.Ordinal)
        .Replace("@CLOSES", Day(date.AddDays(-1)), StringComparison.Ordinal);

    static string Day(DateOnly date) => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);

    static byte[] Read(string resource)
    {
        using var stream = typeof(DemonstrationYear).Assembly.GetManifestResourceStream(resource)!;
        using var bytes = new MemoryStream();
        stream.CopyTo(bytes);
        return bytes.ToArray();
    }
}
