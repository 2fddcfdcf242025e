using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using SendGrid;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Events;
using ThaffFunctions.Mail.Notices;
using ThaffFunctions.Mail.Recovery;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Mail;

static class MailSlice
{
    public static IServiceCollection AddMail(this IServiceCollection services) => services
        .AddCheckedOptions<SendGridOptions, SendGridOptionsValidator>(SendGridOptions.Section)
        .AddCheckedOptions<RecipientLimitOptions, RecipientLimitOptionsValidator>(RecipientLimitOptions.Section)
        .AddCheckedOptions<MailRecordOptions, MailRecordOptionsValidator>(MailRecordOptions.Section)
        .AddRetention<MailRecordOptions>("Dass an eine Adresse nichts gesendet werden darf (ohne die Adresse selbst)",
            options => $"{options.SuppressionYears} Jahre nach dem letzten Ereignis", "MailRecords__SuppressionYears",
            nameof(EraseMailRecords))
        .AddRetention<MailRecordOptions>("Benachrichtigungen an die Redaktion", options => $"{options.NoticeDays} Tage",
            "MailRecords__NoticeDays", nameof(EraseMailRecords))
        .AddRetention("Kennungen von Ereignissen des Maildienstes", "3 Tage", nameof(ForgetMailEvents))
        .AddSingleton<DeliveryStore>()
        .AddSingleton<OpenPartitions>()
        .AddSingleton<WaitingMails>()
        .AddSingleton<Suppression>()
        .AddSingleton<ConfirmedAddresses>()
        .AddSingleton<MailComposers>()
        .AddSending()
        .AddSingleton<ExpiredClaimRecovery>()
        .AddSingleton<LostMessages>()
        .AddSingleton<IMessageCompletion, DeliveryCompletion>()
        .AddSingleton<IMessageCompletion, BatchCompletion>()
        .AddSingleton<EventSignature>()
        .AddSingleton<SeenEvents>()
        .AddSingleton<EventEffects>()
        .AddSingleton<StaffNotices>()
        .AddSingleton<IHoldsPersonalData, MailedAddress>()
        .AddSingleton<IMailComposer, StaffNoticeComposer>();

    static IServiceCollection AddSending(this IServiceCollection services) => services
        .AddSingleton<ISendGridClient>(provider => Client(provider.GetRequiredService<IOptions<SendGridOptions>>().Value))
        .AddSingleton<IMailTransport, SendGridTransport>()
        .AddSingleton<MailThrottle>()
        .AddSingleton<MailKeyState>()
        .AddSingleton<MailState>()
        .AddSingleton<SendGridMessages>()
        .AddSingleton<RecipientLimit>()
        .AddSingleton<MailPreparation>()
        .AddSingleton<BatchPreparation>()
        .AddSingleton<BatchSending>()
        .AddKeyedSingleton(nameof(DeliverBatch), (provider, _) => new FewAtOnce(1, provider.GetRequiredService<TimeProvider>()))
        .AddSingleton<UndeliveredNotice>()
        .AddSingleton<RecipientErasure>()
        .AddSingleton<DeliveryResults>();

    /// <summary>No retries of the client's own: it repeats requests that timed out, and that means a second mail.</summary>
    static SendGridClient Client(SendGridOptions options)
    {
        var http = new HttpClient(new SocketsHttpHandler { PooledConnectionLifetime = TimeSpan.FromMinutes(5) })
        {
            Timeout = TimeSpan.FromSeconds(options.TimeoutSeconds),
        };
        return new SendGridClient(http, new SendGridClientOptions { ApiKey = options.ApiKey, Host = options.Host.TrimEnd('/') });
    }
}
