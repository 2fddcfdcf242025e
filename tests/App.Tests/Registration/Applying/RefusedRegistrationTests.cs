using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Tests.Registration.Applying;

/// <summary>Who is not registered reads why, and nothing that was typed is lost.</summary>
public sealed class RefusedRegistrationTests : IAsyncLifetime
{
    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(TestSessions.October with { Seats = 2 });
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task A_rejected_form_comes_back_with_what_was_typed_and_what_is_wrong()
    {
        var answer = await stage.PostFormAsync(Person.Ada, null, ("email", "ada@"), ("company", "<b>Löwe</b>"), ("sector", ""));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        Assert.Contains("""<div class="problems" role="alert" tabindex="-1" autofocus>""", page, StringComparison.Ordinal);
        Assert.Contains("""<a href="#email">""", page, StringComparison.Ordinal);
        Assert.Contains("""id="email-error">Bitte geben Sie eine E-Mail-Adresse an""", page, StringComparison.Ordinal);
        Assert.Contains("""value="<b>Löwe</b>" autocomplete="organization""", page, StringComparison.Ordinal);
        Assert.Contains("""<option value="erfurt" selected>""", page, StringComparison.Ordinal);
        Assert.DoesNotContain("firstName-error", page, StringComparison.Ordinal);
        // the page's own address, so that reloading it shows the form again
        Assert.Equal(TestSessions.October.Path, answer.RequestMessage!.RequestUri!.AbsolutePath);
        Assert.Contains($"action=\"{TestSessions.October.Path}\"", page, StringComparison.Ordinal);
        Assert.Empty(
            await stage.Service<Attendees>().SeatedAsync(TestSessions.October.Id, CancellationToken.None).ToListAsync());
    }

    public static TheoryData<string, string, string> Unacceptable => new()
    {
        { "firstName", "", "Vornamen" },
        { "firstName", "   ", "Vornamen" },
        { "lastName", new string('x', 101), "100 Zeichen" },
        { "lastName", "Löwe\r\nBcc: alle@example.org", "Zeilenumbrüche" },
        { "firstName", "Gewinn auf www.casino.example", "Internetadresse" },
        { "firstName", "https://x.example", "Internetadresse" },
        { "firstName", "casino.com", "Internetadresse" },
        { "firstName", "t.ly/abc", "Internetadresse" },
        { "lastName", "Groot evil.pl!", "Internetadresse" },
        { "lastName", "Löwe\u2028Bcc", "Zeilenumbrüche" },
        { "lastName", "Löwe\u202Eewöl", "Zeilenumbrüche" },
        { "lastName", "Löwe\n", "Zeilenumbrüche" },
        { "company", "\t", "Zeilenumbrüche" },
        { "email", "ada@example.org\n", "nach dem @" },
        { "company", "a\nb", "Zeilenumbrüche" },
        { "company", new string('x', 201), "200 Zeichen" },
        { "email", "", "E-Mail-Adresse" },
        { "email", "adaexample.org", "E-Mail-Adresse" },
        { "email", "müller@example.org", "vor dem @" },
        { "email", "ada@example.org\nBcc: x@example.org", "vor dem @" },
        { "email", "a da@example.org", "vor dem @" },
        { "email", "ada@exa mple.org", "nach dem @" },
        { "email", "ada@localhost", "nach dem @" },
        { "email", "ada@-x.de", "nach dem @" },
        { "email", new string('a', 65) + "@example.org", "vor dem @" },
        { "sector", "Handwerk ", "Branche" },
        { "sector", "raumfahrt", "Branche" },
        { "region", "bayern", "Landkreis oder kreisfreie Stadt" },
        { "question", new string('?', 2001), "2000 Zeichen" },
    };

    [Theory]
    [MemberData(nameof(Unacceptable))]
    public async Task What_cannot_be_taken_is_told_at_its_field(string field, string value, string expected)
    {
        var answer = await stage.RegisterAsync(Person.Ada, null, (field, value));

        Assert.Equal(HttpStatusCode.UnprocessableEntity, answer.StatusCode);
        Assert.Equal("application/problem+json", answer.Content.Headers.ContentType?.MediaType);
        var errors = (await answer.Content.ReadFromJsonAsync<JsonNode>())!["errors"]!.AsObject();
        Assert.Equal(field, Assert.Single(errors).Key);
        Assert.Contains(expected, errors[field]![0]!.GetValue<string>(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("2026-10-gibt-es-nicht", HttpStatusCode.NotFound)]
    [InlineData("../../etc", HttpStatusCode.NotFound)]
    [InlineData("", HttpStatusCode.NotFound)]
    [InlineData("2026-07-vorbei", HttpStatusCode.Gone)]
    [InlineData("2026-09-abgesagt", HttpStatusCode.Gone)]
    [InlineData("2026-12-noch-nicht", HttpStatusCode.Gone)]
    public async Task Sessions_that_take_nobody_say_so_to_valid_and_invalid_forms_alike(string session, HttpStatusCode expected)
    {
        var october = TestSessions.October;
        await stage.PlanAsync(october with
        {
            Id = Id("2026-07-vorbei"),
            Start = Day(7, 6),
            End = Day(7, 6).AddHours(2),
            RegistrationCloses = Day(7, 5)
        });
        await stage.PlanAsync(october with
        {
            Id = Id("2026-09-abgesagt"),
            Start = Day(9, 28),
            End = Day(9, 28).AddHours(2),
            Status = ThaffFunctions.Programme.SessionStatus.Cancelled
        });
        await stage.PlanAsync(october with
        {
            Id = Id("2026-12-noch-nicht"),
            Start = Day(12, 7),
            End = Day(12, 7).AddHours(2),
            RegistrationOpens = Day(11, 1),
            RegistrationCloses = Day(12, 6)
        });

        Assert.Equal(expected, (await stage.RegisterAsync(Person.Ada, session)).StatusCode);
        Assert.Equal(expected, (await stage.RegisterAsync(Person.Ada, session, ("lastName", ""))).StatusCode);
        Assert.Equal(expected, (await stage.PostFormAsync(Person.Ada, session)).StatusCode);
    }

    [Theory]
    [InlineData("text/plain", "hallo", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/xml", "<a/>", HttpStatusCode.UnsupportedMediaType)]
    [InlineData("application/json", "{", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "", HttpStatusCode.BadRequest)]
    [InlineData("application/json", "[1]", HttpStatusCode.BadRequest)]
    [InlineData("application/json", """{"session":{}}""", HttpStatusCode.BadRequest)]
    [InlineData("application/json", """{"firstName":"\ud800"}""", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data", "kein Trenner", HttpStatusCode.BadRequest)]
    [InlineData("multipart/form-data; boundary=x", "--y", HttpStatusCode.BadRequest)]
    public async Task What_cannot_be_read_is_refused(string type, string body, HttpStatusCode expected)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        var answer = await stage.Http.PostAsync("/api/registrations", content);

        Assert.Equal(expected, answer.StatusCode);
        var isForm = type.StartsWith("multipart", StringComparison.Ordinal);
        Assert.Equal(isForm ? "text/html" : "application/problem+json", answer.Content.Headers.ContentType?.MediaType);
    }

    [Fact]
    public async Task Who_comes_too_late_or_too_often_gets_back_what_was_typed()
    {
        (string, string)[] typed = [("question", "Wer hilft\nbeim Visum?"), ("region", "jena")];
        stage.Clock.SetUtcNow(TestSessions.October.RegistrationCloses);
        var late = await stage.PostFormAsync(Person.Ada, null, typed);

        await using var strict = await Stage.OpenAsync(settings: new() { ["Registration:PostsPerClientAndHour"] = "1" });
        await strict.PlanAsync(TestSessions.October);
        await strict.PostFormAsync(Person.Bo);
        var often = await strict.PostFormAsync(Person.Ada, null, typed);

        Assert.Equal((HttpStatusCode.Gone, HttpStatusCode.TooManyRequests), (late.StatusCode, often.StatusCode));
        foreach (var answer in new[] { late, often })
        {
            var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
            foreach (var words in new[] { "Ada", "Löwe", Person.Ada.Email, "Werkstatt Löwe GmbH & Co. KG", "Handwerk", "Jena, Stadt",
                "Wer hilft\nbeim Visum?" })
                Assert.Contains($">{words}</dd>", page, StringComparison.Ordinal);
        }

        Assert.DoesNotContain("<form", await late.Content.ReadAsStringAsync(), StringComparison.Ordinal); // it would not help
        strict.Clock.Advance(TimeSpan.FromHours(1));
        var again = await strict.PressAsync(often);
        Assert.Equal(HttpStatusCode.SeeOther, again.StatusCode);
        await Stage.EventuallyAsync(async () => (await strict.MailsAsync(Person.Ada.Email)).Count == 1);
    }

    static ThaffFunctions.Programme.SessionId Id(string id) => ThaffFunctions.Programme.SessionId.Parse(id)!.Value;

    static DateTimeOffset Day(int month, int day) => new(2026, month, day, 8, 0, 0, TimeSpan.Zero);
}
