using System.Net;
using ThaffFunctions.Registration;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration.Managing;

public sealed class CorrectDetailsTests : OneSeat
{
    [Fact]
    public async Task Details_can_be_corrected()
    {
        await stage.RegisterAsync(Person.Ada);
        var link = (await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link);

        var rejected = await PostAsync(link, ("action", "correct"), ("firstName", ""), ("lastName", "Löwe-Klein"), ("company", "Neu & Co"),
            ("sector", "it"), ("region", "jena"));
        Assert.Equal(HttpStatusCode.UnprocessableEntity, rejected.StatusCode);
        Assert.Contains("""<a href="#firstName">""", await rejected.Content.ReadAsStringAsync(), StringComparison.Ordinal);

        var saved = await PostAsync(link, ("action", "correct"), ("firstName", "Ada"), ("lastName", "Löwe-Klein"), ("company", "Neu & Co"),
            ("sector", "it"), ("region", "jena"));
        Assert.Equal(HttpStatusCode.SeeOther, saved.StatusCode);
        var attendee = Assert.Single(
            await stage.Service<Attendees>().SeatedAsync(TestSessions.October.Id, CancellationToken.None).ToListAsync());
        Assert.Equal(("Löwe-Klein", "Neu & Co", "it", "jena"),
            (attendee.LastName, attendee.Company, attendee.Sector.Key, attendee.Region.Key));
    }

    [Fact]
    public async Task Changes_that_come_too_late_are_given_back()
    {
        await stage.RegisterAsync(Person.Ada);
        var link = (await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link);
        stage.Clock.SetUtcNow(TestSessions.October.Start);

        var answer = await PostAsync(link, ("action", "correct"), ("firstName", "Ada"), ("lastName", "Löwe-Klein"));

        Assert.Equal(HttpStatusCode.Gone, answer.StatusCode);
        Assert.Contains("Löwe-Klein", WebUtility.HtmlDecode(await answer.Content.ReadAsStringAsync()), StringComparison.Ordinal);
    }
}
