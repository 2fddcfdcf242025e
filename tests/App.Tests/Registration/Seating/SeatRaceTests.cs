using System.Diagnostics;
using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Managing;
using Xunit.Abstractions;

namespace ThaffFunctions.Tests.Registration.Seating;

public sealed class SeatRaceTests(ITestOutputHelper output)
{
    static readonly Dictionary<string, string> Quiet = new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" };

    [Theory]
    [InlineData(false, 2)] // without the seats row's ETag both write what they computed: one seat, two who have it
    [InlineData(true, 1)]
    public async Task Two_instances_that_both_found_the_last_seat_free_sell_it_once_because_of_its_etag(bool guarded, int sold)
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new ArrangedStorage { IsGuarded = guarded };
        await using var one = await Stage.OpenAsync(settings: Quiet, replace: services => storage.Replace(services, account),
            storage: account);
        await one.PlanAsync(TestSessions.October with { Seats = 1 });
        await using var two = await Stage.OpenAsync(settings: Quiet, replace: services => storage.Replace(services, account),
            storage: account);
        var bothHaveRead = new TaskCompletionSource();
        storage.Begin();
        storage.Before = number =>
        {
            if (number == 2) bothHaveRead.SetResult();
            return bothHaveRead.Task;
        };

        var answers = await Task.WhenAll(one.RegisterAsync(Person.Ada), two.RegisterAsync(Person.Bo));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        var book = await SeatBook.ReadAsync(one);
        Assert.Equal((1, sold), (book.Seats.Taken, book.Seated.Count));
        if (guarded) Assert.Single(book.ExpectSound().Waiting);
    }

    [Fact]
    public async Task Five_hundred_at_once_get_sixty_seats_and_a_waiting_list_in_order()
    {
        await using var stage = await Stage.OpenAsync(settings: Quiet);
        await stage.PlanAsync(TestSessions.October);
        var crowd = Crowd(500);

        var watch = Stopwatch.StartNew();
        var answers = await Task.WhenAll(crowd.Select(person => stage.RegisterAsync(person)));
        output.WriteLine($"{crowd.Count} registrations in {watch.Elapsed.TotalSeconds:F2} s");

        await ExpectFullAsync(stage, crowd, answers);
    }

    [Fact]
    public async Task Two_instances_never_oversell_together()
    {
        await using var one = await Stage.OpenAsync(settings: Quiet);
        await one.PlanAsync(TestSessions.October);
        await using var two = await Stage.OpenAsync(settings: Quiet, storage: one.Storage);
        var crowd = Crowd(200);

        var answers = await Task.WhenAll(crowd.Select((person, n) => (n % 2 == 0 ? one : two).RegisterAsync(person)));

        await ExpectFullAsync(one, crowd, answers);
    }

    [Fact]
    public async Task The_same_person_many_times_at_once_is_one_row()
    {
        await using var stage = await Stage.OpenAsync(settings: Quiet);
        await stage.PlanAsync(TestSessions.October);

        var answers = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => stage.RegisterAsync(Person.Ada)));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(3, book.Mails[Assert.Single(book.Seated).Key].Count());
    }

    [Fact]
    public async Task Seats_that_change_while_people_register_are_neither_oversold_nor_left_empty()
    {
        await using var one = await Stage.OpenAsync(settings: Quiet);
        await one.PlanAsync(TestSessions.October with { Seats = 5 });
        await using var two = await Stage.OpenAsync(settings: Quiet, storage: one.Storage);
        var crowd = Crowd(120);

        var registering = Task.WhenAll(crowd.Select((person, n) => (n % 2 == 0 ? one : two).RegisterAsync(person)));
        foreach (var seats in new[] { 40, 3, 70, 20, 60 }) await one.PlanAsync(TestSessions.October with { Seats = seats });
        await registering;

        var book = (await SeatBook.ReadAsync(one)).ExpectSound();
        Assert.Equal((60, 120), (book.Seats.Capacity, book.Seated.Count + book.Waiting.Count));
        Assert.InRange(book.Seated.Count, 60, 70); // nobody is unseated who got a seat while there were 70
    }

    [Fact]
    public async Task A_session_cancelled_while_people_register_answers_everybody_and_keeps_who_was_in_time()
    {
        await using var one = await Stage.OpenAsync(settings: Quiet);
        await one.PlanAsync(TestSessions.October);
        await using var two = await Stage.OpenAsync(settings: Quiet, storage: one.Storage);
        var crowd = Crowd(100);

        var registering = Task.WhenAll(crowd.Select((person, n) => (n % 2 == 0 ? one : two).RegisterAsync(person)));
        await two.PlanAsync(TestSessions.October with { Status = ThaffFunctions.Programme.SessionStatus.Cancelled });
        var answers = await registering;

        Assert.All(answers, answer => Assert.Contains(answer.StatusCode, new[] { HttpStatusCode.Accepted, HttpStatusCode.Gone }));
        var book = await SeatBook.ReadAsync(one);
        Assert.Equal(answers.Count(answer => answer.StatusCode == HttpStatusCode.Accepted), book.Seated.Count + book.Waiting.Count);
        Assert.Equal(HttpStatusCode.Gone, (await one.RegisterAsync(Person.Ada)).StatusCode); // not from memory
    }

    [Fact]
    public async Task Many_who_cancel_at_once_twice_each_and_on_both_instances_let_exactly_as_many_move_up()
    {
        await using var one = await Stage.OpenAsync(settings: Quiet);
        var session = await one.PlanAsync(TestSessions.October with { Seats = 10 });
        await using var two = await Stage.OpenAsync(settings: Quiet, storage: one.Storage);
        foreach (var person in Crowd(30)) await one.RegisterAsync(person);
        var before = await SeatBook.ReadAsync(one);
        var leaving = before.Seated.Take(5).Concat(before.Waiting.Take(5)).ToList(); // the first in line leave while they are promoted

        await Task.WhenAll(leaving.SelectMany(attendee => new[] { one, two }.Select(stage => CancelAsync(stage, attendee))));

        var book = (await SeatBook.ReadAsync(one)).ExpectSound();
        Assert.Equal([6, 7, 8, 9, 10, 16, 17, 18, 19, 20], book.Seated.Select(attendee => attendee.Place));
        Assert.Equal(10, book.Waiting.Count);
        Assert.All(leaving, attendee =>
            Assert.Single(
                book.Mails[attendee.Key], kind => kind is RegistrationMailKind.Cancelled or RegistrationMailKind.WaitingCancelled));
        Assert.All(book.Seated.Skip(5),
            attendee => Assert.Equal([RegistrationMailKind.Promoted, RegistrationMailKind.Waiting], book.Mails[attendee.Key].Order()));

        Task CancelAsync(Stage stage, Attendee attendee) => stage.Http.PostAsync(
            stage.Service<ManageLink>().For(session, attendee).PathAndQuery,
            new FormUrlEncodedContent([KeyValuePair.Create("action", "cancel")]));
    }

    [Fact]
    public async Task Seats_of_two_kinds_are_sold_once_each_while_people_register_switch_and_cancel_on_two_instances()
    {
        await using var one = await Stage.OpenAsync(settings: Quiet);
        var session = await one.PlanAsync(TestSessions.October with { Seats = 20, SeatsOnline = 30 });
        await using var two = await Stage.OpenAsync(settings: Quiet, storage: one.Storage);
        var crowd = Crowd(120);

        await Task.WhenAll(crowd.Select((person, n) =>
            (n % 2 == 0 ? one : two).RegisterAsync(person, null, ("attendance", n % 3 == 0 ? "onSite" : "online"))));
        var full = (await SeatBook.ReadAsync(one)).ExpectSound();
        Assert.Equal((20, 30), (full.Seats.Taken, full.Seats.Online!.Taken));
        Assert.Equal((20, 50), (full.Seats.Waiting, full.Seats.Online.Waiting));

        // ten leave on site, whom ten follow; thirty who wait online try to switch to seats that are gone; those who left leave twice
        var leaving = full.Seated.Where(attendee => attendee.Mode == AttendanceMode.OnSite).Take(10).ToList();
        var switching = full.Waiting.Where(attendee => attendee.Mode == AttendanceMode.Online).Take(30).ToList();
        await Task.WhenAll(leaving.SelectMany(attendee => new[] { one, two }.Select(stage => ActAsync(stage, attendee, "cancel")))
            .Concat(switching.Select((attendee, n) => ActAsync(n % 2 == 0 ? one : two, attendee, "switch", "onSite"))));
        var after = (await SeatBook.ReadAsync(one)).ExpectSound();
        Assert.Equal((20, 10, 30, 50), (after.Seats.Taken, after.Seats.Waiting, after.Seats.Online!.Taken, after.Seats.Online.Waiting));

        // room for all who wait on site and five more: exactly five of those who wait online can switch, and each moves nobody else
        await one.PlanAsync(session with { Seats = 35 });
        await Task.WhenAll(switching.Select((attendee, n) => ActAsync(n % 2 == 0 ? one : two, attendee, "switch", "onSite")));
        var last = await SeatBook.ReadAsync(one);
        Assert.Equal((35, 0, 30, 45), (last.Seats.Taken, last.Seats.Waiting, last.Seats.Online!.Taken, last.Seats.Online.Waiting));
        Assert.Equal(35, last.Seated.Count(attendee => attendee.Mode == AttendanceMode.OnSite));
        Assert.Equal(45, last.Line.Count);

        Task ActAsync(Stage stage, Attendee attendee, string action, string to = "") => stage.Http.PostAsync(
            stage.Service<ManageLink>().For(session, attendee).PathAndQuery,
            new FormUrlEncodedContent([KeyValuePair.Create("action", action), KeyValuePair.Create("to", to)]));
    }

    static List<Person> Crowd(int size) =>
        [.. Enumerable.Range(1, size).Select(n => new Person("Gast", $"Nummer {n}", $"gast{n}@example.org"))];

    /// <summary>
    /// Everybody was answered and has exactly one place: the first sixty a seat, the others the waiting list; and exactly sixty were told
    /// of a seat.
    /// </summary>
    static async Task ExpectFullAsync(Stage stage, List<Person> crowd, HttpResponseMessage[] answers)
    {
        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        var told = await Task.WhenAll(
            answers.Select(async answer => (await answer.Content.ReadFromJsonAsync<JsonNode>())!["seats"]!.GetValue<string>()));
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();

        Assert.Equal(Enumerable.Range(1, 60), book.Seated.Select(attendee => attendee.Place));
        Assert.Equal(Enumerable.Range(61, crowd.Count - 60), book.Waiting.Select(attendee => attendee.Place));
        Assert.Equal(crowd.Select(person => person.LastName).Order(),
            book.Seated.Concat(book.Waiting).Select(attendee => attendee.LastName).Order());
        foreach (var (person, answer) in crowd.Zip(told))
            Assert.Equal(answer == "available", book.Seated.Any(attendee => attendee.LastName == person.LastName));
        Assert.All(book.Mails, mails => Assert.Single(mails));
    }
}
