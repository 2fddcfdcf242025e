using ThaffFunctions.MailingList;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.About;

/// <summary>The privacy notice (Datenschutzerklärung).</summary>
/// <param name="About">The data protection officer and the authority for complaints.</param>
/// <param name="MailingList">After how long unconfirmed subscriptions and proofs of consent are erased.</param>
/// <param name="RetentionDays">How many days after the session registrations are erased.</param>
public sealed record PrivacyNoticeModel(AboutOptions About, MailingListOptions MailingList, int RetentionDays)
    : IModelOf<PrivacyNoticePage>;
