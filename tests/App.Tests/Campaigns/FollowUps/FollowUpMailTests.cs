using ThaffFunctions.Campaigns;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Insights;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Registration;
using ThaffFunctions.Tests.Staff;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.FollowUps;

/// <summary>When a documentation is out, who was there and who asked for it get one mail with the link.</summary>
public sealed class FollowUpMailTests
{
    const string Asked = "fragt@firma.example";

    static readonly CampaignId FollowUp = CampaignId.FollowUp(October.Id);

    [Fact]
    public async Task Attendees_and_subscribers_who_asked_for_it_get_one_mail_the_next_morning()
    {
        await using var stage = await OpenAsync();
        await stage.AddActiveAsync("fragt-nicht@firma.example");
        await AskForDocumentationAsync(stage, Asked);
        await AskForDocumentationAsync(stage, Person.Ada.Email); // was there as well
        stage.Clock.SetUtcNow(October.End.AddDays(3));
        await PublishAsync(stage);
        await stage.TickAsync();
        Assert.Empty(await FollowUpsAsync(stage));

        await stage.TickAsync(Sessions.At(2026, 10, 9, 9));
        await stage.DeliveredAsync(FollowUp);
        await stage.DocumentAsync(October with { Seats = 2 }, "Zweite Fassung."); // a correction is not told
        await stage.TickAsync(Sessions.At(2026, 10, 10, 9));

        var mails = await FollowUpsAsync(stage);
        Assert.Equal([Person.Ada.Email, Person.Bo.Email, Asked], mails.Select(mail => mail.To).Order());
        Assert.All(mails, mail => Assert.Contains($"/dokumentation/{October.Id}", mail.Text, StringComparison.Ordinal));
        Assert.Equal([Asked], mails.Where(mail => mail.Headers.ContainsKey("List-Unsubscribe")).Select(mail => mail.To));
        Assert.Contains("Guten Tag Ada Löwe,", mails.Single(mail => mail.To == Person.Ada.Email).Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_ordered_in_english_is_told_in_english_down_to_the_link_to_leave()
    {
        await using var stage = await OpenAsync();
        await AskForDocumentationAsync(stage, Asked);
        var english = stage.AddressesBeside(Asked).First(); // in the same batch, so that it must part them
        await stage.Http.PostAsync("/en/newsletter", new FormUrlEncodedContent([new("email", english), new("documentation", "true")]));
        var asked = await Stage.EventuallyAsync(async () => (await stage.MailsAsync(english)) is [var first, ..] ? first : null);
        await stage.ConfirmAsync(asked.LinkTo("/en/newsletter/bestaetigen"));
        stage.Clock.SetUtcNow(October.End.AddDays(3));
        await PublishAsync(stage);
        await stage.TickAsync(Sessions.At(2026, 10, 9, 9));
        await stage.DeliveredAsync(FollowUp);

        var mail = Assert.Single(await stage.MailsAsync(english), mail => mail.Text.Contains("/dokumentation/", StringComparison.Ordinal));
        Assert.StartsWith("Documentation from 5 October: ", mail.Subject, StringComparison.Ordinal);
        Assert.Contains("You are receiving this e-mail because", mail.Text, StringComparison.Ordinal);
        Assert.Contains("/en/abmelden?t=", mail.Text, StringComparison.Ordinal);
        Assert.DoesNotContain("Newsletter abbestellen", mail.Text, StringComparison.Ordinal);
        Assert.Contains(await FollowUpsAsync(stage), german => german.To == Asked);
    }

    [Fact]
    public async Task A_documentation_that_is_withdrawn_before_is_not_told()
    {
        await using var stage = await OpenAsync();
        stage.Clock.SetUtcNow(October.End.AddDays(3));
        await PublishAsync(stage);
        await stage.DeleteNotesAsync();
        await stage.PublishAsync();
        using var staff = await StaffBrowser.OpenAsync(stage);

        Assert.Contains("an niemanden (Die Dokumentation ist nicht mehr veröffentlicht)",
            (await staff.SeeAsync("/redaktion")).Body!.TextContent, StringComparison.Ordinal);
        await stage.TickAsync(Sessions.At(2026, 10, 9, 9));

        Assert.All(await stage.DeliveredAsync(FollowUp),
            delivery => Assert.Equal("Die Dokumentation ist nicht mehr veröffentlicht.", delivery.Reason));
        Assert.Empty(await FollowUpsAsync(stage));
    }

    [Fact]
    public async Task Of_a_session_long_past_nobody_is_told()
    {
        await using var stage = await OpenAsync();
        stage.Clock.SetUtcNow(October.End.AddDays(61));

        await stage.FireAsync("NoteFollowUp", October.Id.Value);

        Assert.Null(await stage.CampaignAsync(FollowUp));
    }

    [Fact]
    public async Task Missed_it_is_reported_and_not_sent()
    {
        await using var stage = await OpenAsync();
        stage.Clock.SetUtcNow(October.End.AddDays(3));
        await PublishAsync(stage);

        await stage.TickAsync(Sessions.At(2026, 10, 12, 9));

        var report = await Stage.EventuallyAsync(async () => (await stage.MailsAsync("redaktion@thaff.example"))
            .FirstOrDefault(mail => mail.Text.Contains("Nachlese zu „Sprache im Betrieb“", StringComparison.Ordinal)));
        Assert.Contains("verpasste", report.Subject, StringComparison.Ordinal);
        Assert.Empty(await FollowUpsAsync(stage));
    }

    /// <summary>Ada and Bo were there, Cem had waited.</summary>
    static async Task<Stage> OpenAsync()
    {
        var stage = await Stage.OpenAsync();
        await stage.PlanAsync(October with { Seats = 2 });
        foreach (var person in new[] { Person.Ada, Person.Bo, Person.Cem }) await stage.RegisterAsync(person);
        return stage;
    }

    static async Task PublishAsync(Stage stage)
    {
        await stage.DocumentAsync(October with { Seats = 2 }, "Was wir lernten.");
        await Stage.EventuallyAsync(async () => await stage.CampaignAsync(FollowUp));
    }

    static Task AskForDocumentationAsync(Stage stage, string email) => stage.Service<Subscribers>().AddConfirmedAsync(
        EmailAddress.Stored(email), new([], Documentation: true),
        Consent.Imported("Test", "Ja.", new([], Documentation: true), stage.Clock.GetUtcNow()), CancellationToken.None);

    static async Task<IReadOnlyList<SentMail>> FollowUpsAsync(Stage stage) =>
        [.. (await stage.MailsAsync()).Where(mail => mail.Subject.StartsWith("Dokumentation vom 5. Oktober:", StringComparison.Ordinal))];
}
