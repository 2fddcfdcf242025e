using System.Net;
using AngleSharp.Dom;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Registration.Staff;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Mail;
using ThaffFunctions.Tests.Registration.Changes;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

/// <summary>Mails that the mail service does not take yet are no secret: staff see how many wait, whose they are and since when.</summary>
public sealed class WaitingMailTests : SignedIn
{
    const string List = "/redaktion/termine/2026-10-sprache-im-betrieb/anmeldungen";
    const string Since = "wartet seit 1. September 2026, 10:00 Uhr";

    private protected override Task<Stage> OpenAsync() => Stage.OpenAsync(settings: new(StaffSignIn.On)
    {
        ["AzureWebJobs.DeliverMail.Disabled"] = ChangeDesk.Slow["AzureWebJobs.DeliverMail.Disabled"], // it comes when the test says so
    });

    [Theory]
    [InlineData("500", "Grund: Der Maildienst ist gestört (SendGrid 500).")]
    [InlineData("429", "Der Maildienst bittet, bis")]
    [InlineData("", "wartet seit")]
    public async Task A_mail_that_waits_is_shown_with_its_person_on_the_start_page_and_by_the_state(string fault, string why)
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await ExpectAsync(isWaiting: false); // on its way as usual
        if (fault.Length > 0) await stage.FailAsync(fault, resetAfterSeconds: 600);
        else stage.Clock.Advance(TimeSpan.FromMinutes(6)); // nobody looked at it
        if (fault == "500") await stage.FailsAsync("DeliverMail", await MailAsync());
        else if (fault == "429") await stage.FireAsync("DeliverMail", await MailAsync());

        await ExpectAsync(isWaiting: true);
        var state = await StaffBrowser.PageAsync(await staff.Http.GetAsync("/redaktion/zustand"), HttpStatusCode.ServiceUnavailable);
        Assert.Contains("Maildienst: Störung", state.Body!.TextContent, StringComparison.Ordinal);
        foreach (var told in new[] { "1 E-Mail " + Since, why, "Was wartet, geht von selbst hinaus" })
            Assert.Contains(told, state.Body!.TextContent, StringComparison.Ordinal);

        stage.Clock.Advance(TimeSpan.FromMinutes(11));
        await stage.FireAsync("DeliverMail", await MailAsync());
        await ExpectAsync(isWaiting: false);
        await staff.SeeAsync("/redaktion/zustand");
    }

    [Theory]
    [InlineData(DeliveryState.Queued, 0, "nicht angenommen")]
    [InlineData(DeliveryState.Sending, 0, "vielleicht ist sie angekommen")]
    [InlineData(DeliveryState.Queued, 1, "vielleicht ist sie angekommen")]
    public void Of_a_mail_to_which_the_mail_service_gave_no_answer_it_is_said_that_it_may_have_arrived(
        DeliveryState state, int expiredClaims, string told)
    {
        var now = stage.Clock.GetUtcNow();
        var mail = new Delivery(new(Tables.Registrations, TestSessions.October.Id.Value, "delivery-1"), "", "")
        {
            State = state,
            QueuedAt = now.AddHours(-1),
            SendingSince = now.AddHours(-1),
            ExpiredClaims = expiredClaims,
        };

        Assert.Contains(told, WaitingMail.Of(mail, now)!.Why, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Since_when_a_mail_waits_is_the_first_try_however_often_it_is_tried()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.FailAsync("500", count: 4);
        foreach (var _ in Enumerable.Range(0, 3))
        {
            await stage.FailsAsync("DeliverMail", await MailAsync());
            stage.Clock.Advance(TimeSpan.FromMinutes(20));
            await stage.FireAsync("RecoverDeliveries");
        }

        await ExpectAsync(isWaiting: true);
    }

    async Task ExpectAsync(bool isWaiting)
    {
        var list = await staff.SeeAsync(List);
        var row = Assert.Single(list.QuerySelectorAll("tbody tr"));
        Expect("E-Mail " + Since, row);
        Expect("E-Mail " + Since, (await staff.SeeAsync(row.QuerySelector("a")!.GetAttribute("href")!)).QuerySelector("main")!);
        var today = await staff.SeeAsync("/redaktion");
        Expect("Anmeldebestätigung: 1 E-Mail " + Since, today.Body!);
        Assert.Equal(isWaiting, today.QuerySelectorAll("main li a").Any(link => link.TextContent.Contains("E-Mail wartet", StringComparison.Ordinal)
            && link.GetAttribute("href") == List));

        void Expect(string words, IElement where) =>
            Assert.Equal(isWaiting, where.TextContent.Contains(words, StringComparison.Ordinal));
    }

    /// <summary>The id of the mail to Ada.</summary>
    async Task<string> MailAsync() => Assert.Single(await stage.Service<DeliveryStore>()
        .UnsettledAsync(Tables.Registrations, TestSessions.October.Id.Value, default).ToListAsync()).Id.ToString();
}
