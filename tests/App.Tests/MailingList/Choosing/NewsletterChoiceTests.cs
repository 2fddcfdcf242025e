using System.Net;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.Campaigns;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.MailingList.Choosing;

/// <summary>The page behind the link in every mail to subscribers.</summary>
public sealed class NewsletterChoiceTests : IAsyncLifetime
{
    const string Ada = "ada@werkstatt.example";

    static readonly Session Care = October with
    {
        Id = SessionId.Parse("2026-10-pflege")!.Value,
        Title = "Pflege",
        Focus = "Anerkennung, Pflege",
        Sectors = [Sector.Find("gesundheit-soziales")!],
    };

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.PlanAsync(Care);
        await stage.AddActiveAsync(Ada, "erfurt");
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task What_is_chosen_by_the_link_of_a_mail_counts_for_the_next_invitation()
    {
        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        var link = (await stage.MailsAsync(Ada))[0].LinkTo("/newsletter/einstellungen");

        var page = await stage.Http.GetStringAsync(link);
        Assert.Matches("id=\"region-erfurt\"[^>]* checked", page);
        Assert.Contains("Anerkennung, Pflege", WebUtility.HtmlDecode(page), StringComparison.Ordinal);
        Assert.DoesNotContain("ada@", page, StringComparison.Ordinal);
        var saved = await SaveAsync(link, ("regions", "erfurt"), ("regions", "jena"), ("sectors", "bau"), ("topics", "Anerkennung%2C%20Pflege"),
            ("topics", "unbekannt"), ("documentation", "true"));

        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        Assert.Contains("Ihre Auswahl ist gespeichert.", await stage.Http.GetStringAsync(saved.Headers.Location!), StringComparison.Ordinal);
        var chosen = (await stage.SubscriberAsync(Ada))!.Preferences;
        Assert.Equal("erfurt jena | bau | Anerkennung, Pflege | True", string.Join(" | ",
            string.Join(' ', chosen.Regions.Select(region => region.Key)), string.Join(' ', chosen.Sectors.Select(sector => sector.Key)),
            string.Join(' ', chosen.Topics), chosen.Documentation));
    }

    [Theory]
    [InlineData("", 2)] // none chosen: all
    [InlineData("sectors=bau", 1)] // a session for all sectors concerns them too
    [InlineData("sectors=bau&sectors=gesundheit-soziales", 2)]
    [InlineData("topics=Anerkennung%252C%2520Pflege", 1)]
    [InlineData("regions=gera", 0)]
    public async Task Preferences_decide_who_is_invited(string form, int invitations)
    {
        var link = stage.Service<SettingsLink>().For((await stage.SubscriberAsync(Ada))!).PathAndQuery;
        await stage.Http.PostAsync(link, new StringContent(form, null, "application/x-www-form-urlencoded"));

        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        await stage.DeliveredAsync(ThaffFunctions.Campaigns.CampaignId.Invitation(Care.Id));

        Assert.Equal(invitations, (await stage.MailsAsync(Ada)).Count);
    }

    [Fact]
    public async Task Signing_up_again_by_the_form_counts_as_it_was_chosen_there()
    {
        var link = stage.Service<SettingsLink>().For((await stage.SubscriberAsync(Ada))!).PathAndQuery;
        await SaveAsync(link, ("sectors", "bau"));

        await stage.SubscribeAsync(Ada, ("sectors", "handwerk"), ("documentation", "true"));
        await stage.ConfirmAsync((await stage.ConfirmationAsync(Ada)).LinkTo("/newsletter/bestaetigen"));

        var chosen = (await stage.SubscriberAsync(Ada))!.Preferences;
        Assert.Equal((true, "handwerk"), (chosen.Documentation, Assert.Single(chosen.Sectors).Key));
    }

    [Fact]
    public async Task The_page_leaves_the_list_by_one_click_and_then_has_nothing_to_choose()
    {
        var link = stage.Service<SettingsLink>().For((await stage.SubscriberAsync(Ada))!).PathAndQuery;
        var leave = WebUtility.HtmlDecode(await stage.Http.GetStringAsync(link)).Split("action=\"")[2].Split('"')[0];

        Assert.Equal(HttpStatusCode.OK, (await stage.Http.PostAsync(leave, null)).StatusCode);

        Assert.Equal(HttpStatusCode.Gone, (await stage.Http.GetAsync(link)).StatusCode);
        Assert.Equal(HttpStatusCode.Gone, (await SaveAsync(link, ("regions", "jena"))).StatusCode);
        Assert.Equal(SubscriberState.Left, (await stage.SubscriberAsync(Ada))!.State);
        Assert.Equal(HttpStatusCode.NotFound, (await stage.Http.GetAsync(link.Replace("?t=", "?t=x", StringComparison.Ordinal))).StatusCode);
    }

    Task<HttpResponseMessage> SaveAsync(string link, params (string Field, string Value)[] fields) => stage.Http.PostAsync(
        link, new FormUrlEncodedContent(fields.Select(field => KeyValuePair.Create(field.Field, field.Value))));
}
