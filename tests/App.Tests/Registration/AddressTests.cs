using System.Net;
using System.Text;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Tests.Registration;

public sealed class AddressTests : IAsyncLifetime
{
    const string Office = "buero@werkstatt.example";

    static readonly Person Ada = new("Ada", "Löwe", Office);
    static readonly Person Bea = new("Bea", "Klein", Office);

    Stage stage = null!;
    ThaffFunctions.Programme.Session session = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" });
        session = await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Five_colleagues_may_share_an_address_however_it_is_spelt_and_no_more()
    {
        for (var n = 1; n <= 5; n++)
            Assert.Equal(HttpStatusCode.Accepted,
                (await stage.RegisterAsync(new("Kollege", $"Nummer {n}", n % 2 == 0 ? Office : Office.ToUpperInvariant()))).StatusCode);

        var sixth = await stage.RegisterAsync(new("Kollege", "Nummer 6", Office));

        Assert.Equal(HttpStatusCode.TooManyRequests, sixth.StatusCode);
        Assert.True(sixth.Headers.RetryAfter?.Delta > TimeSpan.Zero);
        // who has a place is answered as before
        Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(new("Kollege", "Nummer 5", Office))).StatusCode);
        Assert.Equal(5, (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Count);
    }

    [Fact]
    public async Task Colleagues_at_once_are_never_more_than_five()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(n => stage.RegisterAsync(new("Kollege", $"Nummer {n}", Office))));

        Assert.Equal(5, answers.Count(answer => answer.StatusCode == HttpStatusCode.Accepted));
        Assert.Equal(7, answers.Count(answer => answer.StatusCode == HttpStatusCode.TooManyRequests));
        Assert.Equal(5, (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Count);
    }

    [Fact]
    public async Task Who_cancels_makes_room_for_a_colleague_and_can_come_back_only_while_there_is_room()
    {
        for (var n = 1; n <= 5; n++) await stage.RegisterAsync(new("Kollege", $"Nummer {n}", Office));
        await PostAsync("Nummer 1", ("action", "cancel"));

        Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(Ada)).StatusCode);
        Assert.Equal(HttpStatusCode.TooManyRequests, (await stage.RegisterAsync(new("Kollege", "Nummer 1", Office))).StatusCode);

        await PostAsync("Löwe", ("action", "cancel"));
        Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(new("Kollege", "Nummer 1", Office))).StatusCode);
        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal((5, 1), (book.Seated.Count, book.Cancelled.Count));
    }

    [Fact]
    public async Task Whose_name_was_corrected_is_the_same_person_by_the_new_name()
    {
        await stage.RegisterAsync(Ada);
        await CorrectAsync("Löwe", "Ada", "Löwe-Klein");

        await stage.RegisterAsync(Ada with { LastName = "Löwe-Klein" });

        Assert.Equal("Löwe-Klein", Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated).LastName);
    }

    [Fact]
    public async Task Who_handed_the_seat_to_a_colleague_can_register_anew()
    {
        await stage.RegisterAsync(Ada);
        await CorrectAsync("Löwe", Bea.FirstName, Bea.LastName);

        foreach (var _ in new[] { 1, 2 })
            Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(Ada, null, ("newsletter", "ja"))).StatusCode);

        var seated = (await SeatBook.ReadAsync(stage)).ExpectSound().Seated;
        Assert.Equal(["Bea", "Ada"], seated.Select(attendee => attendee.FirstName));
        Assert.Equal([false, true], seated.Select(attendee => attendee.WantsNewsletter));
    }

    public static TheoryData<string, string> OnePerson => new()
    {
        { "ADA", "löwe" },
        { " Ada ", "Löwe" },
        { "Ada", "Löwe".Normalize(NormalizationForm.FormD) }, // as some keyboards and files write the umlaut
    };

    [Theory]
    [MemberData(nameof(OnePerson))]
    public async Task A_name_written_otherwise_is_the_same_person(string firstName, string lastName)
    {
        await stage.RegisterAsync(Ada);

        await stage.RegisterAsync(new(firstName, lastName, Office));

        Assert.Single((await SeatBook.ReadAsync(stage)).ExpectSound().Seated);
    }

    async Task<HttpResponseMessage> PostAsync(string lastName, params (string Name, string Value)[] fields)
    {
        var attendee = (await SeatBook.ReadAsync(stage)).Seated.Single(attendee => attendee.LastName == lastName);
        var answer = await stage.Http.PostAsync(stage.Service<ManageLink>().For(session, attendee.Key).PathAndQuery,
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer;
    }

    Task<HttpResponseMessage> CorrectAsync(string lastName, string newFirst, string newLast) => PostAsync(
        lastName, ("action", "correct"), ("firstName", newFirst), ("lastName", newLast), ("company", "Werkstatt"), ("sector", "it"),
        ("region", "jena"));
}
