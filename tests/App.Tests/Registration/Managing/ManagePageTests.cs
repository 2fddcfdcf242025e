using System.Net;
using ThaffFunctions.Mail;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Managing;

public sealed class ManagePageTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" });
        await stage.PlanAsync(TestSessions.October with { Seats = 1 });
        foreach (var person in new[] { Person.Ada, Person.Bo }) await stage.RegisterAsync(person);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task The_page_says_what_cancelling_means_to_who_has_a_seat_and_to_who_waits()
    {
        var book = await SeatBook.ReadAsync(stage);

        Assert.Contains("Ihr Platz wird frei", await stage.Http.GetStringAsync(LinkOf(book.Seated[0])), StringComparison.Ordinal);
        var waiting = await stage.Http.GetStringAsync(LinkOf(book.Waiting[0]));
        Assert.DoesNotContain("Ihr Platz wird frei", waiting, StringComparison.Ordinal);
        Assert.Contains("Sie verlassen die Warteliste.", waiting, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_page_says_that_the_session_is_cancelled_and_leaves_nothing_to_change()
    {
        var ada = (await SeatBook.ReadAsync(stage)).Seated[0];
        await stage.PlanAsync(TestSessions.October with { Seats = 1, Status = SessionStatus.Cancelled });

        var page = await stage.Http.GetStringAsync(LinkOf(ada));
        var posted = await PostAsync(ada, "cancel");

        Assert.Contains("Der Termin ist abgesagt.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("Sie haben einen Platz", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<form", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, posted.StatusCode);
        Assert.Empty((await SeatBook.ReadAsync(stage)).Cancelled);
    }

    [Fact]
    public async Task After_the_session_the_page_says_so_and_leads_to_the_next_ones()
    {
        var book = await SeatBook.ReadAsync(stage);
        stage.Clock.Advance(TestSessions.October.End.AddHours(1) - stage.Clock.GetUtcNow());

        var seated = await stage.Http.GetStringAsync(LinkOf(book.Seated[0]));
        var waiting = await stage.Http.GetStringAsync(LinkOf(book.Waiting[0]));

        Assert.Contains("Der Termin ist vorbei. Sie hatten einen Platz.", seated, StringComparison.Ordinal);
        Assert.Contains("Der Termin ist vorbei. Sie standen auf der Warteliste.", waiting, StringComparison.Ordinal);
        Assert.All(new[] { seated, waiting }, page => Assert.Contains("Zu den nächsten Terminen", WebUtility.HtmlDecode(page), StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_shows_a_moved_session_where_it_is_now()
    {
        var ada = (await SeatBook.ReadAsync(stage)).Seated[0];
        await stage.PlanAsync(TestSessions.October with
        {
            Seats = 1,
            Start = TestSessions.October.Start.AddDays(7),
            End = TestSessions.October.End.AddDays(7)
        });

        Assert.Contains("12. Oktober 2026", await stage.Http.GetStringAsync(LinkOf(ada)), StringComparison.Ordinal);
        Assert.Equal(["Ada"], (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Select(attendee => attendee.FirstName));
    }

    [Fact]
    public async Task After_cancelling_it_leads_back_to_the_session()
    {
        var ada = (await SeatBook.ReadAsync(stage)).Seated[0];

        var answer = await PostAsync(ada, "cancel");

        var page = await stage.Http.GetStringAsync(answer.Headers.Location);
        Assert.Contains("Sie haben abgesagt.", page, StringComparison.Ordinal);
        Assert.Contains("Doch teilnehmen?", page, StringComparison.Ordinal);
    }

    /// <summary>Behind the link alone: before it, the page would tell strangers about the address.</summary>
    [Fact]
    public async Task The_page_says_that_no_mail_reaches_the_address_and_promises_none()
    {
        var ada = (await SeatBook.ReadAsync(stage)).Seated[0];
        Assert.DoesNotContain("als unzustellbar abgewiesen", await PageAsync(LinkOf(ada)), StringComparison.Ordinal);
        var thanks = await PageAsync("/anmeldung/danke");
        await stage.Service<Suppression>().SuppressAsync(ada.Email, SuppressionScope.Everything, default);

        Assert.Contains("An Ihre Adresse können wir zurzeit keine E-Mails senden", await PageAsync(LinkOf(ada)), StringComparison.Ordinal);
        var cancelled = await PageAsync((await PostAsync(ada, "cancel")).Headers.Location!.OriginalString);
        Assert.Contains("Sie haben abgesagt.", cancelled, StringComparison.Ordinal);
        Assert.DoesNotContain("per E-Mail", cancelled, StringComparison.Ordinal);
        Assert.Equal(thanks, await PageAsync("/anmeldung/danke"));

        async Task<string> PageAsync(string path) => WebUtility.HtmlDecode(await stage.Http.GetStringAsync(path));
    }

    [Theory]
    [InlineData("")]
    [InlineData("loeschen")]
    public async Task What_it_does_not_know_it_does_not_do(string action)
    {
        var ada = (await SeatBook.ReadAsync(stage)).Seated[0];

        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(ada, action)).StatusCode);
        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    [Theory]
    [InlineData("neu=bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleTE=;local1=bG9jYWwtZGV2ZWxvcG1lbnQtbGluay1rZXktMDAwMDE=", HttpStatusCode.OK)]
    [InlineData("neu=bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleTE=", HttpStatusCode.NotFound)]
    [InlineData("local1=bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleTE=", HttpStatusCode.NotFound)] // the name of a key proves nothing
    public async Task The_link_to_the_page_works_as_long_as_the_key_that_signed_it_is_kept(string keys, HttpStatusCode expected)
    {
        var link = LinkOf((await SeatBook.ReadAsync(stage)).Seated[0]);
        await using var rotated = await Stage.OpenAsync(settings: new() { ["Secrets:LinkKeys"] = keys }, storage: stage.Storage);

        Assert.Equal(expected, (await rotated.Http.GetAsync(link)).StatusCode);
    }

    string LinkOf(Attendee attendee) => stage.Service<ManageLink>().For(TestSessions.October, attendee).PathAndQuery;

    Task<HttpResponseMessage> PostAsync(Attendee attendee, string action) =>
        stage.Http.PostAsync(LinkOf(attendee), new FormUrlEncodedContent([KeyValuePair.Create("action", action)]));
}
