namespace ThaffFunctions.Campaigns;

/// <summary>Who makes the mails of which kind of campaign.</summary>
public sealed class CampaignMails
{
    readonly Dictionary<CampaignKind, ICampaignMail> byKind;

    internal CampaignMails(IEnumerable<ICampaignMail> mails) => byKind = mails.ToDictionary(mail => mail.Of);

    internal ICampaignMail For(CampaignKind kind) => byKind[kind];
}
