using System.Net;
using Azure.Data.Tables;
using ThaffFunctions.Mail;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration;

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
    public async Task Confirming_and_correcting_prove_an_address_and_looking_and_cancelling_do_not()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        var ada = (await MailAsync(stage, Person.Ada, "Ihre Anmeldung")).LinkTo("/anmeldung");
        var bo = (await MailAsync(stage, Person.Bo, "Ihre Anmeldung")).LinkTo("/anmeldung");

        await stage.Http.GetAsync(ada);
        await PostAsync(stage, ada, ("action", "cancel"));
        await PostAsync(stage, bo, ("action", "confirm"));

        var proven = stage.Service<ProvenAddresses>();
        Assert.False(await proven.ContainsAsync(EmailAddress.Stored(Person.Ada.Email), default));
        Assert.True(await proven.ContainsAsync(EmailAddress.Stored(Person.Bo.Email), default));
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

        var first = await MailAsync(stage, person, "Ihre Anmeldung");
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
