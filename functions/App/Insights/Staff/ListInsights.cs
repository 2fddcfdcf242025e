using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Insights.Staff;

/// <summary><c>/redaktion/fragen</c>: the register of questions and concerns, with what the notes say and what was recorded.</summary>
public sealed class ListInsights(InsightQuery insights, StaffArea staff, TimeProvider clock)
{
    internal const string Route = "redaktion/fragen";
    public const string Path = "/" + Route;

    [Function(nameof(ListInsights))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation)
    {
        var filter = request.Query.ContainsKey("art") ? QuestionFilter.Read(request.Query) : QuestionFilter.Default with { Kind = null };
        return await staff.ShowAsync(InsightListModel.Of(
            staff.FrameOf(request), filter, await insights.AllAsync(cancellation), await insights.LeftBehindAsync(cancellation),
            Berlin.Date(clock.GetUtcNow())));
    }
}
