using ThaffFunctions.Backups;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.About;

/// <summary>The privacy notice (Datenschutzerklärung).</summary>
/// <param name="About">The data protection officer and the authority for complaints.</param>
/// <param name="MailingList">After how long unconfirmed subscriptions and proofs of consent are erased.</param>
/// <param name="Registration">After how long registrations are erased.</param>
/// <param name="MailRecords">How long is kept that an address must not be mailed.</param>
/// <param name="Backup">How long backups are kept.</param>
public sealed record PrivacyNoticeModel(
    AboutOptions About, MailingListOptions MailingList, RegistrationOptions Registration, MailRecordOptions MailRecords,
    BackupOptions Backup)
    : IModelOf<PrivacyNoticePage>;
