using Azure;
using Azure.Data.Tables;
using Microsoft.Extensions.Logging.Abstractions;
using Moq;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Mail.Deliveries;

public sealed class DeliveryStoreTests : IAsyncLifetime
{
    Stage stage = null!;
    TableClient table = null!;

    public async Task InitializeAsync()
    {
        stage = await TestMails.OpenAsync();
        table = stage.Service<TableServiceClient>().GetTableClient(Tables.Deliveries);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Of_many_who_saw_a_delivery_queued_one_may_send_it()
    {
        var seen = await stage.FindAsync((await stage.WriteAsync(TestMails.Kind, "ada@firma.example"))[0]);
        var store = stage.Service<DeliveryStore>();

        // Without the guard, whoever saw it queued sends it.
        var unguarded = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => WriteUnguardedAsync(seen)));
        Assert.Equal(10, unguarded.Count(maySend => maySend));

        var queued = (await store.ChangeAsync(seen.Id, delivery => delivery with { State = DeliveryState.Queued },
            CancellationToken.None))!;
        var guarded = await Task.WhenAll(Enumerable.Range(0, 10).Select(_ => store.ClaimAsync([queued], CancellationToken.None)));
        Assert.Single(guarded, claimed => claimed.Count == 1);
    }

    [Fact]
    public async Task A_claim_whose_answer_got_lost_is_still_ours()
    {
        var queued = await QueuedAsync(150);
        var store = StoreWhose(lostAnswers: 2);

        var claimed = await store.ClaimAsync(queued, CancellationToken.None);

        Assert.Equal(150, claimed.Count);
        await store.StoreAllAsync(claimed, delivery => delivery.Accepted("id"), CancellationToken.None); // their ETags are right
        Assert.Equal(150, (await stage.CountAsync())[DeliveryState.Sent]);
    }

    [Fact]
    public async Task A_change_whose_answer_got_lost_is_not_made_twice()
    {
        var queued = await QueuedAsync(1);
        await stage.Service<DeliveryStore>().ClaimAsync(queued, CancellationToken.None);

        await StoreWhose(lostAnswers: 1).ChangeAsync(queued[0].Id,
            delivery => delivery.State == DeliveryState.Sending ? delivery.AfterExpiredClaim() : null,
            CancellationToken.None);

        Assert.Equal(1, (await stage.FindAsync(queued[0].Id)).ExpiredClaims);
    }

    [Fact]
    public async Task An_event_that_was_quicker_than_our_own_note_is_kept()
    {
        var store = stage.Service<DeliveryStore>();
        var claimed = await store.ClaimAsync(await QueuedAsync(120), CancellationToken.None);
        await store.ChangeAsync(claimed[5].Id, delivery => delivery.Proven(DeliveryState.Bounced, "bounce"), CancellationToken.None);

        await store.StoreAllAsync(claimed, delivery => delivery.Accepted("id"), CancellationToken.None);

        var bounced = await stage.FindAsync(claimed[5].Id);
        Assert.Equal((DeliveryState.Bounced, "bounce", "id"), (bounced.State, bounced.Reason, bounced.MessageId));
        Assert.Equal(119, (await stage.CountAsync())[DeliveryState.Sent]);
    }

    /// <summary>The request that would come now might get its answer after the claim expired and somebody else had sent the mail.</summary>
    [Fact]
    public async Task A_claim_that_slow_storage_let_grow_old_is_left_to_expire()
    {
        var queued = await QueuedAsync(250);
        var slow = StoreWhose(beforeEach: () => stage.Clock.Advance(TimeSpan.FromSeconds(50)));

        var claimed = await slow.ClaimAsync(queued, CancellationToken.None); // in the end the first of three transactions is 150 s old

        Assert.Equal(150, claimed.Count);
        Assert.Equal(250, (await stage.CountAsync())[DeliveryState.Sending]);
    }

    [Fact]
    public async Task A_delivery_that_was_erased_meanwhile_is_nobodys()
    {
        var queued = await QueuedAsync(1);
        await table.DeleteEntityAsync(queued[0].Id.Partition, queued[0].Id.Row);

        Assert.Empty(await stage.Service<DeliveryStore>().ClaimAsync(queued, CancellationToken.None));
        Assert.Null(await stage.Service<DeliveryStore>().ChangeAsync(queued[0].Id, delivery => delivery.Failed("x"),
            CancellationToken.None));
    }

    [Fact]
    public async Task The_slices_own_columns_stay()
    {
        var id = (await QueuedAsync(1))[0].Id;
        await table.UpdateEntityAsync(new TableEntity(id.Partition, id.Row) { ["Campaign"] = "einladung" }, ETag.All);

        await stage.Service<DeliveryStore>().ChangeAsync(id, delivery => delivery.Failed("x"), CancellationToken.None);

        var row = (await table.GetEntityAsync<TableEntity>(id.Partition, id.Row)).Value;
        Assert.Equal("einladung", row.GetString("Campaign"));
        Assert.Equal(TestMails.Kind, row.GetString("Kind"));
    }

    async Task<IReadOnlyList<Delivery>> QueuedAsync(int count)
    {
        var ids = await stage.WriteAsync(TestMails.Kind, [.. Enumerable.Range(0, count).Select(n => $"person{n}@firma.example")]);
        return await Task.WhenAll(ids.Select(stage.FindAsync));
    }

    async Task<bool> WriteUnguardedAsync(Delivery seen)
    {
        var claimed = seen.Claimed("somebody", stage.Clock.GetUtcNow());
        return !(await table.UpdateEntityAsync(claimed.ToRow(), ETag.All)).IsError;
    }

    /// <summary>
    /// A table that stores the first transactions but answers 412, as after a retry inside the client whose first answer got lost; or one
    /// that takes its time.
    /// </summary>
    DeliveryStore StoreWhose(int lostAnswers = 0, Action? beforeEach = null)
    {
        var client = new Mock<TableClient>();
        client.Setup(one => one.SubmitTransactionAsync(It.IsAny<IEnumerable<TableTransactionAction>>(), It.IsAny<CancellationToken>()))
            .Returns(async (IEnumerable<TableTransactionAction> actions, CancellationToken cancellation) =>
            {
                beforeEach?.Invoke();
                var answer = await table.SubmitTransactionAsync(actions, cancellation);
                return lostAnswers-- > 0 ? throw new TableTransactionFailedException(new RequestFailedException(412,
                    "the first answer got lost")) : answer;
            });
        client.Setup(one => one.GetEntityIfExistsAsync<TableEntity>(It.IsAny<string>(), It.IsAny<string>(), It.IsAny<IEnumerable<string>>(),
            It.IsAny<CancellationToken>()))
            .Returns((string partition, string row, IEnumerable<string> select, CancellationToken cancellation) =>
                table.GetEntityIfExistsAsync<TableEntity>(partition, row, select, cancellation));
        var service = new Mock<TableServiceClient>();
        service.Setup(one => one.GetTableClient(It.IsAny<string>())).Returns(client.Object);
        return new(service.Object, stage.Service<StoredReader>(), stage.Clock, NullLogger<DeliveryStore>.Instance);
    }
}
