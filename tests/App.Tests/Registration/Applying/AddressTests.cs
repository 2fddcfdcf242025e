using System.Net;
using System.Text;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Managing;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Applying;

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
            await RegisterAsync($"Nummer {n}", n % 2 == 0 ? Office : Office.ToUpperInvariant());

        await RegisterAsync("Nummer 6");
        await RegisterAsync("Nummer 5"); // who has a place is mailed again

        var book = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal([1, 2, 3, 4, 5], book.Seated.Select(attendee => int.Parse(attendee.LastName[^1..], null)));
        Assert.Equal([2, 1, 1, 1, 2], book.Seated.Select(attendee => book.Mails[attendee.Key].Count()));
        Assert.Contains(RegistrationMailKind.AddressFull, book.Mails[book.Seated[0].Key]);
    }

    [Fact]
    public async Task Colleagues_at_once_are_never_more_than_five()
    {
        var answers = await Task.WhenAll(Enumerable.Range(1, 12).Select(n => stage.RegisterAsync(new("Kollege", $"Nummer {n}", Office))));

        Assert.All(answers, answer => Assert.Equal(HttpStatusCode.Accepted, answer.StatusCode));
        Assert.Equal(5, (await SeatBook.ReadAsync(stage)).ExpectSound().Seated.Count);
    }

    [Fact]
    public async Task Who_cancels_makes_room_for_a_colleague_and_can_come_back_only_while_there_is_room()
    {
        for (var n = 1; n <= 5; n++) await RegisterAsync($"Nummer {n}");
        await PostAsync("Nummer 1", ("action", "cancel"));

        await stage.RegisterAsync(Ada);
        await stage.SettledAsync();
        await RegisterAsync("Nummer 1");
        var full = (await SeatBook.ReadAsync(stage)).ExpectSound();
        Assert.Equal(["Nummer 2", "Nummer 3", "Nummer 4", "Nummer 5", "Löwe"], full.Seated.Select(attendee => attendee.LastName));

        await PostAsync("Löwe", ("action", "cancel"));
        await RegisterAsync("Nummer 1");
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
        {
            Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(Ada, null, ("newsletter", "ja"))).StatusCode);
            await stage.SettledAsync();
        }

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

    async Task RegisterAsync(string lastName, string email = Office)
    {
        Assert.Equal(HttpStatusCode.Accepted, (await stage.RegisterAsync(new("Kollege", lastName, email))).StatusCode);
        await stage.SettledAsync();
    }

    async Task<HttpResponseMessage> PostAsync(string lastName, params (string Name, string Value)[] fields)
    {
        var attendee = (await SeatBook.ReadAsync(stage)).Seated.Single(attendee => attendee.LastName == lastName);
        var answer = await stage.Http.PostAsync(stage.Service<ManageLink>().For(session, attendee).PathAndQuery,
            new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);
        return answer;
    }

    Task<HttpResponseMessage> CorrectAsync(string lastName, string newFirst, string newLast) => PostAsync(
        lastName, ("action", "correct"), ("firstName", newFirst), ("lastName", newLast), ("company", "Werkstatt"), ("sector", "it"),
        ("region", "jena"));
}
