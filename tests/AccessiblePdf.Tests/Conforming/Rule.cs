namespace AccessiblePdf.Tests.Conforming;

/// <summary>A rule of veraPDF's profiles PDF/UA-1 and PDF/A-2a, or several that say the same.</summary>
/// <param name="Ids">Profile, clause and test number: <c>UA:7.1-3</c>, <c>A:6.2.11.8-1</c>; separated by spaces, the last number may be a
/// range.</param>
/// <param name="Broken">Where a file breaks it.</param>
sealed record Rule(string Ids, Func<PdfFacts, IEnumerable<string>> Broken)
{
    /// <summary>A rule about something that no file of ours may hold at all.</summary>
    public static Rule Never(string ids, Func<PdfFacts, bool> occurs) => new(ids, facts => occurs(facts) ? ["occurs"] : []);

    public static IReadOnlyList<Rule> All { get; } = [.. FileRules.All, .. AbsenceRules.All, .. MetadataRules.All, .. FontRules.All,
        .. StructureRules.All, .. TableRules.All, .. AnnotationRules.All];

    /// <summary>Each id by itself.</summary>
    public IEnumerable<string> EachId => Ids.Split(' ').SelectMany(Expanded);

    public static IEnumerable<string> Problems(PdfFacts facts) =>
        All.SelectMany(rule => rule.Broken(facts).Select(where => $"{rule.Ids}: {where}"));

    public static IEnumerable<string> Expanded(string id)
    {
        var (clause, numbers) = (id[..(id.IndexOf('-', StringComparison.Ordinal) + 1)],
            id[(id.IndexOf('-', StringComparison.Ordinal) + 1)..]);
        var ends = numbers.Split("..").Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
        return Enumerable.Range(ends[0], ends[^1] - ends[0] + 1).Select(number => clause + number);
    }
}
