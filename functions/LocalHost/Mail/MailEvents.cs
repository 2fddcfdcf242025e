using System.Collections.Concurrent;
using System.Net;
using System.Text.Json.Nodes;
using System.Threading.Channels;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Mail;

/// <summary>
/// Sends events about mails to the app's event webhook, in batches, with retries until the webhook answers with success. Mails whose events
/// were sent are noted in a file beside the mailbox, so that mails accepted just before the process was killed get their events after the
/// next start.
/// </summary>
sealed partial class MailEvents(Mailbox mailbox, MailEventsWebhook webhook, ToldMails told, TimeProvider clock, BackgroundStart background,
    ILogger<MailEvents> logger) : BackgroundService
{
    const int BatchSize = 200;
    static readonly TimeSpan[] s_pauses = [.. new[] { 1, 2, 4, 8, 15, 30 }.Select(seconds => TimeSpan.FromSeconds(seconds))];

    readonly Channel<SentMail> _waiting = Channel.CreateUnbounded<SentMail>();
    readonly ConcurrentDictionary<string, bool> _announced = new();

    /// <summary>Enqueues the events about these mails; each mail is enqueued only once.</summary>
    public void Announce(IEnumerable<SentMail> mails)
    {
        foreach (var mail in mails.Where(mail => _announced.TryAdd(mail.Id, true))) _waiting.Writer.TryWrite(mail);
    }

    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        await background.AllowedAsync(stoppingToken);
        Announce(told.NotYetIn(mailbox.All));
        while (await _waiting.Reader.WaitToReadAsync(stoppingToken)) await TellAsync(Batch(), stoppingToken);
    }

    List<SentMail> Batch()
    {
        List<SentMail> batch = [];
        while (batch.Count < BatchSize && _waiting.Reader.TryRead(out var mail)) batch.Add(mail);
        return batch;
    }

    async Task TellAsync(List<SentMail> batch, CancellationToken stop)
    {
        var events = batch.SelectMany(mail => MailboxSimulator.EventsOf(mail, clock.GetUtcNow())).ToArray<JsonNode>();
        foreach (var pause in s_pauses)
        {
            var answer = await webhook.PostAsync(new(events), stop);
            if (answer is >= HttpStatusCode.OK and < HttpStatusCode.Ambiguous)
            {
                told.Note(batch);
                return;
            }

            if (answer == HttpStatusCode.NotFound) return; // the app has no webhook
            events = [.. events.Select(one => one.DeepClone())];
            await Task.Delay(pause, stop);
        }

        Log.GaveUp(logger, events.Length);
    }

    static partial class Log
    {
        [LoggerMessage(Level = LogLevel.Warning,
            Message = "The mail stand-in could not send {Count} events: the webhook did not answer with success.")]
        public static partial void GaveUp(ILogger logger, int count);
    }
}
