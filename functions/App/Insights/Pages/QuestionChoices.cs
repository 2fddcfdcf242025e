using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Insights.Pages;

/// <summary>
/// Years, focuses and sectors that the register has, and what was chosen: a form that shows less than it filters by would be misread.
/// </summary>
public sealed record QuestionChoices(IReadOnlyList<int> Years, IReadOnlyList<string> Focuses, IReadOnlyList<Sector> Sectors)
{
    public static QuestionChoices Of(IReadOnlyList<SessionInsights> register, QuestionFilter chosen)
    {
        var sessions = register.Where(session => session.Insights.Any(insight => insight.IsFollowedUp)).ToList();
        var named = sessions.SelectMany(session => session.Insights).SelectMany(insight => insight.Sectors).ToHashSet();
        return new(
            [.. sessions.Select(session => session.Source.Id.Year).Concat(chosen.Year is { } year ? [year] : []).Distinct()
                .OrderDescending()],
            [.. sessions.Select(session => session.Source.Focus).Append(chosen.Focus ?? "").Where(focus => focus.Length > 0)
                .Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.Create(Berlin.German, ignoreCase: true))],
            [.. Sector.All.Where(sector => named.Contains(sector) || sector.Key == chosen.Sector)]);
    }
}
