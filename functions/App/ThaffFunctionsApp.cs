using System.Text.Encodings.Web;
using System.Text.Unicode;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Hosting;
using ThaffFunctions.Backups;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Demonstration;
using ThaffFunctions.Documentation;
using ThaffFunctions.Insights;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList;
using ThaffFunctions.Operations;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Operations.Limits;
using ThaffFunctions.Privacy;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Site;
using ThaffFunctions.Staff;
using ThaffFunctions.Statistics;

namespace ThaffFunctions;

/// <summary>What the app is made of: the shared ground, then one line per slice.</summary>
static class ThaffFunctionsApp
{
    public static void AddThaffFunctions(this FunctionsApplicationBuilder builder)
    {
        var services = builder.Services;
        builder.AddTelemetry();
        builder.UseMiddleware<FunctionTraces>();
        builder.UseMiddleware<SecurityHeaders>();
        builder.UseMiddleware<CanonicalUrl>();
        builder.UseMiddleware<BehindFrontDoor>();
        builder.UseMiddleware<AllowOtherSites>();
        builder.UseMiddleware<AnswerFailures>();
        builder.UseMiddleware<CountUnreadableMessages>();
        builder.UseMiddleware<StaffOnly>();
        services.TryAddSingleton(TimeProvider.System);
        services.AddCheckedOptions<SiteOptions, SiteOptionsValidator>(SiteOptions.Section);
        services.AddCheckedOptions<SecretsOptions, SecretsOptionsValidator>(SecretsOptions.Section);
        services.AddRequestLimits();
        services.AddSingleton<ProductMetrics>();
        services.AddSingleton(HtmlEncoder.Create(UnicodeRanges.All)); // pages and mails are UTF-8: umlauts stay umlauts
        services.AddSingleton<PageRenderer>();
        services.AddSingleton<LinkTokens>();
        services.AddStorage();

        services.AddOperations();
        services.AddMail();
        services.AddProgramme();
        services.AddRegistration();
        services.AddMailingList();
        services.AddCampaigns();
        services.AddStatistics();
        services.AddDocumentation();
        services.AddInsights();
        services.AddSite();
        services.AddPrivacy();
        services.AddBackups();
        services.AddStaff();
        services.AddDemonstration();
    }
}
