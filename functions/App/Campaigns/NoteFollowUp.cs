using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

/// <summary>
/// A session's documentation is public for the first time: notes its follow-up campaign. Idempotent, since the message may come twice.
/// </summary>
public sealed partial class NoteFollowUp(CampaignStore campaigns, TimeProvider clock, ILogger<NoteFollowUp> log)
{
    [Function(nameof(NoteFollowUp))]
    public async Task Run([QueueTrigger(Queues.FirstPublications, Connection = Queues.Connection)] string message,
        CancellationToken cancellation)
    {
        var session = SessionId.Parse(message) ?? throw new FormatException("The message is not a session's id.");
        var followUp = CampaignId.FollowUp(session);
        if (await campaigns.AddAsync(Campaign.Note(followUp, clock.GetUtcNow()), cancellation)) Log.Noted(log, followUp);
    }

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "Campaign {Campaign} is noted")]
        public static partial void Noted(ILogger log, CampaignId campaign);
    }
}
