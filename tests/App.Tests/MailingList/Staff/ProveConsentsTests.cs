using System.Net;
using ThaffFunctions.LocalHost.Auth;
using ThaffFunctions.MailingList;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.MailingList.Staff;

public sealed class ProveConsentsTests : IAsyncLifetime
{
    const string Path = "/redaktion/einwilligungen";
    const string Ada = "ada@werkstatt.example";

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        await stage.SubscribeAsync(Ada, ("regions", "jena"));
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen"));
        stage.Clock.Advance(TimeSpan.FromDays(2));
        await stage.SubscribeAsync(Ada);
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Ada, count: 2)).LinkTo("/newsletter/bestaetigen"));
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Staff_read_every_consent_of_an_address_in_full()
    {
        var answer = await PostAsync(StaffSignIn.Staff, ("email", Ada.ToUpperInvariant()));

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.True(answer.Headers.CacheControl?.NoStore);
        var page = WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync());
        foreach (var consent in await stage.ConsentsAsync(Ada))
            foreach (var words in new[] { consent.Text, consent.Choice, consent.AskedFrom, consent.ConfirmedBy, "2027-1" })
                Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Contains("Einwilligung vom 1. September 2026, 10:00 Uhr", page, StringComparison.Ordinal);
        Assert.Contains("Einwilligung vom 3. September 2026, 10:00 Uhr", page, StringComparison.Ordinal);
        Assert.Contains("Die Adresse bekommt den Newsletter.", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_proof_of_a_consent_is_a_pdf_to_pass_on()
    {
        await stage.Service<SubscriberStore>().LeaveAsync((await stage.SubscriberAsync(Ada))!.Key, CancellationToken.None);

        var answer = await PostAsync(StaffSignIn.Staff, ("email", Ada), ("format", "pdf"));

        Assert.Equal("application/pdf", answer.Content.Headers.ContentType?.MediaType);
        Assert.Equal("einwilligungen.pdf", answer.Content.Headers.ContentDisposition?.FileName);
        var text = NotesDesk.TextOf(await answer.Content.ReadAsByteArrayAsync());
        foreach (var words in new[] { Ada, "abbestellt", "Jena", "Ich willige ein", "Einwilligung vom 1. September 2026" })
            Assert.Contains(words, text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("niemand@firma.example", HttpStatusCode.OK, "nichts gespeichert")]
    [InlineData("ada", HttpStatusCode.UnprocessableEntity, "id=\"email-error\"")]
    public async Task An_address_that_is_unknown_or_none_gets_a_page_that_says_so(string email, HttpStatusCode status, string words)
    {
        var answer = await PostAsync(StaffSignIn.Staff, ("email", email), ("format", "pdf"));

        Assert.Equal(status, answer.StatusCode);
        Assert.Contains(words, await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nobody_else_sees_them()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await PostAsync(null, ("email", Ada))).StatusCode);
        Assert.Equal(HttpStatusCode.Forbidden, (await PostAsync(StaffSignIn.Colleague, ("email", Ada))).StatusCode);
        var page = await stage.GetAsync(Path, StaffSignIn.Staff);
        Assert.Equal(HttpStatusCode.OK, page.StatusCode);
        Assert.DoesNotContain("method=\"get\"", await page.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    async Task<HttpResponseMessage> PostAsync(Person? person, params (string Name, string Value)[] fields)
    {
        if (person != StaffSignIn.Staff)
            return await stage.SendAsync(new(HttpMethod.Post, Path)
            {
                Content = new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Name, field.Value))),
            }, person);

        using var browser = await StaffBrowser.OpenAsync(stage);
        return await browser.PostAsync(Path, Path, fields);
    }
}
