using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns.FollowUps;

/// <summary>
/// A session's documentation is public for the first time: plans its follow-up campaign, unless the session is long past. Idempotent, since
/// the message may come twice.
/// </summary>
public sealed partial class NoteFollowUp(
    CampaignStore campaigns, ProgrammeQuery programme, IOptions<CampaignOptions> options, TimeProvider clock, ILogger<NoteFollowUp> log)
{
    [Function(nameof(NoteFollowUp))]
    public async Task Run([QueueTrigger(Queues.FirstPublications, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        var id = SessionId.Parse(message) ?? throw new FormatException("The message is not a session's id.");
        var now = clock.GetUtcNow();
        if (await programme.FindAsync(id, cancellation) is not { } session || now > session.End.AddDays(options.Value.FollowUpDays)) return;

        var followUp = Campaign.Plan(CampaignId.FollowUp(id), now) with { Due = CampaignSchedule.FollowUp(session, now, options.Value) };
        if (await campaigns.AddAsync(followUp, cancellation)) Log.Planned(log, followUp.Id, followUp.Due.Value);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Campaign {Campaign} is planned for {Due}")]
        public static partial void Planned(ILogger log, CampaignId campaign, DateTimeOffset due);
    }
}
