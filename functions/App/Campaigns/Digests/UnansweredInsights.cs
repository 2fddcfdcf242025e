using ThaffFunctions.Insights;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Campaigns.Digests;

/// <summary>What the register still waits for, the latest session first.</summary>
public sealed class UnansweredInsights(InsightQuery insights, ProgrammeQuery programme)
{
    public async Task<IReadOnlyList<UnansweredInsight>> AllAsync(CancellationToken cancellation)
    {
        var regions = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id, session => session.Region);
        return
        [
            .. from session in (await insights.AllAsync(cancellation)).Reverse()
               from insight in session.Insights
               where insight.IsFollowedUp && insight.Progress.Stage != InsightStage.Answered
               select new UnansweredInsight(insight, session.Source, regions.GetValueOrDefault(session.Source.Id)),
        ];
    }
}
