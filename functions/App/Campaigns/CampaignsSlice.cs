using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using ThaffFunctions.Campaigns.Announcements;
using ThaffFunctions.Campaigns.Deciding;
using ThaffFunctions.Campaigns.Digests;
using ThaffFunctions.Campaigns.Expanding;
using ThaffFunctions.Campaigns.FollowUps;
using ThaffFunctions.Campaigns.Invitations;
using ThaffFunctions.Campaigns.Previewing;
using ThaffFunctions.Campaigns.Reminders;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Campaigns.Staff;
using ThaffFunctions.Campaigns.Staff.Announcements;
using ThaffFunctions.Campaigns.Staff.SingleCampaign;
using ThaffFunctions.Mail;
using ThaffFunctions.Programme.Staff;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Staff;
using ThaffFunctions.Staff.Today;

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
        services.AddRetention<RegistrationOptions>(
            "Wer welche Aussendung bekam",
            options => $"wie die Anmeldungen des Termins; bei Mitteilungen an den Verteiler {options.RetentionDays} Tage",
            "Registration__RetentionDays", nameof(EraseRecipients));
        services.AddSingleton<CampaignStore>();
        services.AddSingleton<CampaignDeliveryStore>();
        services.AddKeyedSingleton(nameof(ExpandCampaign), (provider, _) => new FewAtOnce(4, provider.GetRequiredService<TimeProvider>()));
        services.AddSingleton<UnansweredInsights>();
        services.AddSingleton<DigestPlan>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<ReachedAsAttendees>();
        services.AddSingleton<ReachCount>();
        services.AddSingleton<PreSendCheck>();
        services.AddSingleton<OverdueReport>();
        services.AddSingleton<IHoldsPersonalData, CampaignRecipient>();
        services.AddSingleton<IFollowsRestore, ReapplyDecisions>();
        services.AddSingleton<IMessageCompletion, RangeCompletion>();
        services.AddSingleton<IMessageCompletion, FollowUpCompletion>();
        services.AddSingleton<CampaignQuery>();
        services.AddSingleton<ExpansionMessages>();
        services.AddSingleton<CampaignDesk>();
        services.AddSingleton<CampaignPreview>();
        services.AddSingleton<CampaignRelease>();
        services.AddSingleton<CampaignTestSender>();
        services.AddSingleton<CampaignLog>();
        services.AddSingleton<AnnouncementDesk>();
        services.AddSingleton<CampaignPages>();
        services.AddSingleton<DueMailings>();
        services.AddSingleton<NoReminder>();
        services.AddSingleton<SessionNoteProvider>(provider => provider.GetRequiredService<NoReminder>().NoteAsync);
        services.AddSingleton<SentMails>();
        services.AddSingleton<SessionTie>(provider => provider.GetRequiredService<SentMails>().TieAsync);
        services.AddToDo(ToDoPlace.FailedCampaigns, "Aussendungen mit Fehlern", provider => provider.GetRequiredService<DueMailings>().FailedAsync);
        services.AddToDo(ToDoPlace.WaitingCampaigns, "Aussendungen, die warten", provider => provider.GetRequiredService<DueMailings>().WaitingAsync);
        services.AddToDo(ToDoPlace.CampaignsToCome, "Aussendungen der nächsten sieben Tage", provider => provider.GetRequiredService<DueMailings>().NextAsync, isTask: false);
        services.AddObjectNames(provider => provider.GetRequiredService<AuditedCampaigns>().ReadAsync);
        services.AddSingleton<AuditedCampaigns>();
        services.AddStaffPage(NavigationPlace.Campaigns, "Aussendungen", ListCampaigns.Path);
        services.AddSingleton<ListRecipients>();
        services.AddSingleton<AttendeeRecipients>();
        services.AddSingleton<IMailComposer, CampaignTestMail>();
        services.AddSingleton(provider => new CampaignMails(provider.GetServices<ICampaignMail>()));
        return services.AddCampaign<InvitationMail>().AddCampaign<ReminderMail>().AddCampaign<FollowUpMail>()
            .AddCampaign<AnnouncementMail>().AddCampaign<DigestMail>();
    }

    static IServiceCollection AddCampaign<T>(this IServiceCollection services) where T : class, ICampaignMail => services
        .AddSingleton<T>()
        .AddSingleton<ICampaignMail>(provider => provider.GetRequiredService<T>())
        .AddSingleton<IBatchComposer>(provider => provider.GetRequiredService<T>());
}
