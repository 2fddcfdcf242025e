using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Insights.Staff;

/// <summary>What the start page says of the register: what was passed on and should have been answered by now.</summary>
sealed class OverdueConcerns(InsightQuery insights, TimeProvider clock)
{
    const int MaxLetters = 80;

    public async Task<IReadOnlyList<ToDo>> LookAsync(CancellationToken cancellation)
    {
        var today = Berlin.Date(clock.GetUtcNow());
        return
        [
            .. (await insights.AllAsync(cancellation)).SelectMany(session => session.Insights)
                .Where(entry => entry.IsFollowedUp && entry.Progress.IsOverdueOn(today))
                .OrderBy(entry => entry.Progress.Passed!.AnswerBy)
                .Select(entry => new ToDo($"{Shortened(entry.Text)} (Antwort von {entry.Progress.Passed!.To} erwartet bis "
                    + $"{entry.Progress.Passed.AnswerBy!.Value.ToString("d. MMMM yyyy", Berlin.German)})", RecordEntry.PathOf(entry.Id))),
        ];
    }

    static string Shortened(string text) =>
        text.Length <= MaxLetters ? text : string.Concat(text.AsSpan(0, NotesReading.Cut.Length(text, 0, MaxLetters)), " …");
}
