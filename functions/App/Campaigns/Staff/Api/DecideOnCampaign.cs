using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Campaigns.Deciding;

namespace ThaffFunctions.Campaigns.Staff.Api;

/// <summary>Acts of staff on a campaign: hold, pause, resume, cancel, try again what failed. Each may be posted twice.</summary>
public sealed class DecideOnCampaign(CampaignDesk desk)
{
    const string Route = "api/staff/campaigns/{id}/";

    /// <summary>It does not go out before it is released.</summary>
    [Function(nameof(HoldCampaign))]
    public Task<IResult> HoldCampaign([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "hold")] HttpRequest request,
        string id, CancellationToken cancellation) => DecideAsync(id, desk.HoldAsync, cancellation);

    /// <summary>Nothing more is sent until it is resumed.</summary>
    [Function(nameof(PauseCampaign))]
    public Task<IResult> PauseCampaign([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "pause")] HttpRequest request,
        string id, CancellationToken cancellation) => DecideAsync(id, desk.PauseAsync, cancellation);

    /// <summary>It goes on where it was; nobody gets it twice.</summary>
    [Function(nameof(ResumeCampaign))]
    public Task<IResult> ResumeCampaign([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "resume")] HttpRequest request,
        string id, CancellationToken cancellation) => DecideAsync(id, desk.ResumeAsync, cancellation);

    /// <summary>What was not sent is not sent any more.</summary>
    [Function(nameof(CancelCampaign))]
    public Task<IResult> CancelCampaign([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "cancel")] HttpRequest request,
        string id, CancellationToken cancellation) => DecideAsync(id, desk.CancelAsync, cancellation);

    /// <summary>Mails that had failed are tried again.</summary>
    [Function(nameof(RetryCampaign))]
    public Task<IResult> RetryCampaign([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route + "retry")] HttpRequest request,
        string id, CancellationToken cancellation) => DecideAsync(id, desk.RetryAsync, cancellation);

    static async Task<IResult> DecideAsync(
        string id, Func<CampaignId, CancellationToken, Task<CampaignDecision>> decide, CancellationToken cancellation) =>
        CampaignId.Parse(id) is { } campaign ? CampaignAnswers.Of(await decide(campaign, cancellation)) : CampaignAnswers.Unknown;
}
