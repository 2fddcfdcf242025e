using ThaffFunctions.Insights.Reading;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Insights;

/// <summary>
/// Finds dates and references to other sessions in notes that cannot be right. The register takes them over all the same; staff get hints.
/// </summary>
public sealed class InsightChecks(ProgrammeQuery programme)
{
    const int LettersNamed = 60;

    /// <returns>One hint in German for each of them.</returns>
    public async Task<IReadOnlyList<string>> FindAsync(InsightSource source, IReadOnlyList<NotedInsight> noted,
        CancellationToken cancellation)
    {
        List<string> hints = [];
        foreach (var entry in noted)
        {
            if (entry.Progress.Passed is { } passed && passed.On < Berlin.Date(source.Start))
                hints.Add($"„{Cut.To(entry.Text, LettersNamed)}“ wurde laut Mitschrift am {passed.On:dd.MM.yyyy} weitergegeben, also "
                    + "vor dem Termin. Bitte das Datum prüfen.");
            if (entry.Progress.Answer?.Session is { } session && await CheckSessionAsync(source.Id, session, cancellation) is { } problem)
                hints.Add($"„{Cut.To(entry.Text, LettersNamed)}“: {problem}");
        }

        return hints;
    }

    async Task<string?> CheckSessionAsync(SessionId asked, SessionId answered, CancellationToken cancellation)
    {
        if (answered == asked) return "Als Termin, der die Antwort gab, ist derselbe angegeben, in dem gefragt wurde. Erwartet wird ein "
            + "späterer.";

        return await programme.FindAsync(answered, cancellation) is null
            ? $"Im Programm gibt es keinen Termin „{answered}“. Bitte die Kennung prüfen; sobald es ihn gibt, führt der Verweis dorthin."
            : null;
    }
}
