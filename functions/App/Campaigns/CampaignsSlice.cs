using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Mail;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Campaigns;

static class CampaignsSlice
{
    public static IServiceCollection AddCampaigns(this IServiceCollection services)
    {
        services.AddCheckedOptions<CampaignOptions, CampaignOptionsValidator>(CampaignOptions.Section);
        services.AddSingleton<CampaignStore>();
        services.AddSingleton<CampaignDeliveryStore>();
        services.AddSingleton<Recipients>();
        services.AddSingleton<LastLook>();
        services.AddSingleton<OverdueReport>();
        services.AddSingleton<IHoldsPersonalData, CampaignRecipient>();
        services.AddSingleton<IFinishedWork, ExpandedRange>();
        services.AddSingleton<IBatchComposer, InvitationMail>();
        services.AddSingleton<IBatchComposer, ReminderMail>();
        return services;
    }
}
