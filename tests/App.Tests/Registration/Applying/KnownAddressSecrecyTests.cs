using System.Net;
using Azure.Storage.Queues;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Pending;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Applying;

/// <summary>Whoever asks must not learn who is registered: neither by the answer nor by what is asked of storage before it.</summary>
public sealed class KnownAddressSecrecyTests
{
    const string Known = "buero@werkstatt.example";
    const string Unknown = "niemand@werkstatt.example";

    static readonly Dictionary<string, string> Quiet = new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" };

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task However_many_names_are_tried_an_address_is_answered_alike_whether_it_is_known_or_not(bool isForm)
    {
        await using var stage = await Stage.OpenAsync(settings: Quiet);
        await stage.PlanAsync(TestSessions.October);
        for (var n = 1; n <= 3; n++) await stage.RegisterAsync(new("Ada", $"Löwe {n}", Known));
        await stage.SettledAsync();

        var known = await TryAsync(Known);
        var unknown = await TryAsync(Unknown);

        Assert.Equal(unknown, known);
        Assert.All(known, answer => Assert.StartsWith(isForm ? "SeeOther" : "Accepted", answer, StringComparison.Ordinal));
        Assert.Equal(2 * 5, (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Count);

        async Task<List<string>> TryAsync(string email)
        {
            var answers = new List<string>();
            foreach (var n in Enumerable.Range(1, 7))
            {
                var person = new Person("Erfunden", $"Nummer {n}", email);
                var answer = await (isForm ? stage.PostFormAsync(person) : stage.RegisterAsync(person));
                var headers = answer.Headers.Concat(answer.Content.Headers).Where(header => header.Key != "Date")
                    .Select(header => $"{header.Key}: {string.Join(',', header.Value)}").Order(StringComparer.Ordinal);
                answers.Add($"{answer.StatusCode}\n{string.Join('\n', headers)}\n{await answer.Content.ReadAsStringAsync()}");
            }

            return answers;
        }
    }

    [Fact]
    public async Task The_same_calls_to_storage_come_before_the_answer_whether_an_address_is_known_or_not()
    {
        var account = await StorageEmulator.NewAccountAsync();
        using var storage = new RecordedStorage("Register");
        await using var stage = await Stage.OpenAsync(settings: Quiet, replace: services => storage.Replace(services, account),
            storage: account);
        await stage.PlanAsync(TestSessions.October);
        foreach (var n in new[] { 1, 2 }) await stage.RegisterAsync(new("Ada", $"Löwe {n}", Known));
        await stage.SettledAsync();
        storage.Take();

        var calls = new List<string>();
        foreach (var person in new Person[]
        {
            new("Erfunden", "Nummer 1", Unknown), // nobody's address
            new("Ada", "Löwe 1", Known), // the same person
            new("Erfunden", "Nummer 2", Known), // somebody else with the address
            new("Erfunden", "Nummer 3", "noch@jemand.example"),
        })
        {
            await stage.RegisterAsync(person);
            calls.Add(string.Join('\n', storage.Take()));
            await stage.SettledAsync();
        }

        Assert.Equal(3, calls[0].Split('\n').Length); // seats row, address, and one transaction
        Assert.Single(calls.Distinct());
    }

    [Fact]
    public async Task That_an_address_is_full_is_told_by_one_mail_a_day_to_the_address_alone()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Registration:PersonsPerAddress"] = "1" });
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);

        for (var n = 1; n <= 3; n++) await stage.RegisterAsync(new("Erfunden", $"Nummer {n}", Person.Ada.Email));

        await stage.SettledAsync();
        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email))
            .FirstOrDefault(mail => mail.Subject.StartsWith("Keine weitere Anmeldung", StringComparison.Ordinal)));
        Assert.DoesNotContain("Erfunden", mail.Text + mail.Html, StringComparison.Ordinal);
        Assert.Equal(["registration-address-full", "registration-seated"], (await SeatBook.ReadAsync(stage)).Mails.Single().Order());
    }

    [Fact]
    public async Task An_application_whose_message_got_lost_is_found_again()
    {
        string storage;
        var deafSettings = new Dictionary<string, string>(Quiet) { ["AzureWebJobs.SettleApplication.Disabled"] = "true" };
        await using (var deaf = await Stage.OpenAsync(settings: deafSettings))
        {
            storage = deaf.Storage;
            await deaf.PlanAsync(TestSessions.October);
            await deaf.RegisterAsync(Person.Ada);
            Assert.Equal(HttpStatusCode.Accepted, (await deaf.RegisterAsync(Person.Bo with { Email = Person.Ada.Email })).StatusCode);
            var queue = deaf.Service<QueueServiceClient>().GetQueueClient(Queues.Applications);
            await Stage.EventuallyAsync(async () => (await queue.PeekMessagesAsync(1)).Value.Length == 1);
            await queue.ClearMessagesAsync();
        }

        await using var stage = await Stage.OpenAsync(settings: Quiet, storage: storage);
        await stage.FireAsync("RecoverPendingWork");
        Assert.Single(await stage.PendingAsync(PendingWork.Application)); // its message may still come

        stage.Clock.Advance(TimeSpan.FromMinutes(10));
        await stage.FireAsync("RecoverPendingWork");

        Assert.Equal(["Ada", "Bo"],
            (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
    }

    [Fact]
    public async Task The_message_about_work_that_fails_again_and_again_is_sent_ever_more_rarely()
    {
        var settings = new Dictionary<string, string>(Quiet) { ["AzureWebJobs.SettleApplication.Disabled"] = "true" };
        await using var stage = await Stage.OpenAsync(settings: settings);
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo with { Email = Person.Ada.Email });

        var sent = new List<int>();
        var queue = stage.Service<QueueServiceClient>().GetQueueClient(Queues.Applications);
        await Stage.EventuallyAsync(async () => (await queue.PeekMessagesAsync(1)).Value.Length == 1);
        await queue.ClearMessagesAsync();
        for (var minute = 5; minute <= 24 * 60; minute += 5)
        {
            stage.Clock.Advance(TimeSpan.FromMinutes(5));
            await stage.FireAsync("RecoverPendingWork");
            if ((await queue.PeekMessagesAsync(1)).Value.Length == 0) continue;
            sent.Add(minute);
            await queue.ClearMessagesAsync();
        }

        Assert.Equal([10, 20, 40, 80, 160, 320, 640, 1280], sent);
    }

    [Fact]
    public async Task Who_applied_before_the_session_was_cancelled_and_is_settled_after_it_hears_of_it_and_gets_no_place()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.SettleApplication.Disabled"] = "true" });
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo with { Email = Person.Ada.Email });
        await stage.PlanAsync(TestSessions.October with { Status = SessionStatus.Cancelled });

        var key = (await stage.PendingAsync(PendingWork.Application)).Single();
        await stage.Service<ReturningApplicants>().SettleAsync(TestSessions.October.Id, key, default);

        var mail = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email))
            .FirstOrDefault(mail => mail.Text.Contains("während Ihre Anmeldung einging", StringComparison.Ordinal)));
        Assert.Equal($"Abgesagt ist der Termin am 5. Oktober, 10 Uhr: {TestSessions.October.Title}", mail.Subject);
        Assert.Contains("Guten Tag Bo", mail.Text, StringComparison.Ordinal);
        Assert.Empty(mail.Attachments);
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(("Ada", "Bo"), (Assert.Single(book.Seated).FirstName, Assert.Single(book.Cancelled).FirstName));
    }

    [Fact]
    public async Task An_application_settled_twice_at_once_is_one_place()
    {
        var settings = new Dictionary<string, string>(Quiet) { ["AzureWebJobs.SettleApplication.Disabled"] = "true" };
        await using var one = await Stage.OpenAsync(settings: settings);
        await one.PlanAsync(TestSessions.October);
        await using var two = await Stage.OpenAsync(settings: settings, storage: one.Storage);
        await one.RegisterAsync(Person.Ada);
        await one.RegisterAsync(Person.Bo with { Email = Person.Ada.Email });
        var key = (await one.PendingAsync(PendingWork.Application)).Single();

        await Task.WhenAll(Enumerable.Range(0, 6).Select(n =>
            (n % 2 == 0 ? one : two).Service<ReturningApplicants>().SettleAsync(TestSessions.October.Id, key, default)));

        var book = (await SeatBook.ReadAsync(one)).ExpectSound();
        Assert.Equal(["Ada", "Bo"], book.Seated.Select(attendee => attendee.FirstName));
        Assert.All(book.Mails, mails => Assert.Single(mails));
    }
}
