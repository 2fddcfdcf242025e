using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Backups;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.MailingList;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.About;

/// <summary>Serves imprint, privacy notice and accessibility statement.</summary>
public sealed class ShowAbout(
    IOptions<AboutOptions> about, IOptions<MailingListOptions> mailingList, IOptions<RegistrationOptions> registration,
    IOptions<SendGridOptions> mail, IOptions<MailRecordOptions> mailRecords, IOptions<BackupOptions> backup, PageRenderer pages)
{
    [Function("ShowImprint")]
    public Task<IResult> Imprint([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "impressum")] HttpRequest request) =>
        pages.ShowAsync(new ImprintModel(about.Value));

    [Function("ShowPrivacyNotice")]
    public Task<IResult> PrivacyNotice([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "datenschutz")]
    HttpRequest request) =>
        pages.ShowAsync(new PrivacyNoticeModel(
            about.Value, registration.Value, mailingList.Value, mailRecords.Value, backup.Value)
        {
            IsMailInEurope = mail.Value.IsInEurope,
            ProvenDays = ProvenAddresses.DaysKept,
        });

    [Function("ShowAccessibilityStatement")]
    public Task<IResult> AccessibilityStatement([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "barrierefreiheit")]
    HttpRequest request) =>
        pages.ShowAsync(new AccessibilityStatementModel(about.Value));
}
