using System.Net;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Seating;

public sealed class BrokenStorageTests
{
    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Whichever_call_breaks_before_or_after_it_was_done_a_second_try_ends_with_one_seat(bool isDone)
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone);
        await using var stage = await Stage.OpenAsync(
            settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" },
            replace: services => storage.Replace(services, account, retries: 0),
            storage: account);
        await stage.PlanAsync(TestSessions.October);

        var answers = new List<HttpStatusCode>();
        for (var call = 1; call <= 6; call++)
        {
            var person = new Person("Gast", $"Nummer {call}", $"gast{call}@example.org");
            storage.StrikeAt(call);
            answers.Add((await stage.RegisterAsync(person)).StatusCode);
            storage.StrikeAt(0);
            Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(person)).StatusCode);
        }

        Assert.All(answers, answer => Assert.Contains(answer, new[] { HttpStatusCode.Accepted, HttpStatusCode.ServiceUnavailable }));
        Assert.Contains(HttpStatusCode.Accepted, answers);
        var seated = await stage.Service<Attendees>().SeatedAsync(TestSessions.October.Id, CancellationToken.None).ToListAsync();
        var seats = await stage.Service<SeatStore>().ReadAsync(TestSessions.October.Id, CancellationToken.None);
        Assert.Equal(Enumerable.Range(1, 6), seated.Select(attendee => attendee.Place).Order());
        Assert.Equal(6, seats!.Seats.Taken);
    }

    [Fact]
    public async Task What_was_typed_comes_back_and_can_be_sent_again()
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false);
        await using var stage = await Stage.OpenAsync(replace: services => storage.Replace(services, account, retries: 0),
            storage: account);
        await stage.PlanAsync(TestSessions.October);

        storage.StrikeAt(1);
        var answer = await stage.PostFormAsync(Person.Ada, null, ("question", "Wer hilft beim Visum?"));
        storage.StrikeAt(0);

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Contains("Wer hilft beim Visum?</dd>", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.SeeOther, (await stage.PressAsync(answer)).StatusCode);
        var ada = await stage.Service<Attendees>().SeatedAsync(TestSessions.October.Id, default).SingleAsync();
        Assert.Equal("Wer hilft beim Visum?", ada.Question);
    }

    [Fact]
    public async Task A_page_that_storage_does_not_bear_says_so_in_German()
    {
        var account = await StorageEmulator.NewAccountAsync();
        var storage = new FaultyStorage(isDone: false);
        await using var stage = await Stage.OpenAsync(replace: services => storage.Replace(services, account, retries: 0),
            storage: account);

        storage.StrikeAt(1);
        var answer = await stage.Http.GetAsync("/");

        Assert.Equal(HttpStatusCode.ServiceUnavailable, answer.StatusCode);
        Assert.Equal(TimeSpan.FromMinutes(1), answer.Headers.RetryAfter?.Delta);
        Assert.Contains("noch einmal", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }
}
