using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Mail.Sending;
using ThaffFunctions.Registration;
using ThaffFunctions.Registration.Mails;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Tests.Campaigns;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Registration.Seating;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Mail;

/// <summary>All mails that people get, side by side: what holds for one must hold for all.</summary>
public sealed partial class EveryMailTests
{
    static readonly string[] Kinds =
        ["Angemeldet für", "Warteliste für", "Sie haben einen Platz am", "Ihre Absage für", "Bitte bestätigen:", "5. Oktober, 10 Uhr:", "Erinnerung an",
            "Geändert, jetzt am", "Nicht versandt:", "Platz nicht bestätigt für", "Abgesagt ist der Termin", "Keine weitere Anmeldung für"];

    [Fact]
    public async Task Every_mail_reads_well_as_text_and_without_pictures_and_says_who_sends_it()
    {
        await using var stage = await Stage.OpenAsync();
        var mails = await AllAsync(stage);

        Assert.All(Kinds, kind => Assert.Contains(mails, mail => mail.Subject.StartsWith(kind, StringComparison.Ordinal)));
        Assert.All(mails, mail =>
        {
            Assert.Matches(@"^[^\r\n]{8,150}$", mail.Subject);
            Assert.True(mail.Subject.Count(letter => letter == ':') < 2, mail.Subject);
            AssertPreheader(mail);
            AssertReadable(mail, new HtmlParser().ParseDocument(mail.Html), stage.Http.BaseAddress!);
            Assert.DoesNotMatch(Placeholder(), mail.Text + mail.Html);
            Assert.DoesNotMatch("<[a-z/]|&[a-z]+;|&#", mail.Text);
            Assert.DoesNotContain("\n\n\n", mail.Text, StringComparison.Ordinal);
            foreach (var part in new[] { mail.Text, mail.Html })
                foreach (var needed in new[] { "/impressum", "/datenschutz", "Musterstraße 1, 99084 Erfurt",
                    "praxisaustausch@thaff.example" })
                    Assert.Contains(needed, part, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task Only_mails_to_subscribers_can_be_unsubscribed_and_only_seats_have_calendar_entries()
    {
        await using var stage = await Stage.OpenAsync();
        var mails = await AllAsync(stage);

        Assert.All(mails, mail =>
        {
            var isInvitation = mail.Subject.StartsWith("5. Oktober, 10 Uhr:", StringComparison.Ordinal);
            Assert.Equal(isInvitation ? ["List-Id", "List-Unsubscribe", "List-Unsubscribe-Post"] : [],
                mail.Headers.Keys.Where(name => name.StartsWith("List-", StringComparison.Ordinal)).Order());
            Assert.Equal("auto-generated", mail.Headers["Auto-Submitted"]);
            Assert.Equal(isInvitation, mail.Text.Contains("/abmelden?t=", StringComparison.Ordinal));
        });
        Assert.Equal(
            ["Angemeldet für", "Geändert, jetzt am", "Ihre Absage für", "Platz nicht bestätigt für", "Sie haben einen Platz am"],
            mails.Where(mail => mail.Attachments.Count > 0)
                .Select(mail => Kinds.Single(kind => mail.Subject.StartsWith(kind, StringComparison.Ordinal))).Distinct().Order());
    }

    [Theory]
    [InlineData("registration-seated", "Anmeldebestätigung")]
    [InlineData("registration-waiting-cancelled", "Bestätigung der Absage")]
    [InlineData("registration-session-changed", "Änderung oder Absage eines Termins")]
    [InlineData("subscription-confirmation", "Newsletter-Bestätigung")]
    [InlineData("invitation", "Einladung")]
    [InlineData("reminder", "Erinnerung")]
    [InlineData("follow-up", "Nachlese")]
    [InlineData("announcement", "Mitteilung")]
    [InlineData("campaign-test", "Testnachricht")]
    [InlineData("question-digest", "Fragen der Angemeldeten")]
    public async Task Staff_hear_of_undelivered_mails_by_the_names_they_know(string kind, string name)
    {
        await using var stage = await Stage.OpenAsync();
        var failed = new Delivery(new("deliveries", "p", "delivery-1"), kind, "r")
        {
            State = DeliveryState.Failed,
            Reason = "SendGrid 400"
        };

        await stage.Service<UndeliveredNotice>().TellAsync([failed], CancellationToken.None);

        var notice = await WithAsync(stage, "redaktion@thaff.example", "Nachrichten konnten nicht");
        Assert.Contains($"der Art „{name}“ nicht versandt werden. Grund: SendGrid 400", notice.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_notice_names_what_staff_can_match_and_no_key_of_a_row()
    {
        await using var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October);
        await stage.RegisterAsync(Person.Bo);
        await stage.RegisterAsync(Person.Ada);
        await WithAsync(stage, Person.Ada.Email, "Angemeldet für");
        var registrations = await stage.Service<DeliveryStore>()
            .QueryAsync("registrations", October.Id.Value, $"Attempts ge {0}", CancellationToken.None).ToListAsync();
        Delivery[] invitations = [.. Enumerable.Range(0, 30).Select(n =>
            new Delivery(new("deliveries", $"{Invitation}.0", $"delivery-{n}"), "invitation", "r") { Reason = "x" })];

        await stage.Service<UndeliveredNotice>().TellAsync(registrations, CancellationToken.None);
        await stage.Service<UndeliveredNotice>().TellDelayedAsync(invitations, CancellationToken.None);

        var failed = await WithAsync(stage, "redaktion@thaff.example", "Nachrichten konnten nicht");
        foreach (var place in new[] { 1, 2 })
            Assert.Contains(
                $"- Anmeldebestätigung: „{October.Title}“ am Montag, 5. Oktober 2026, {place}. Anmeldung, "
                + "vom 1. September 2026, 10:00 Uhr",
                failed.Text, StringComparison.Ordinal);
        var delayed = await WithAsync(stage, "redaktion@thaff.example", "Nachrichten verspäten sich");
        Assert.Contains(
            $"- Einladung: „{October.Title}“ am Montag, 5. Oktober 2026 (30 Nachrichten)", delayed.Text, StringComparison.Ordinal);
        Assert.Contains($"{stage.Http.BaseAddress}redaktion/termine/{October.Id}/anmeldungen", failed.Text, StringComparison.Ordinal);
        Assert.Contains($"{stage.Http.BaseAddress}redaktion/aussendungen/{Invitation}", delayed.Text, StringComparison.Ordinal);
        Assert.All(new[] { failed, delayed }, notice =>
        {
            Assert.Contains($"auf „Heute“: {stage.Http.BaseAddress}redaktion", notice.Text, StringComparison.Ordinal);
            Assert.DoesNotContain("delivery-", notice.Text, StringComparison.Ordinal);
            Assert.DoesNotContain(registrations[0].Recipient, notice.Text, StringComparison.Ordinal);
        });
    }

    /// <summary>What mailboxes show after the subject: something of its own, in whole sentences or facts and nowhere in the mail.</summary>
    static void AssertPreheader(SentMail mail)
    {
        var preheader = new HtmlParser().ParseDocument(mail.Html).QuerySelector("body > [hidden]")!.TextContent;
        Assert.InRange(preheader.Length, 10, 160);
        Assert.DoesNotMatch(@"\. \p{Ll}", preheader);
        Assert.False(mail.Subject.Contains(preheader, StringComparison.Ordinal), preheader);
    }

    static void AssertReadable(SentMail mail, IDocument html, Uri site)
    {
        Assert.Equal("de", html.DocumentElement.GetAttribute("lang"));
        Assert.NotEqual("", html.Title);
        Assert.Single(html.QuerySelectorAll("h1"));
        Assert.Empty(html.QuerySelectorAll("img, script, link, body style, iframe, form, [src], [background]"));
        Assert.Contains("prefers-color-scheme: dark", html.QuerySelector("head style")?.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("url(", mail.Html, StringComparison.Ordinal);
        Assert.All(html.QuerySelectorAll("table"), table => Assert.Equal("presentation", table.GetAttribute("role")));
        Assert.All(html.QuerySelectorAll("a").Select(link => link.GetAttribute("href")!), link => Assert.True(
            link.StartsWith(site.ToString(), StringComparison.Ordinal) || link.StartsWith("mailto:", StringComparison.Ordinal)
                || link.StartsWith("https://konferenz.example/", StringComparison.Ordinal), link));
    }

    /// <summary>
    /// Somebody registers, somebody waits, moves up and leaves; a subscriber is asked and invited; the place changes; who has a seat is
    /// reminded; staff hear what was missed.
    /// </summary>
    static async Task<IReadOnlyList<SentMail>> AllAsync(Stage stage)
    {
        await stage.PlanAsync(October with { Seats = 1 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        await stage.SubscribeAsync("lea@verteiler.example");
        await stage.ConfirmAsync((await stage.ConfirmationAsync("lea@verteiler.example")).LinkTo("/newsletter/bestaetigen"));
        await CancelAsync(stage, Person.Ada, "Angemeldet für");
        await CancelAsync(stage, Person.Cem, "Warteliste für");
        await WithAsync(stage, Person.Bo.Email, "Sie haben einen Platz am");
        var book = await SeatBook.ReadAsync(stage);
        await MailAsync(stage, RegistrationMailKind.Lapsed, book.Cancelled[0], "Platz nicht bestätigt für");
        await MailAsync(stage, RegistrationMailKind.CalledOff, book.Cancelled[0], "Abgesagt ist der Termin");
        await MailAsync(stage, RegistrationMailKind.AddressFull, book.Seated[0], "Keine weitere Anmeldung für");

        await stage.TickAsync(InvitationDay);
        await stage.DeliveredAsync(Invitation);
        await stage.PlanAsync(October with { Seats = 1, Place = "Kammer, Gera", Revision = 1 });
        stage.Clock.Advance(TimeSpan.FromMinutes(15));
        await stage.FireAsync("FollowProgramme", October.Id.Value);
        await WithAsync(stage, Person.Bo.Email, "Geändert, jetzt am");
        await stage.TickAsync(Sessions.At(2026, 10, 4, 9));
        await stage.DeliveredAsync(CampaignId.Reminder(October, 1));
        var missed = await WithAsync(stage, "redaktion@thaff.example", "Nicht versandt:");
        Assert.Contains($"- Erinnerung (7 Tage vorher) zu „{October.Title}“", missed.Text, StringComparison.Ordinal);
        return await stage.MailsAsync();
    }

    static async Task MailAsync(Stage stage, string kind, Attendee attendee, string subject)
    {
        await stage.Service<SeatStore>().Begin(attendee.Session).AddMail(kind, attendee.Key, stage.Clock.GetUtcNow()).SubmitAsync(default);
        await WithAsync(stage, attendee.Email.Value, subject);
    }

    static async Task CancelAsync(Stage stage, Person person, string subject)
    {
        var link = (await WithAsync(stage, person.Email, subject)).LinkTo("/anmeldung");
        await stage.Http.PostAsync(link, new FormUrlEncodedContent([new("action", "cancel")]));
        await WithAsync(stage, person.Email, "Ihre Absage für");
    }

    static Task<SentMail> WithAsync(Stage stage, string to, string subject) => Stage.EventuallyAsync(async () =>
        (await stage.MailsAsync(to)).FirstOrDefault(mail => mail.Subject.StartsWith(subject, StringComparison.Ordinal)));

    [GeneratedRegex(@"%[a-z.-]+%")]
    private static partial Regex Placeholder();
}
