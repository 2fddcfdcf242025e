using System.Net;
using Azure.Data.Tables;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration.Mails;

/// <summary>Anybody can type anybody's address: what reaches a mailbox whose owner has confirmed nothing.</summary>
public sealed class StrangerMailTests
{
    const string Domain = "werkstatt.example";

    static readonly string[] Spellings =
        ["ada", "Ada", "a.da", "ad.a", "a.d.a", "ada+1", "ada+2", "ADA+3", "a.da+4", "ada+5", "ada+6"];

    [Fact]
    public async Task Five_mails_an_hour_and_ten_a_day_go_there_over_all_sessions_kinds_and_spellings_and_the_others_wait()
    {
        await using var stage = await Stage.OpenAsync();
        var november = ThaffFunctions.Programme.SessionId.Parse("2026-11-wohnen")!.Value;
        await stage.PlanAsync(TestSessions.October);
        await stage.PlanAsync(TestSessions.October with { Id = november });

        foreach (var (n, local) in Spellings.Index())
            Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(new("Ada", "Löwe", $"{local}@{Domain}"),
                n % 2 == 0 ? null : november.Value)).StatusCode);
        await stage.SubscribeAsync($"ada@{Domain}"); // the twelfth
        await SentAsync(stage, 5, waiting: 7);

        stage.Clock.Advance(TimeSpan.FromMinutes(59));
        await stage.FireAsync("RecoverDeliveries");
        await SentAsync(stage, 5, waiting: 7);

        stage.Clock.Advance(TimeSpan.FromMinutes(12)); // the timer leaves its message ten minutes
        await stage.FireAsync("RecoverDeliveries");
        await SentAsync(stage, 10, waiting: 2);

        stage.Clock.Advance(TimeSpan.FromHours(22));
        await stage.FireAsync("RecoverDeliveries");
        await SentAsync(stage, 10, waiting: 2);

        stage.Clock.Advance(TimeSpan.FromHours(2));
        await stage.FireAsync("RecoverDeliveries");
        await SentAsync(stage, 12, waiting: 0);
    }

    [Fact]
    public async Task Who_confirmed_something_gets_all_mails_and_another_spelling_of_the_address_does_not()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Registration:PersonsPerAddress"] = "20" });
        await stage.PlanAsync(TestSessions.October);
        await stage.SubscribeAsync($"ada@{Domain}");
        await stage.ConfirmAsync((await stage.ConfirmationAsync($"ada@{Domain}")).LinkTo("/newsletter/bestaetigen"));

        for (var n = 1; n <= 7; n++) await stage.RegisterAsync(new("Ada", $"Löwe {n}", $"ada@{Domain}"));
        await SentAsync(stage, 8, waiting: 0);

        await stage.RegisterAsync(new("Ada", "Löwe", $"a.da@{Domain}"));
        await SentAsync(stage, 8, waiting: 1);
    }

    [Fact]
    public async Task Who_confirmed_something_gets_more_mails_but_not_any_number()
    {
        await using var stage = await Stage.OpenAsync(settings: new()
        {
            ["Registration:PersonsPerAddress"] = "20",
            ["MailLimits:PerUnconfirmedAddressAndHour"] = "1",
            ["MailLimits:PerConfirmedAddressAndHour"] = "3",
            ["MailLimits:PerConfirmedAddressAndDay"] = "4",
        });
        await stage.PlanAsync(TestSessions.October);
        await stage.AddActiveAsync($"ada@{Domain}"); // consent was given elsewhere: nobody doubts the address

        for (var n = 1; n <= 6; n++) await stage.RegisterAsync(new("Ada", $"Löwe {n}", $"ada@{Domain}"));
        await SentAsync(stage, 3, waiting: 3);

        stage.Clock.Advance(TimeSpan.FromMinutes(71));
        await stage.FireAsync("RecoverDeliveries");
        await SentAsync(stage, 4, waiting: 2);
    }

    [Fact]
    public async Task Whoever_moves_up_hears_of_it_at_once_however_many_mails_went_there()
    {
        await using var stage = await Stage.OpenAsync(settings: new()
        {
            ["MailLimits:PerUnconfirmedAddressAndHour"] = "1",
            ["MailLimits:PerConfirmedAddressAndHour"] = "1",
        });
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await MailAsync(stage, Person.Bo, "Warteliste"); // all that the hour allows

        await PostAsync(stage, (await MailAsync(stage, Person.Ada, "Angemeldet für")).LinkTo("/anmeldung"), ("action", "cancel"));

        await MailAsync(stage, Person.Bo, "Sie haben einen Platz");
    }

    [Fact]
    public async Task A_count_that_cannot_be_read_holds_no_mail_back_and_begins_anew()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["MailLimits:PerUnconfirmedAddressAndHour"] = "2" });
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await MailAsync(stage, Person.Ada, "Angemeldet für");
        var table = stage.Service<TableServiceClient>().GetTableClient(Tables.Limits);
        var count = await table.QueryAsync<TableEntity>()
            .FirstAsync(row => row.PartitionKey.StartsWith("mails-", StringComparison.Ordinal));
        await table.UpdateEntityAsync(new TableEntity(count.PartitionKey, count.RowKey) { ["Sent"] = "gestern:x" }, count.ETag,
            TableUpdateMode.Replace);

        foreach (var tag in new[] { "a", "b", "c" }) await stage.RegisterAsync(Person.Ada with { Email = $"ada+{tag}@{Domain}" });

        await SentAsync(stage, 3, waiting: 1);
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example"))
            .Any(mail => mail.Text.Contains($"limits: {count.PartitionKey} / {count.RowKey}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_most_mails_that_a_setting_allows_in_a_day_can_be_counted()
    {
        await using var stage = await Stage.OpenAsync(settings: new()
        {
            ["MailLimits:PerUnconfirmedAddressAndHour"] = "500",
            ["MailLimits:PerUnconfirmedAddressAndDay"] = "500",
        });
        var (limit, address) = (stage.Service<RecipientLimit>(), EmailAddress.Stored(Person.Ada.Email));

        for (var n = 1; n <= 500; n++)
            Assert.Null(await limit.TakeAsync(address, SeatTransaction.NewDelivery(TestSessions.October.Id), default));

        Assert.NotNull(await limit.TakeAsync(address, SeatTransaction.NewDelivery(TestSessions.October.Id), default));
    }

    [Fact]
    public async Task Confirming_and_correcting_prove_an_address_and_looking_and_cancelling_do_not()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        var ada = (await MailAsync(stage, Person.Ada, "Angemeldet für")).LinkTo("/anmeldung");
        var bo = (await MailAsync(stage, Person.Bo, "Angemeldet für")).LinkTo("/anmeldung");

        await stage.Http.GetAsync(ada);
        await PostAsync(stage, ada, ("action", "cancel"));
        await PostAsync(stage, bo, ("action", "confirm"));

        var confirmed = stage.Service<ConfirmedAddresses>();
        Assert.False(await confirmed.ContainsAsync(EmailAddress.Stored(Person.Ada.Email), default));
        Assert.True(await confirmed.ContainsAsync(EmailAddress.Stored(Person.Bo.Email), default));
    }

    [Theory]
    [InlineData("evil .com", "Löwe")]
    [InlineData("Ruf", "0361 123456")]
    [InlineData("<b>Ada</b>", "Löwe")]
    [InlineData("1.2.3.4", "Löwe")]
    public async Task A_name_that_looks_like_none_reaches_only_who_has_proven_the_address(string firstName, string lastName)
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        var person = new Person(firstName, lastName, Person.Ada.Email);
        await stage.RegisterAsync(person);

        var first = await MailAsync(stage, person, "Angemeldet für");
        Assert.StartsWith("Guten Tag,", first.Text[first.Text.IndexOf("Guten", StringComparison.Ordinal)..], StringComparison.Ordinal);
        foreach (var part in new[] { first.Html, first.Text, first.Calendar, WebUtility.HtmlDecode(first.Html) })
            foreach (var name in new[] { firstName, lastName }) Assert.DoesNotContain(name, part, StringComparison.Ordinal);

        await PostAsync(stage, first.LinkTo("/anmeldung"), ("action", "confirm"));
        await stage.RegisterAsync(person);
        var second = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(person.Email)).ElementAtOrDefault(1));
        Assert.Contains($"Guten Tag {firstName} {lastName},", second.Text, StringComparison.Ordinal);
        Assert.Contains($"Guten Tag {WebUtility.HtmlEncode(firstName)} ", second.Html, StringComparison.Ordinal);
    }

    /// <summary>Waits until so many went to the domain and so many wait for their time.</summary>
    static async Task SentAsync(Stage stage, int sent, int waiting)
    {
        var tables = stage.Service<TableServiceClient>();
        await Stage.EventuallyAsync(async () =>
        {
            var queued = 0;
            foreach (var table in new[] { Tables.Registrations, Tables.Subscribers })
                queued += await tables.GetTableClient(table).QueryAsync<TableEntity>(TableClient.CreateQueryFilter(
                    $"State eq {nameof(DeliveryState.Queued)} and QueuedAt gt {stage.Clock.GetUtcNow()}")).CountAsync();
            return queued == waiting && (await stage.MailsAsync(Domain)).Count == sent;
        });
        Assert.Equal(sent, (await stage.MailsAsync(Domain)).Count);
    }

    static Task<SentMail> MailAsync(Stage stage, Person person, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(person.Email)).FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));

    static async Task PostAsync(Stage stage, string link, params (string Name, string Value)[] fields) =>
        Assert.Equal(HttpStatusCode.SeeOther, (await stage.Http.PostAsync(link,
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))))).StatusCode);
}
