using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>The stand-in for SendGrid.</summary>
static class MailStandIn
{
    /// <summary>
    /// The scopes of the API key for <c>GET /v3/scopes</c>: sending mail, erasing recipients' data, and a scope that every key has.
    /// </summary>
    public static readonly string[] Scopes =
        ["mail.send", "recipients.erasejob.create", "recipients.erasejob.read", "sender_verification_eligible"];

    public static IServiceCollection AddMailStandIn(this IServiceCollection services) => services
        .AddSingleton(provider => new Mailbox(provider.GetRequiredService<IConfiguration>().DataFolder()))
        .AddSingleton<Faults>()
        .AddSingleton<ToldMails>()
        .AddSingleton<MailEventsWebhook>()
        .AddSingleton<MailEvents>()
        .AddHostedService(provider => provider.GetRequiredService<MailEvents>())
        .AddSingleton<SendMailEndpoint>()
        .AddSingleton<EraseJobEndpoint>()
        .AddSingleton<MailboxPages>()
        .AddSingleton<MailControls>();
}
