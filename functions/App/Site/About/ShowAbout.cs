using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Backups;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.MailingList;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.About;

/// <summary>Serves imprint, privacy notice, accessibility statement and the page in Leichte Sprache.</summary>
public sealed class ShowAbout(
    IOptions<AboutOptions> about, IOptions<MailingListOptions> mailingList, IOptions<RegistrationOptions> registration,
    IOptions<SendGridOptions> mail, IOptions<MailRecordOptions> mailRecords, IOptions<BackupOptions> backup, PageRenderer pages)
{
    [Function("ShowImprint")]
    public Task<IResult> Imprint([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "impressum")] HttpRequest request) =>
        pages.ShowAsync(new ImprintModel(about.Value));

    [Function("ShowEnglishImprint")]
    public Task<IResult> EnglishImprint(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/impressum")] HttpRequest request) =>
        pages.For(request).ShowAsync(new ImprintModel(about.Value));

    [Function("ShowPrivacyNotice")]
    public Task<IResult> PrivacyNotice([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "datenschutz")]
    HttpRequest request) =>
        ShowPrivacyNoticeAsync(request);

    [Function("ShowEnglishPrivacyNotice")]
    public Task<IResult> EnglishPrivacyNotice(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/datenschutz")] HttpRequest request) =>
        ShowPrivacyNoticeAsync(request);

    Task<IResult> ShowPrivacyNoticeAsync(HttpRequest request) =>
        pages.For(request).ShowAsync(new PrivacyNoticeModel(
            about.Value, registration.Value, mailingList.Value, mailRecords.Value, backup.Value)
        {
            IsMailInEurope = mail.Value.IsInEurope,
            ProvenDays = ConfirmedAddresses.DaysKept,
        });

    [Function("ShowAccessibilityStatement")]
    public Task<IResult> AccessibilityStatement([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "barrierefreiheit")]
    HttpRequest request) =>
        pages.ShowAsync(new AccessibilityStatementModel(about.Value));

    [Function("ShowEnglishAccessibilityStatement")]
    public Task<IResult> EnglishAccessibilityStatement(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/barrierefreiheit")] HttpRequest request) =>
        pages.For(request).ShowAsync(new AccessibilityStatementModel(about.Value));

    [Function("ShowEasyGerman")]
    public Task<IResult> EasyGerman(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "leichte-sprache")] HttpRequest request) =>
        pages.ShowAsync(new EasyGermanModel(registration.Value.ConfirmWithin is not null));
}
