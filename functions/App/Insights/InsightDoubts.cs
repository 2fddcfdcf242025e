using ThaffFunctions.Insights.Reading;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Insights;

/// <summary>What notes say of dates and other sessions and cannot be right. It is taken over all the same; staff are told.</summary>
public sealed class InsightDoubts(ProgrammeQuery programme)
{
    const int LettersNamed = 60;

    /// <returns>In German, one for each.</returns>
    public async Task<IReadOnlyList<string>> OfAsync(InsightSource source, IReadOnlyList<NotedInsight> noted,
        CancellationToken cancellation)
    {
        List<string> doubts = [];
        foreach (var entry in noted)
        {
            if (entry.Progress.Passed is { } passed && passed.On < Berlin.Date(source.Start))
                doubts.Add($"„{Cut.To(entry.Text, LettersNamed)}“ wurde laut Mitschrift am {passed.On:dd.MM.yyyy} weitergegeben, also "
                    + "vor dem Termin. Bitte das Datum prüfen.");
            if (entry.Progress.Answer?.Session is { } session && await DoubtAsync(source.Id, session, cancellation) is { } doubt)
                doubts.Add($"„{Cut.To(entry.Text, LettersNamed)}“: {doubt}");
        }

        return doubts;
    }

    async Task<string?> DoubtAsync(SessionId asked, SessionId answered, CancellationToken cancellation)
    {
        if (answered == asked) return "Als Termin, der die Antwort gab, ist derselbe angegeben, in dem gefragt wurde. Erwartet wird ein "
            + "späterer.";

        return await programme.FindAsync(answered, cancellation) is null
            ? $"Im Programm gibt es keinen Termin „{answered}“. Bitte die Kennung prüfen; sobald es ihn gibt, führt der Verweis dorthin."
            : null;
    }
}
