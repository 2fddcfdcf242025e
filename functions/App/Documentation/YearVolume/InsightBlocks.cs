using AccessiblePdf.Model;
using ThaffFunctions.Insights;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>A year's part of the register: one section for each kind, with the entries of each session and a link to its chapter.</summary>
static class InsightBlocks
{
    static readonly (InsightKind Kind, string Title)[] Kinds =
    [
        (InsightKind.Finding, "Erkenntnisse"), (InsightKind.Result, "Ergebnisse"),
        (InsightKind.OpenQuestion, "Offene Fragen"), (InsightKind.Concern, "Anliegen"),
    ];

    public static IEnumerable<Block> Of(IReadOnlyList<SessionInsights> insights)
    {
        var titles = insights.ToDictionary(session => session.Source.Id, session => session.Source.Title);
        yield return new Heading(1, "Register der Erkenntnisse");
        foreach (var (kind, title) in Kinds)
        {
            var sessions = insights
                .Select(session => session with { Insights = [.. session.Insights.Where(insight => insight.Kind == kind)] })
                .Where(session => session.Insights.Count > 0)
                .ToList();
            if (sessions.Count == 0) continue;

            yield return new Heading(2, title);
            foreach (var (source, entries) in sessions)
            {
                yield return new Heading(3, source.Title);
                yield return new Paragraph($"{Berlin.Day(source.Start)} · ", new Reference(source.Id.Value, "zum Termin"));
                var paragraphs = entries.Select(entry => new Paragraph([entry.Text, .. StateOf(entry, titles)]));
                yield return new BulletList([.. paragraphs.Select(paragraph => new ListItem(paragraph))]);
            }
        }
    }

    static IEnumerable<Inline> StateOf(Insight entry, Dictionary<SessionId, string> titles)
    {
        if (!entry.IsFollowedUp) return [];

        Inline[] state = entry.Progress switch
        {
            { Answer: { Text: { } text } answer } => [Said($"Beantwortet{On(answer.On)}: {text}")],
            { Answer: { Session: { } session } answer } when titles.TryGetValue(session, out var title) =>
                [Said($"Beantwortet{On(answer.On)} im Termin "), new Reference(session.Value, Said(title))],
            { Answer: { } answer } => [Said($"Beantwortet{On(answer.On)}")],
            { Passed: { } passed } => [Said($"Weitergegeben{On(passed.On)} an {passed.To}")],
            _ => [Said(entry.Kind == InsightKind.Concern ? "Aufgenommen" : "Offen")],
        };
        return [new LineBreak(), .. state];
    }

    static TextRun Said(string text) => new(text, TextStyle.Italic);

    static string On(DateOnly? day) => day is { } known ? $" am {known.ToString("d. MMMM yyyy", Berlin.German)}" : "";
}
