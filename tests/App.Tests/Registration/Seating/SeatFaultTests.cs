using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using Azure.Data.Tables;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Registration.Seating;

public sealed class SeatFaultTests
{
    static readonly Dictionary<string, string> Quiet = new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" };

    /// <summary>
    /// With a retry, the client library sends the write again and is told 412, though it was this very write that changed the row.
    /// </summary>
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    public async Task A_seat_whose_answer_got_lost_is_confirmed_all_the_same(int retries)
    {
        var (storage, stage) = await ForgetfulAsync(retries);
        await using var _ = stage;
        await stage.PlanAsync(TestSessions.October with { Seats = 6 });
        await stage.RegisterAsync(Person.Ada);

        storage.StrikeAt(1);
        var answer = await stage.RegisterAsync(Person.Bo);

        Assert.True(storage.Struck);
        Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode);
        Assert.Equal("available", (await answer.Content.ReadFromJsonAsync<JsonNode>())!["seats"]!.GetValue<string>());
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Ada", "Bo"], book.Seated.Select(attendee => attendee.FirstName));
        Assert.All(book.Mails, mails => Assert.Single(mails));
    }

    [Theory]
    [InlineData(1)] // what stores the application
    [InlineData(2)] // what settles it
    public async Task A_colleague_whose_answer_got_lost_is_told_what_was_free_and_mailed_once(int write)
    {
        var (storage, stage) = await ForgetfulAsync(retries: 1);
        await using var _ = stage;
        await stage.PlanAsync(TestSessions.October with { Seats = 6 });
        await stage.RegisterAsync(Person.Ada);
        await stage.SettledAsync(); // writes about her mail would be counted

        storage.StrikeAt(write);
        var answer = await stage.RegisterAsync(Person.Bo with { Email = Person.Ada.Email });

        Assert.Equal("available", (await answer.Content.ReadFromJsonAsync<JsonNode>())!["seats"]!.GetValue<string>());
        await Stage.EventuallyAsync(() => Task.FromResult(storage.Struck));
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Ada", "Bo"], book.Seated.Select(attendee => attendee.FirstName));
        Assert.All(book.Mails, mails => Assert.Single(mails));
    }

    [Fact]
    public async Task A_cancellation_whose_answer_got_lost_frees_one_seat_and_tells_each_once()
    {
        var (storage, stage) = await ForgetfulAsync(retries: 1);
        await using var _ = stage;
        var session = await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        var link = stage.Service<ManageLink>().For(session, (await SeatBook.ReadAsync(stage)).Seated[0]).PathAndQuery;

        storage.StrikeAt(1);
        var answer = await stage.Http.PostAsync(link, new FormUrlEncodedContent([KeyValuePair.Create("action", "cancel")]));

        Assert.True(storage.Struck);
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(("Bo", "Cem", "Ada"),
            (Assert.Single(book.Seated).FirstName, Assert.Single(book.Waiting).FirstName, Assert.Single(book.Cancelled).FirstName));
        Assert.All(new[] { book.Seated[0], book.Cancelled[0] }, attendee => Assert.Equal(2, book.Mails[attendee.Key].Count()));
    }

    [Fact]
    public async Task When_the_write_of_a_whole_group_breaks_each_is_told_and_a_second_try_gives_each_one_place()
    {
        var (storage, stage) = await ArrangedAsync();
        await using var _ = stage;
        await stage.PlanAsync(TestSessions.October with { Seats = 4 });
        var held = new TaskCompletionSource();
        storage.Begin();
        storage.Before = number => number switch { 1 => held.Task, 2 => throw ArrangedStorage.Fault(), _ => Task.CompletedTask };
        var crowd = Enumerable.Range(1, 10).Select(n => new Person("Gast", $"Nummer {n}", $"gast{n}@example.org")).ToList();

        var ada = stage.RegisterAsync(Person.Ada);
        await Stage.EventuallyAsync(() => Task.FromResult(storage.Transactions == 1));
        var group = crowd.ConvertAll(person => stage.RegisterAsync(person));
        await CountedAsync(stage, 1 + crowd.Count); // all of them are in line
        held.SetResult();
        var first = await Task.WhenAll(group);

        Assert.Equal(HttpStatusCode.Accepted, (await ada).StatusCode);
        Assert.Contains(HttpStatusCode.ServiceUnavailable, first.Select(answer => answer.StatusCode));
        foreach (var person in crowd) Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(person)).StatusCode);
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal((4, 7), (book.Seated.Count, book.Waiting.Count));
    }

    [Fact]
    public async Task Who_hangs_up_while_serving_the_line_has_a_place_and_leaves_nobody_hanging()
    {
        var (storage, stage) = await ArrangedAsync();
        await using var _ = stage;
        await stage.PlanAsync(TestSessions.October);
        var held = new TaskCompletionSource();
        storage.Begin();
        storage.Before = number => number == 1 ? held.Task : Task.CompletedTask;
        using var patience = new CancellationTokenSource();

        var ada = stage.Http.PostAsJsonAsync("/api/registrations", Person.Ada.Form(TestSessions.October.Id.Value), patience.Token);
        await Stage.EventuallyAsync(() => Task.FromResult(storage.Transactions == 1));
        var bo = stage.RegisterAsync(Person.Bo);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ada);
        held.SetResult();

        Assert.Equal(HttpStatusCode.Accepted, (await bo).StatusCode);
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Ada", "Bo"], book.Seated.Select(attendee => attendee.FirstName));
    }

    /// <summary>A client's posts are counted right before each gets in line, and the count is stored a moment later.</summary>
    static Task CountedAsync(Stage stage, int posts) => Stage.EventuallyAsync(async () =>
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Limits).QueryAsync<TableEntity>($"Taken eq {posts}").AnyAsync());

    static async Task<(FaultyStorage, Stage)> ForgetfulAsync(int retries)
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: true, path: "$batch");
        return (storage, await Stage.OpenAsync(settings: Quiet, replace: services => storage.Replace(services, account, retries),
            storage: account));
    }

    static async Task<(ArrangedStorage, Stage)> ArrangedAsync()
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new ArrangedStorage();
        return (storage, await Stage.OpenAsync(settings: Quiet, replace: services => storage.Replace(services, account), storage: account));
    }
}
