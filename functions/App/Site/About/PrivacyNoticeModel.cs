using ThaffFunctions.MailingList;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.About;

/// <summary>Datenschutzerklärung.</summary>
/// <param name="About">Whom to turn to.</param>
/// <param name="MailingList">When unconfirmed sign-ups and proofs of consent are erased.</param>
/// <param name="RetentionDays">How many days after the session registrations are erased.</param>
public sealed record PrivacyNoticeModel(AboutOptions About, MailingListOptions MailingList, int RetentionDays)
    : IModelOf<PrivacyNoticePage>;
