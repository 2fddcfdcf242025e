using System.Net;
using System.Net.Http.Json;
using Microsoft.Extensions.Options;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Tests.MailingList.SigningUp;

/// <summary>From the mailed link to the proof of consent.</summary>
public sealed class ConfirmSubscriptionTests : IAsyncLifetime
{
    const string Ada = "ada@werkstatt.example";

    Stage stage = null!;

    public async Task InitializeAsync() => stage = await Stage.OpenAsync();

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task Only_the_button_behind_the_mailed_link_confirms_and_the_proof_is_kept()
    {
        await stage.SubscribeAsync(Ada);
        var link = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");

        Assert.Contains("<button", await stage.Http.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(SubscriberState.Pending, (await stage.SubscriberAsync(Ada))!.State);

        stage.Clock.Advance(TimeSpan.FromHours(3));
        var page = await stage.Http.GetAsync(link);
        var confirmed = await stage.PressAsync(page, link);
        var again = await stage.PressAsync(page, link);

        Assert.Equal((HttpStatusCode.OK, HttpStatusCode.OK), (confirmed.StatusCode, again.StatusCode));
        Assert.Contains("Verteiler", await stage.Http.GetStringAsync(link), StringComparison.Ordinal);
        var subscriber = await stage.SubscriberAsync(Ada);
        var now = stage.Clock.GetUtcNow();
        Assert.Equal(SubscriberState.Active, subscriber!.State);
        Assert.Equal(
            new Consent(now.AddHours(-3), "Newsletter-Bestellung, Formular, dessen Herkunft der Browser nicht mitschickt", ConsentWording.CurrentIn(Language.German).Version,
                ConsentWording.CurrentIn(Language.German).TextFor(stage.Service<IOptions<SiteOptions>>().Value),
                "Einladungen zu Terminen in allen Regionen und online. Hinweise auf neue Dokumentationen: nein.", now,
                "Knopf auf der Seite hinter dem Link, der an diese Adresse ging"),
            Assert.Single(await stage.ConsentsAsync(Ada)));
    }

    [Fact]
    public async Task The_page_before_the_button_shows_the_whole_text_and_names_who_sends()
    {
        await using var other = await Stage.OpenAsync(settings: new() { ["Site:Operator:Name"] = "Agentur „Muster“ & Co." });
        await other.SubscribeAsync(Ada, ("regions", "jena"), ("documentation", "true"));
        var link = (await other.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");

        var page = WebUtility.HtmlDecode(await other.Http.GetStringAsync(link));
        await other.ConfirmAsync(link);

        var consent = Assert.Single(await other.ConsentsAsync(Ada));
        Assert.Contains($"<p>{consent.Text}</p>", page, StringComparison.Ordinal);
        Assert.Contains("dass Agentur „Muster“ & Co. mir an diese E-Mail-Adresse", consent.Text, StringComparison.Ordinal);
        Assert.Equal("Einladungen zu Online-Terminen und in: Jena, Stadt. Hinweise auf neue Dokumentationen: ja.", consent.Choice);
    }

    [Fact]
    public async Task A_later_consent_stands_beside_the_older_one()
    {
        await stage.SubscribeAsync(Ada);
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen"));
        var first = Assert.Single(await stage.ConsentsAsync(Ada));
        await stage.Service<SubscriberStore>().LeaveAsync((await stage.SubscriberAsync(Ada))!.Key, CancellationToken.None);

        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.SubscribeAsync(Ada, ("regions", "jena"));
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Ada, count: 2)).LinkTo("/newsletter/bestaetigen"));

        var both = await stage.ConsentsAsync(Ada);
        Assert.Equal(2, both.Count);
        Assert.Equal(first, both[0]);
        Assert.Contains("Jena", both[1].Choice, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(null)] // a program that posts without the page
    [InlineData("0123456789abcdef0123456789abcdef")]
    public async Task A_button_above_which_stood_another_text_or_choice_confirms_nothing_and_shows_the_page_again(string? shown)
    {
        await stage.SubscribeAsync(Ada);
        var link = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");

        var answer = await stage.Http.PostAsync(link, shown is null ? null : new FormUrlEncodedContent([new("shown", shown)]));

        Assert.Equal(HttpStatusCode.Conflict, answer.StatusCode);
        Assert.Equal(SubscriberState.Pending, (await stage.SubscriberAsync(Ada))!.State);
        Assert.Equal(HttpStatusCode.OK, (await stage.PressAsync(answer, link)).StatusCode);
        Assert.Equal(SubscriberState.Active, (await stage.SubscriberAsync(Ada))!.State);
    }

    [Fact]
    public async Task Who_signs_up_again_between_page_and_button_agrees_to_the_present_choice_only()
    {
        await stage.SubscribeAsync(Ada);
        var link = (await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen");
        var page = await stage.Http.GetAsync(link);
        await stage.SubscribeAsync(Ada, ("regions", "jena"));
        await stage.ConfirmationAsync(Ada, count: 2);

        Assert.Equal(HttpStatusCode.Conflict, (await stage.PressAsync(page, link)).StatusCode);
        Assert.Empty(await stage.ConsentsAsync(Ada));
    }

    public static TheoryData<string?, string?, string> Origins => new()
    {
        { "null", "same-origin", "Formular dieser Website" }, // our pages send no referrer
        { "https://www.agentur.example", "cross-site", "Formular auf https://www.agentur.example" },
        { "null", "cross-site", "Formular auf einer anderen Website, die ihren Namen nicht mitschickt" },
        { "nichts://<b>", null, "Formular, dessen Herkunft der Browser nicht mitschickt" },
        { null, null, "Formular, dessen Herkunft der Browser nicht mitschickt" },
    };

    [Theory, MemberData(nameof(Origins))]
    public async Task The_proof_says_on_whose_form_it_was_asked_for(string? origin, string? site, string expected)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/subscriptions")
        {
            Content = new FormUrlEncodedContent([new("email", Ada)]),
        };
        if (origin is not null) request.Headers.TryAddWithoutValidation("Origin", origin);
        if (site is not null) request.Headers.Add("Sec-Fetch-Site", site);

        await stage.Http.SendAsync(request);

        Assert.Equal($"Newsletter-Bestellung, {expected}", (await stage.SubscriberAsync(Ada))!.Request!.AskedFrom);
    }

    [Fact]
    public async Task Of_a_program_the_proof_says_so()
    {
        await stage.Http.PostAsJsonAsync("/api/subscriptions", new { email = Ada });

        Assert.Equal("Newsletter-Bestellung, Schnittstelle (JSON)", (await stage.SubscriberAsync(Ada))!.Request!.AskedFrom);
    }
}
