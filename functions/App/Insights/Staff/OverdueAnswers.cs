using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Insights.Staff;

/// <summary>What the start page says of the register: what was passed on and should have been answered by now.</summary>
sealed class OverdueAnswers(InsightQuery insights, TimeProvider clock)
{
    const int MaxLetters = 80;

    public async Task<IReadOnlyList<ToDo>> LookAsync(CancellationToken cancellation)
    {
        var overdue = Among(await insights.AllAsync(cancellation), await insights.LeftBehindAsync(cancellation),
            Berlin.Date(clock.GetUtcNow()));
        return
        [
            .. overdue.Select(insight => new ToDo($"{Shortened(insight.Text)} (Antwort von {insight.Progress.Passed!.To} erwartet bis "
                    + $"{insight.Progress.Passed.AnswerBy!.Value.ToString("d. MMMM yyyy", Berlin.German)})", RecordInsight.PathOf(insight.Id))),
        ];
    }

    /// <summary>Those that wait longest first.</summary>
    /// <param name="register">What is public.</param>
    /// <param name="leftBehind">What no published notes contain any more: who was asked may still owe an answer.</param>
    /// <param name="today">The day.</param>
    public static IReadOnlyList<Insight> Among(
        IEnumerable<SessionInsights> register, IEnumerable<Insight> leftBehind, DateOnly today) =>
    [
        .. register.SelectMany(session => session.Insights).Concat(leftBehind)
            .Where(insight => insight.IsFollowedUp && insight.Progress.IsOverdueOn(today))
            .OrderBy(insight => insight.Progress.Passed!.AnswerBy),
    ];

    static string Shortened(string text) =>
        text.Length <= MaxLetters ? text : string.Concat(text.AsSpan(0, NotesReading.Cut.Length(text, 0, MaxLetters)), " …");
}
