using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

static class CampaignsSlice
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services)
    {
        services.AddCheckedOptions<CampaignOptions, CampaignOptionsValidator>(CampaignOptions.Section);
        services.AddOptions<CampaignOptions>().Validate<IOptions<RegistrationOptions>>(
            (campaigns, registration) => campaigns.FollowUpDays < registration.Value.RetentionDays,
            $"{CampaignOptions.Section}:{nameof(CampaignOptions.FollowUpDays)} must be less than {RegistrationOptions.Section}:"
            + $"{nameof(RegistrationOptions.RetentionDays)}: those who are to be told are erased by then.");
        services.AddSingleton<CampaignStore>();
        services.AddSingleton<CampaignDeliveryStore>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<LastLook>();
        services.AddSingleton<OverdueReport>();
        services.AddSingleton<IHoldsPersonalData, CampaignRecipient>();
        services.AddSingleton<IFollowsRestore, DecideAgain>();
        services.AddSingleton<IFinishedWork, ExpandedRange>();
        services.AddSingleton<IFinishedWork, NotedFollowUp>();
        services.AddSingleton<CampaignCalendar>();
        services.AddSingleton<CampaignMessages>();
        services.AddSingleton<CampaignDesk>();
        services.AddSingleton<CampaignPreview>();
        services.AddSingleton<ListRecipients>();
        services.AddSingleton<AttendeeRecipients>();
        services.AddSingleton<IMailComposer, CampaignTestMail>();
        services.AddSingleton(provider => new CampaignMails(provider.GetServices<ICampaignMail>()));
        return services.AddCampaign<InvitationMail>().AddCampaign<ReminderMail>().AddCampaign<FollowUpMail>()
            .AddCampaign<AnnouncementMail>();
    }

    static IServiceCollection AddCampaign<T>(this IServiceCollection services) where T : class, ICampaignMail => services
        .AddSingleton<T>()
        .AddSingleton<ICampaignMail>(provider => provider.GetRequiredService<T>())
        .AddSingleton<IBatchComposer>(provider => provider.GetRequiredService<T>());
}
