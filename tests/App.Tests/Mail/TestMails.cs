using System.Net;
using System.Net.Http.Json;
using Azure.Data.Tables;
using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Mail;

/// <summary>Mails of a kind of their own, in table deliveries. Here the recipient in the row is the address itself.</summary>
static class TestMails
{
    public const string Kind = "probe";
    public const string BatchKind = "probe-batch";
    public const string Partition = "probe-2026-09";

    /// <summary>A stage on which such mails can be sent.</summary>
    public static Task<Stage> OpenAsync(
        Func<OutgoingMail, OutgoingMail?>? mail = null, Func<MailBatch, MailBatch?>? batch = null,
        Dictionary<string, string>? settings = null, Action<IServiceCollection>? replace = null, string? storage = null,
        DateTimeOffset? now = null) =>
        Stage.OpenAsync(now, settings: settings, storage: storage, replace: services =>
        {
            services.AddSingleton<IMailComposer>(new Composer(mail ?? (unchanged => unchanged)));
            services.AddSingleton<IBatchComposer>(new BatchComposer(batch ?? (unchanged => unchanged)));
            replace?.Invoke(services);
        });

    /// <summary>Writes the rows, as a slice would, without a message.</summary>
    public static async Task<IReadOnlyList<DeliveryId>> WriteAsync(this Stage stage, string kind, params IReadOnlyList<string> addresses)
    {
        DeliveryId[] ids = [.. addresses.Select((_, n) => new DeliveryId(Tables.Deliveries, Partition, $"{Delivery.RowPrefix}{n:0000}"))];
        await stage.Service<OpenPartitions>().OpenAsync(Tables.Deliveries, Partition, CancellationToken.None);
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Deliveries);
        foreach (var rows in ids.Zip(addresses).Chunk(100))
            await table.SubmitTransactionAsync(rows.Select(row => new TableTransactionAction(
                TableTransactionActionType.Add, Delivery.NewRow(row.First, kind, row.Second, stage.Clock.GetUtcNow()))));
        return ids;
    }

    /// <summary>Writes one row and puts its message on the queue.</summary>
    public static async Task<DeliveryId> QueueAsync(this Stage stage, string address)
    {
        var id = (await stage.WriteAsync(Kind, address))[0];
        await stage.Service<MessageSender>().SendAsync(Queues.Deliveries, id.ToString());
        return id;
    }

    public static async Task<Delivery> FindAsync(this Stage stage, DeliveryId id) =>
        (await stage.Service<DeliveryStore>().FindAsync(id, CancellationToken.None))!;

    public static Task<Delivery> ReachesAsync(this Stage stage, DeliveryId id, params DeliveryState[] states) =>
        Stage.EventuallyAsync(async () => await stage.FindAsync(id) is { } delivery && states.Contains(delivery.State) ? delivery : null);

    public static async Task<Dictionary<DeliveryState, int>> CountAsync(this Stage stage)
    {
        var all = await stage.Service<DeliveryStore>().QueryAsync(Tables.Deliveries, Partition, $"Attempts ge {0}", CancellationToken.None)
            .ToListAsync();
        return all.CountBy(delivery => delivery.State).ToDictionary();
    }

    /// <summary>Fires a function that is to fail.</summary>
    public static async Task FailsAsync(this Stage stage, string function, string input) => Assert.Equal(
        HttpStatusCode.InternalServerError, (await stage.Http.PostAsJsonAsync($"/admin/functions/{function}", new { input })).StatusCode);

    /// <summary>Makes the mail service fail for the next requests.</summary>
    public static async Task FailAsync(this Stage stage, string kind, int count = 1, int resetAfterSeconds = 5) =>
        (await stage.Http.PostAsJsonAsync("/_local/faults", new { kind, count, resetAfterSeconds })).EnsureSuccessStatusCode();

    sealed class Composer(Func<OutgoingMail, OutgoingMail?> change) : IMailComposer
    {
        public string Kind => TestMails.Kind;

        public Task<OutgoingMail?> ComposeAsync(Delivery delivery, CancellationToken cancellation) => Task.FromResult(change(new(
            EmailAddress.Stored(delivery.Recipient), "Löwe, Ada", "Sprache im Betrieb",
            "<p>Guten Tag</p><p>bis <a href=\"https://thaff.example/termin\">bald</a></p>")));
    }

    sealed class BatchComposer(Func<MailBatch, MailBatch?> change) : IBatchComposer
    {
        public string Kind => BatchKind;

        public Task<MailBatch?> ComposeAsync(string partition, IReadOnlyList<Delivery> deliveries, CancellationToken cancellation) =>
            Task.FromResult(change(new(
            $"Einladung für {MailBatch.Placeholder("name")}",
            $"<p>Guten Tag {MailBatch.Placeholder("name")}</p><p><a href=\"{MailBatch.Placeholder("abmelden")}\">Abbestellen</a></p>",
            [.. deliveries.Select(Recipient)])));

        static BatchRecipient Recipient(Delivery delivery)
        {
            var leave = new Uri($"https://thaff.example/abmelden?t={delivery.Id.Row}&q=1");
            return new(delivery.Id, EmailAddress.Stored(delivery.Recipient), null, new Dictionary<string, string>
            {
                ["name"] = $"{delivery.Recipient.Split('@')[0]} & <Söhne>",
                ["abmelden"] = leave.AbsoluteUri,
            }, leave);
        }
    }
}
