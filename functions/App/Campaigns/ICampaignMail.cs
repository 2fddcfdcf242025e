using ThaffFunctions.Mail;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Campaigns;

/// <summary>Makes the mails of one kind of campaign.</summary>
interface ICampaignMail : IBatchComposer
{
    CampaignKind Of { get; }

    /// <summary>The mail with its placeholders, to nobody yet.</summary>
    Task<MailBatch> DraftAsync(Campaign campaign, Session? session, bool toAttendees, Language language);
}
