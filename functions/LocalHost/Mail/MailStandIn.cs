using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The stand-in for SendGrid.</summary>
static class MailStandIn
{
    public static IServiceCollection AddMailStandIn(this IServiceCollection services) => services
        .AddSingleton(provider => new Mailbox(provider.GetRequiredService<IConfiguration>().DataFolder()))
        .AddSingleton<Faults>()
        .AddSingleton<ToldMails>()
        .AddSingleton<MailEventsWebhook>()
        .AddSingleton<MailEvents>()
        .AddHostedService(provider => provider.GetRequiredService<MailEvents>())
        .AddSingleton<SendMailEndpoint>()
        .AddSingleton<MailboxPages>()
        .AddSingleton<MailControls>();
}
