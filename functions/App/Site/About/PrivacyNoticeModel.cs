using ThaffFunctions.Backups;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.About;

/// <summary>The privacy notice (Datenschutzerklärung). Every period in it is the one that the code keeps to.</summary>
/// <param name="About">Officers, authority, hosting, logs, video conferences.</param>
/// <param name="Registration">The legal basis, and after how long registrations are erased.</param>
/// <param name="MailingList">After how long unconfirmed subscriptions and proofs of consent are erased.</param>
/// <param name="MailRecords">How long is kept that an address must not be mailed.</param>
/// <param name="Backup">How long backups are kept.</param>
public sealed record PrivacyNoticeModel(
    AboutOptions About, RegistrationOptions Registration, MailingListOptions MailingList, MailRecordOptions MailRecords,
    BackupOptions Backup)
    : IModelOf<PrivacyNoticePage>
{
    /// <summary>Whether the mail service works in its European region.</summary>
    public required bool IsMailInEurope { get; init; }

    /// <summary>How many days it is remembered that an address has confirmed something.</summary>
    public required int ProvenDays { get; init; }

    public LegalBasisWords GroundsIn(Language language) => LegalBasisWords.Of(Registration.LegalBasis, language);
}
