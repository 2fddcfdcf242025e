using System.Net;
using ThaffFunctions.Registration;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration.Managing;

/// <summary>Behind the personal link everybody sees their own registration and nobody sees another.</summary>
public sealed class ManageLinkTests : OneSeat
{
    [Fact]
    public async Task A_name_is_text_on_the_page_whatever_it_holds()
    {
        await stage.RegisterAsync(Person.Ada with { FirstName = "<b>Ada</b>" });

        var page = await stage.Http.GetStringAsync((await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link));

        Assert.Contains("&lt;b&gt;Ada&lt;/b&gt;", page, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>Ada", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_page_of_ones_own_is_kept_nowhere()
    {
        await stage.RegisterAsync(Person.Ada);

        var page = await stage.Http.GetAsync((await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link));

        Assert.True(page.Headers.CacheControl?.NoStore);
    }

    [Fact]
    public async Task Links_that_do_not_work_all_look_the_same()
    {
        await stage.RegisterAsync(Person.Ada);
        var link = (await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link);
        var foreign = stage.Service<LinkTokens>().Create(LinkPurpose.LeaveMailingList, "2026-10-sprache-im-betrieb/x", null);
        string[] broken = ["/anmeldung", "/anmeldung?t=", "/anmeldung?t=abc", link[..^3], link + "A", "/anmeldung?t=" + foreign];

        var pages = new HashSet<string>();
        foreach (var path in broken)
        {
            var answer = await stage.Http.GetAsync(path);
            Assert.Equal(HttpStatusCode.NotFound, answer.StatusCode);
            pages.Add(await answer.Content.ReadAsStringAsync());
            Assert.Equal(HttpStatusCode.NotFound,
                (await PostAsync(path, ("action", "cancel"))).StatusCode);
        }

        stage.Clock.SetUtcNow(TestSessions.October.End.AddDays(30));
        pages.Add(await (await stage.Http.GetAsync(link)).Content.ReadAsStringAsync());
        Assert.Single(pages);
        Assert.Equal(["Ada"], await NamesAsync(AttendeeState.Seated));
    }

    [Fact]
    public async Task After_the_start_nothing_can_be_changed()
    {
        await stage.RegisterAsync(Person.Ada);
        var link = (await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link);

        stage.Clock.SetUtcNow(TestSessions.October.Start);
        await PostAsync(link, ("action", "cancel"));
        await PostAsync(link, ("action", "erase"));

        Assert.DoesNotContain("<form", await stage.Http.GetStringAsync(link), StringComparison.Ordinal);
        Assert.Equal(["Ada"], await NamesAsync(AttendeeState.Seated));
    }
}
