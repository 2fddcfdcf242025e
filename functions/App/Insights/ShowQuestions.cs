using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Insights.Pages;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Insights;

/// <summary>Shows questions and concerns of all sessions, and their progress.</summary>
public sealed class ShowQuestions(InsightQuery insights, ProgrammeQuery programme, PageRenderer pages)
{
    [Function(nameof(ShowQuestions))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "dokumentation/fragen")] HttpRequest request,
        CancellationToken cancellation)
    {
        var register = await insights.AllAsync(cancellation);
        var titles = (await programme.AllAsync(cancellation)).ToDictionary(session => session.Id, session => session.Title);
        return await pages.ShowAsync(QuestionsModel.Of(register, QuestionFilter.Read(request.Query), titles));
    }
}
