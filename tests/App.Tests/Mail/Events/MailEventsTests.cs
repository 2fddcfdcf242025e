using System.Net;
using System.Text.Json;
using Azure.Data.Tables;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Mail.Events;

/// <summary>What SendGrid tells about a mail settles its delivery.</summary>
public sealed class MailEventsTests : IAsyncLifetime
{
    EventPosts posts = null!;

    Stage Stage => posts.Stage;

    public async Task InitializeAsync() => posts = await EventPosts.OpenAsync();

    public async Task DisposeAsync() => await posts.DisposeAsync();

    [Theory]
    [InlineData("processed", DeliveryState.Sent)]
    [InlineData("deferred", DeliveryState.Sent)]
    [InlineData("delivered", DeliveryState.Delivered)]
    [InlineData("bounce", DeliveryState.Bounced)]
    [InlineData("dropped", DeliveryState.Bounced)]
    [InlineData("spamreport", DeliveryState.Delivered)]
    [InlineData("group_resubscribe", DeliveryState.Sending)]
    [InlineData("something_new", DeliveryState.Sending)]
    public async Task An_event_settles_a_mail_without_an_answer(string name, DeliveryState state)
    {
        var id = await posts.SendingAsync();

        Assert.Equal(HttpStatusCode.NoContent, await posts.PostAsync(posts.Event(name, id)));

        Assert.Equal(state, (await Stage.FindAsync(id)).State);
    }

    [Fact]
    public async Task Events_in_one_post_and_in_any_order_end_in_the_furthest_stage()
    {
        var id = await posts.SendingAsync();

        await posts.PostAsync(posts.Event("bounce", id, reason: "550 no ada@firma.example here"), posts.Event("delivered", id),
            posts.Event("processed", id));

        var bounced = await Stage.FindAsync(id);
        Assert.Equal((DeliveryState.Bounced, "bounce 550"), (bounced.State, bounced.Reason));
    }

    [Theory]
    [InlineData("bounce", "550 5.1.1 User Ada Löwe unknown; 10.4.5.6 says no", "bounce 550 5.1.1")]
    [InlineData("bounce", "Das Postfach von Ada Löwe ist voll (452-4.2.2).", "bounce 452 4.2.2")]
    [InlineData("bounce", "Mailbox ada551x of Löwe, Haus 17, 99084 Erfurt", "bounce")]
    [InlineData("bounce", null, "bounce")]
    [InlineData("dropped", "Bounced Address", "dropped Bounced Address")]
    [InlineData("dropped", "Spam Content of Ada Löwe", "dropped")]
    public async Task Why_a_mail_came_back_is_kept_in_codes_alone(string name, string? reason, string kept)
    {
        var id = await posts.SendingAsync();

        await posts.PostAsync(posts.Event(name, id, reason: reason));

        Assert.Equal(kept, (await Stage.FindAsync(id)).Reason);
    }

    [Fact]
    public async Task Events_about_unknown_mails_and_without_fields_are_taken_and_change_nothing()
    {
        var answer = await posts.PostRawAsync(
            """[{"event":"delivered","sg_event_id":"a","delivery":"deliveries/x/delivery-1"},{"event":"delivered","sg_event_id":"b/+=","delivery":"../.."},{},null]""");

        Assert.Equal(HttpStatusCode.NoContent, answer);
    }

    [Fact]
    public async Task An_event_that_cannot_be_read_does_not_hold_up_the_others_of_its_post()
    {
        var id = await posts.SendingAsync();
        var good = JsonSerializer.Serialize(posts.Event("delivered", id));

        Assert.Equal(HttpStatusCode.NoContent, await posts.PostRawAsync($$"""[{"event":"delivered","timestamp":"gestern"},1,{{good}}]"""));

        Assert.Equal(DeliveryState.Delivered, (await Stage.FindAsync(id)).State);
    }

    [Fact]
    public async Task Events_that_name_foreign_rows_or_tables_are_ignored_and_the_others_of_the_post_are_not()
    {
        var id = await posts.SendingAsync();
        var tables = Stage.Service<TableServiceClient>();
        await tables.GetTableClient(Tables.Sessions).AddEntityAsync(new TableEntity("programme", "2026-10-x") { ["Title"] = "fremd" });
        await tables.GetTableClient(Tables.Deliveries)
            .AddEntityAsync(new TableEntity(TestMails.Partition, "content") { ["Notice"] = "{}" });
        await tables.GetTableClient(Tables.Deliveries).AddEntityAsync(
            new TableEntity(TestMails.Partition, "delivery-0000-kaputt") { ["State"] = "Sending", ["Attempts"] = "viele" });
        string[] foreign =
        [
            "sessions/programme/2026-10-x", "sessions/programme/delivery-1", $"deliveries/{TestMails.Partition}/content",
            $"deliveries/{TestMails.Partition}/delivery-0000-kaputt", "deliveries/a?b#c/delivery-1", "deliveries/a\\b/delivery-1",
            "deliveries/a\tb/delivery-1", $"deliveries/{new string('x', 2000)}/delivery-1", "gibtesnicht/a/delivery-1",
            "deliveries/gibtesnicht/delivery-1", "documents/2026/delivery-1", "a b/c/delivery-1", "../../..", "",
        ];

        var answer = await posts.PostAsync(
            [.. foreign.Select(one => With(posts.Event("delivered", null), one)), posts.Event("delivered", id)]);

        Assert.Equal(HttpStatusCode.NoContent, answer);
        Assert.Equal(DeliveryState.Delivered, (await Stage.FindAsync(id)).State);

        static Dictionary<string, object?> With(Dictionary<string, object?> one, string delivery)
        {
            one["delivery"] = delivery;
            return one;
        }
    }

    [Fact]
    public async Task Events_are_forgotten_when_their_repetition_would_be_refused()
    {
        await posts.PostAsync([.. Enumerable.Range(0, 120).Select(_ => posts.Event("unsubscribe", null))]);
        Assert.Equal(120, await SeenAsync());

        Stage.Clock.Advance(TimeSpan.FromDays(2));
        await Stage.FireAsync("ForgetMailEvents");
        Assert.Equal(120, await SeenAsync());
        Stage.Clock.Advance(TimeSpan.FromDays(2));
        await Stage.FireAsync("ForgetMailEvents");
        Assert.Equal(0, await SeenAsync());
    }

    async Task<int> SeenAsync() =>
        await Stage.Service<TableServiceClient>().GetTableClient(Tables.MailEvents).QueryAsync<TableEntity>().CountAsync();
}
