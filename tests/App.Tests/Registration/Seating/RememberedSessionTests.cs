using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Tests.Registration.Seating;

/// <summary>Two instances on one storage: what one remembers of a session must not outlive what the other was told.</summary>
public sealed class RememberedSessionTests : IAsyncLifetime
{
    static readonly Dictionary<string, string> Quiet = new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" };

    Stage one = null!;
    Stage two = null!;

    public async Task InitializeAsync()
    {
        one = await Stage.OpenAsync(settings: Quiet);
        await one.PlanAsync(TestSessions.October with { Seats = 5 });
        two = await Stage.OpenAsync(settings: Quiet, storage: one.Storage);
        foreach (var n in Enumerable.Range(1, 5)) // the first instance has seen the session open
            await AnswerAsync(new("Gast", "Muster", $"vorher{n}@example.org"));
    }

    public async Task DisposeAsync()
    {
        await two.DisposeAsync();
        await one.DisposeAsync();
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)] // the message that tells of the change has not arrived yet
    public async Task A_deadline_that_another_instance_extended_holds_at_once(bool isFollowed)
    {
        await PlanAsync(TestSessions.October with { Seats = 9, RegistrationCloses = TestSessions.October.Start }, isFollowed);
        one.Clock.SetUtcNow(TestSessions.October.RegistrationCloses.AddMinutes(1));

        Assert.Contains("<form", await one.Http.GetStringAsync(TestSessions.October.Path), StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.Accepted, (await AnswerAsync(Person.Bo)).Status);
    }

    [Fact]
    public async Task A_deadline_that_passes_while_requests_wait_in_line_is_not_told_from_memory()
    {
        one.Clock.SetUtcNow(TestSessions.October.RegistrationCloses.AddMinutes(-1));
        Assert.Equal(HttpStatusCode.Accepted, (await AnswerAsync(Person.Bo)).Status);
        await PlanAsync(TestSessions.October with { RegistrationCloses = TestSessions.October.Start }, isFollowed: false);
        one.Clock.Advance(TimeSpan.FromMinutes(1));

        var answers = await Task.WhenAll(Enumerable.Range(1, 10)
            .Select(n => AnswerAsync(new("Gast", $"Nummer {n}", $"gast{n}@example.org"))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.Status));
    }

    [Fact]
    public async Task A_session_that_was_cancelled_and_takes_place_after_all_is_open_at_once()
    {
        await PlanAsync(TestSessions.October with { Seats = 9, Status = SessionStatus.Cancelled });
        Assert.Equal(HttpStatusCode.Gone, (await AnswerAsync(Person.Bo)).Status);

        await PlanAsync(TestSessions.October with { Seats = 9 }, isFollowed: false);

        Assert.Equal(HttpStatusCode.Accepted, (await AnswerAsync(Person.Bo)).Status);
    }

    [Fact]
    public async Task Seats_that_another_instance_added_are_free_at_once()
    {
        Assert.Equal("waitingList", (await AnswerAsync(Person.Bo)).Seats);

        await PlanAsync(TestSessions.October with { Seats = 9 });

        Assert.Equal("available", (await AnswerAsync(Person.Cem)).Seats);
    }

    [Fact]
    public async Task A_closed_answer_names_the_moment_it_closed_and_never_one_to_come()
    {
        // stored by an older version: registration would outlast the session's start
        await PlanAsync(TestSessions.October with { RegistrationCloses = TestSessions.October.End.AddDays(1) });
        one.Clock.SetUtcNow(TestSessions.October.Start);

        var answer = await one.RegisterAsync(Person.Bo);

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        const string Why = "Die Anmeldung zu diesem Termin ist seit dem 5. Oktober 2026, 10:00 Uhr geschlossen.";
        Assert.Equal(Why, (await answer.Content.ReadFromJsonAsync<JsonNode>())!["detail"]!.GetValue<string>());
        Assert.Contains(Why, WebUtility.HtmlDecode(await one.Http.GetStringAsync(TestSessions.October.Path)), StringComparison.Ordinal);
    }

    async Task PlanAsync(Session session, bool isFollowed = true)
    {
        var store = two.Service<ProgrammeStore>();
        var known = await store.FindAsync(session.Id, CancellationToken.None);
        await store.WriteAsync([new(session, "programm.yaml", two.Clock.GetUtcNow(), known!.ETag)], CancellationToken.None);
        if (isFollowed) await two.FireAsync("FollowProgramme", session.Id.Value);
    }

    async Task<(HttpStatusCode Status, string? Seats)> AnswerAsync(Person person)
    {
        var answer = await one.RegisterAsync(person);
        return (answer.StatusCode, (await answer.Content.ReadFromJsonAsync<JsonNode>())!["seats"]?.GetValue<string>());
    }
}
