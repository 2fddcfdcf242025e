using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Shared.Mail.Notices;

namespace ThaffFunctions.Shared.Mail;

static class MailRegistration
{
    public static IServiceCollection AddMail(this IServiceCollection services)
    {
        services.AddSingleton<DeliveryStore>();
        services.AddSingleton<OpenPartitions>();
        services.AddSingleton<Suppression>();
        services.AddSingleton<StaffNotices>();
        services.AddSingleton<IMailComposer, StaffNoticeComposer>();
        return services;
    }
}
