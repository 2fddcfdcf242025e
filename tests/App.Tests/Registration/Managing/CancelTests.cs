using System.Net;
using ThaffFunctions.Registration;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration.Managing;

/// <summary>Who cancels gives the place to the next in line.</summary>
public sealed class CancelTests : OneSeat
{
    [Fact]
    public async Task Who_waits_gets_no_calendar_entry_until_a_seat_is_free()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Cem);
        var waiting = await MailAsync(Person.Bo, "Warteliste");
        Assert.Empty(waiting.Attachments);

        var cancelled = await PostAsync((await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link), ("action", "cancel"));

        Assert.Equal(HttpStatusCode.SeeOther, cancelled.StatusCode);
        Assert.Contains("Abgesagt.", await stage.Http.GetStringAsync(cancelled.Headers.Location), StringComparison.Ordinal);
        Assert.Contains("METHOD:REQUEST", (await MailAsync(Person.Bo, "Sie haben einen Platz")).Calendar, StringComparison.Ordinal);
        var goodbye = await MailAsync(Person.Ada, "Ihre Absage für");
        Assert.Contains("METHOD:CANCEL", goodbye.Calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:1", goodbye.Calendar, StringComparison.Ordinal);
        Assert.Equal(["Bo"], await NamesAsync(AttendeeState.Seated));
        Assert.Equal(["Cem"], await NamesAsync(AttendeeState.Waiting));
    }

    [Fact]
    public async Task Who_leaves_the_waiting_list_had_no_calendar_entry_to_take_back()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);

        await PostAsync((await MailAsync(Person.Bo, "Warteliste")).LinkTo(Link), ("action", "cancel"));

        var goodbye = await MailAsync(Person.Bo, "Ihre Absage für");
        Assert.Empty(goodbye.Attachments);
        Assert.Contains("nicht mehr auf der Warteliste", goodbye.Text, StringComparison.Ordinal);
        Assert.Equal(["Ada"], await NamesAsync(AttendeeState.Seated));
    }

    [Fact]
    public async Task Cancelling_twice_frees_one_seat()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Cem);
        var link = (await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link);

        await Task.WhenAll(PostAsync(link, ("action", "cancel")), PostAsync(link, ("action", "cancel")));

        Assert.Equal(["Bo"], await NamesAsync(AttendeeState.Seated));
        Assert.Equal(["Cem"], await NamesAsync(AttendeeState.Waiting));
    }

    [Fact]
    public async Task Nobody_moves_up_in_the_last_day()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        var link = (await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link);

        stage.Clock.SetUtcNow(TestSessions.October.Start.AddHours(-24));
        var page = WebUtility.HtmlDecode(await stage.Http.GetStringAsync(link));
        Assert.DoesNotContain("an die nächste Person", page, StringComparison.Ordinal);
        await PostAsync(link, ("action", "cancel"));

        Assert.Empty(await NamesAsync(AttendeeState.Seated));
        Assert.Equal(["Bo"], await NamesAsync(AttendeeState.Waiting));
    }

    [Fact]
    public async Task Who_comes_back_after_cancelling_stands_at_the_end_of_the_line()
    {
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await PostAsync((await MailAsync(Person.Ada, "Angemeldet für")).LinkTo(Link), ("action", "cancel"));

        await stage.RegisterAsync(Person.Ada);

        await MailAsync(Person.Ada, "Warteliste");
        Assert.Equal(["Bo"], await NamesAsync(AttendeeState.Seated));
        Assert.Equal(["Ada"], await NamesAsync(AttendeeState.Waiting));
    }
}
