using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Registration;
using ThaffFunctions.Tests.MailingList;
using static ThaffFunctions.Tests.Registration.Changes.ChangeDesk;

namespace ThaffFunctions.Tests.Registration.Changes;

/// <summary>Another mail that tells the new facts first, or goes out meanwhile, does not lead to a second one about them.</summary>
public sealed class ChangeBesideOtherMailsTests
{
    [Fact]
    public async Task Who_registers_between_the_change_and_its_mail_gets_the_new_facts_once()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Moved with { Seats = 9 });
        await stage.RegisterAsync(Person.Cem);

        await TickAsync(stage, Together);

        var mail = Assert.Single(await stage.MailsAsync(Person.Cem.Email));
        Assert.Equal(("Angemeldet für den 12. Oktober, 10 Uhr: Sprache im Betrieb", 12), (mail.Subject, EntryOf(mail).Event.Start!.Day));
        Assert.Single(await ChangesAsync(stage, Person.Ada));
    }

    [Fact]
    public async Task Who_registered_before_the_change_and_is_confirmed_after_it_gets_the_new_facts_once()
    {
        await using var stage = await OpenAsync(Slow);
        var confirmations = await UnsettledAsync(stage);
        await stage.PlanAsync(Moved);
        foreach (var mail in confirmations) await stage.FireAsync("DeliverMail", mail.Id.ToString());

        await TickAsync(stage, Together);

        Assert.Equal(2, confirmations.Count);
        Assert.Empty(await ChangesAsync(stage));
        Assert.Equal(12, EntryOf(Assert.Single(await stage.MailsAsync(Person.Ada.Email))).Event.Start!.Day);
    }

    [Fact]
    public async Task Who_registered_for_a_session_cancelled_before_the_confirmation_is_told_that_alone()
    {
        await using var stage = await OpenAsync(Slow);
        var confirmations = await UnsettledAsync(stage);
        await stage.PlanAsync(Cancelled);
        await TickAsync(stage, Together, isSettled: false);

        foreach (var mail in (await UnsettledAsync(stage)).Concat(confirmations)) await stage.FireAsync("DeliverMail", mail.Id.ToString());

        Assert.Equal("Abgesagt ist der Termin am 5. Oktober, 10 Uhr: Sprache im Betrieb", Assert.Single(await stage.MailsAsync(Person.Ada.Email)).Subject);
        Assert.Equal("Abgesagt ist der Termin am 5. Oktober, 10 Uhr: Sprache im Betrieb", Assert.Single(await stage.MailsAsync(Person.Bo.Email)).Subject);
    }

    [Fact]
    public async Task Changed_again_while_the_first_mail_is_being_sent_each_gets_what_is_true_once()
    {
        await using var stage = await OpenAsync(Slow);
        await DeliverAsync(stage);
        await stage.PlanAsync(Moved);
        await TickAsync(stage, Together, isSettled: false);
        var first = await UnsettledAsync(stage);
        var (ada, bo) = (await OfAsync(stage, first, AttendeeState.Seated), await OfAsync(stage, first, AttendeeState.Waiting));

        await stage.FireAsync("DeliverMail", ada.Id.ToString());
        await stage.PlanAsync(Moved with { Place = "Kammer, Gera", Revision = 2 });
        await stage.FireAsync("DeliverMail", bo.Id.ToString());
        await TickAsync(stage, Together, isSettled: false);
        await DeliverAsync(stage);

        var told = await ChangesAsync(stage, Person.Ada);
        Assert.Equal([1, 2], told.Select(mail => EntryOf(mail).Event.Sequence));
        Assert.DoesNotContain("Neue Zeit", told[1].Text, StringComparison.Ordinal);
        var waiting = Assert.Single(await ChangesAsync(stage, Person.Bo));
        Assert.Contains("Neuer Ort: Kammer, Gera", waiting.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_confirmation_that_is_held_back_tells_nothing_yet_and_the_change_is_told_in_time()
    {
        await using var stage = await OpenAsync(new() { ["MailLimits:PerUnconfirmedAddressAndHour"] = "1" });
        await Stage.EventuallyAsync(async () => (await stage.MailsAsync(Person.Ada.Email)).SingleOrDefault());
        await stage.PlanAsync(Moved);
        await stage.RegisterAsync(Person.Ada);
        await stage.SettledAsync();
        await Stage.EventuallyAsync(async () => (await UnsettledAsync(stage)).Any(mail => mail.QueuedAt > stage.Clock.GetUtcNow()));

        await TickAsync(stage, Together, isSettled: false);

        await Stage.EventuallyAsync(async () => (await ChangesAsync(stage, Person.Ada)).SingleOrDefault());
    }

    [Fact]
    public async Task Who_cancels_meanwhile_is_not_told_and_who_moves_up_learns_it_with_the_seat()
    {
        await using var stage = await OpenAsync();
        await stage.PlanAsync(Moved);
        await stage.Http.PostAsync((await stage.MailsAsync(Person.Ada.Email))[0].LinkTo("/anmeldung"),
            new FormUrlEncodedContent([new("action", "cancel")]));

        await TickAsync(stage, Together);

        Assert.Empty(await ChangesAsync(stage));
        Assert.Equal("Ihre Absage für den 12. Oktober, 10 Uhr: Sprache im Betrieb", (await stage.MailsAsync(Person.Ada.Email))[^1].Subject);
        var seat = (await stage.MailsAsync(Person.Bo.Email))[^1];
        Assert.Equal(("Sie haben einen Platz am 12. Oktober, 10 Uhr: Sprache im Betrieb", 12), (seat.Subject, EntryOf(seat).Event.Start!.Day));
    }

    static async Task<Delivery> OfAsync(Stage stage, IEnumerable<Delivery> mails, AttendeeState state)
    {
        var attendee = await stage.Service<RegistrationStore>().AttendeesAsync(Planned.Id, state, CancellationToken.None).SingleAsync();
        return mails.Single(mail => mail.Recipient == attendee.Key);
    }
}
