using System.Net;
using ThaffFunctions.Tests.MailingList;

namespace ThaffFunctions.Tests.Registration.Mails;

/// <summary>The mail that tells somebody how they stand.</summary>
public sealed class RegistrationMailTests : OneSeat
{
    [Fact]
    public async Task The_confirmation_brings_the_calendar_entry_and_a_link_of_ones_own()
    {
        await stage.RegisterAsync(Person.Ada, null, ("question", "Wie geht das mit dem Visum?"));

        var mail = await MailAsync(Person.Ada, "Angemeldet für");
        Assert.Contains("Guten Tag Ada Löwe,", WebUtility.HtmlDecode(mail.Html), StringComparison.Ordinal);
        Assert.Contains("Guten Tag Ada Löwe,", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/impressum", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/datenschutz", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Visum", mail.Html + mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("List-Unsubscribe", mail.Headers.Keys);
        Assert.Equal("text/calendar", Assert.Single(mail.Attachments).Type);
        Assert.Contains("METHOD:REQUEST", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("SEQUENCE:0", mail.Calendar, StringComparison.Ordinal);
        Assert.Contains("/anmeldung?t=", mail.Html, StringComparison.Ordinal);

        var page = await stage.Http.GetStringAsync(mail.LinkTo(Link));
        Assert.Contains("Sie haben einen Platz.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("an die nächste Person", WebUtility.HtmlDecode(page), StringComparison.Ordinal); // nobody waits
    }

    [Fact]
    public async Task Who_waits_within_a_day_of_the_session_is_not_promised_to_move_up()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1, RegistrationCloses = TestSessions.October.Start });
        stage.Clock.SetUtcNow(TestSessions.October.Start.AddMinutes(-5));
        await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);

        var mail = (await MailAsync(Person.Bo, "Warteliste für")).Text.ReplaceLineEndings(" ");
        Assert.Contains("rückt niemand von selbst nach", mail, StringComparison.Ordinal);
        Assert.DoesNotContain("Wird bis 24 Stunden", mail, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("de", "", "", "", "")]
    [InlineData("de", "question", "Wie?", "Ihre Frage an die Runde ist angekommen.", "zur Teilnahme brauchen")]
    [InlineData("de", "needs", "gebaerdensprache", "zur Teilnahme brauchen, sind angekommen", "Ihre Frage an die Runde")]
    [InlineData("en", "question", "Wie?", "Your question to the group has arrived.", "in order to take part has arrived")]
    [InlineData("en", "needs", "gebaerdensprache", "in order to take part has arrived", "Your question to the group")]
    public async Task What_came_with_the_registration_is_said_to_have_arrived(
        string language, string field, string value, string said, string not)
    {
        (string, string)[] typed = field.Length > 0 ? [("language", language), (field, value)] : [("language", language)];
        await stage.RegisterAsync(Person.Ada, null, typed);

        var mail = await MailAsync(Person.Ada, language == "en" ? "Registered for" : "Angemeldet für");

        Assert.Contains(said, mail.Text.ReplaceLineEndings(" "), StringComparison.Ordinal);
        if (not.Length > 0) Assert.DoesNotContain(not, mail.Text, StringComparison.Ordinal);
        else Assert.DoesNotContain("angekommen", mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a{b}|c@firma.example")]
    [InlineData("100%#?/&@firma.example")]
    public async Task Every_address_that_may_register_gets_its_mail(string email)
    {
        await stage.RegisterAsync(Person.Ada with { Email = email });

        var calendar = (await MailAsync(new("Ada", "Löwe", email), "Angemeldet für")).Calendar.ReplaceLineEndings("").Replace(" ", "",
            StringComparison.Ordinal);
        Assert.Contains($"mailto:{Uri.EscapeDataString(email[..email.IndexOf('@', StringComparison.Ordinal)])}@firma.example", calendar,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_same_registration_is_mailed_three_times_a_day_at_most()
    {
        for (var n = 0; n < 5; n++) await stage.RegisterAsync(Person.Ada);
        await stage.RegisterAsync(Person.Bo);
        await MailAsync(Person.Bo, "Warteliste");
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).Count == 3);

        await stage.SettledAsync();
        stage.Clock.Advance(TimeSpan.FromDays(1));
        await stage.RegisterAsync(Person.Ada);

        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).Count == 4);
    }
}
