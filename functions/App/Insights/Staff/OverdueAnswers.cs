using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Insights.Staff;

/// <summary>What the start page says of the register: what was passed on and should have been answered by now.</summary>
sealed class OverdueAnswers(InsightQuery insights, TimeProvider clock)
{
    const int MaxLetters = 80;

    public async Task<IReadOnlyList<ToDo>> LookAsync(CancellationToken cancellation)
    {
        var today = Berlin.Date(clock.GetUtcNow());
        return
        [
            .. (await insights.AllAsync(cancellation)).SelectMany(session => session.Insights)
                .Where(insight => insight.IsFollowedUp && insight.Progress.IsOverdueOn(today))
                .OrderBy(insight => insight.Progress.Passed!.AnswerBy)
                .Select(insight => new ToDo($"{Shortened(insight.Text)} (Antwort von {insight.Progress.Passed!.To} erwartet bis "
                    + $"{insight.Progress.Passed.AnswerBy!.Value.ToString("d. MMMM yyyy", Berlin.German)})", RecordInsight.PathOf(insight.Id))),
        ];
    }

    static string Shortened(string text) =>
        text.Length <= MaxLetters ? text : string.Concat(text.AsSpan(0, NotesReading.Cut.Length(text, 0, MaxLetters)), " …");
}
