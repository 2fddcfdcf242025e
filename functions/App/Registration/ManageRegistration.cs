using Azure.Data.Tables;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Mail;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>The personal link from the mail: look, correct, cancel. Looking changes nothing, so link scanners may follow it.</summary>
public sealed class ManageRegistration(
    ManageLink link, RegistrationStore store, SeatLedger ledger, SeatConfirmation confirmation, ProgrammeQuery programme,
    ProvenAddresses proven, Suppression suppression, BackupMarks marks, PageRenderer pages,
    IOptions<RegistrationOptions> options, TimeProvider clock)
{
    const string CancelledNotice = "Sie haben abgesagt.";

    const string ErasedPath = "anmeldung/geloescht";

    static readonly Message TooLate = new("Ändern ist nicht mehr möglich",
        "Der Termin hat begonnen oder ist abgesagt, oder Sie haben abgesagt. Ihre Änderungen sind nicht gespeichert.");

    static readonly Message Erased = new("Die Anmeldung ist gelöscht",
        "Ihr Platz ist freigegeben, und Ihre Angaben zu dieser Anmeldung sind gelöscht. Der Link aus unseren E-Mails dazu gilt nicht mehr.",
        "Eine E-Mail darüber bekommen Sie nicht. Einen Kalendereintrag zu diesem Termin entfernen Sie bitte selbst. Andere Anmeldungen und "
        + "der Newsletter bleiben, wie sie sind.");

    [Function(nameof(ManageRegistration))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anmeldung")] HttpRequest request, CancellationToken cancellation)
    {
        var token = request.Query["t"].ToString();
        if (await FindAsync(token, cancellation) is not var (attendee, session))
            return await pages.ShowAsync(Message.LinkUnusable, StatusCodes.Status404NotFound);

        var page = await PageAsync(token, attendee, session, NoticeOf(request), cancellation);
        return await pages.ShowAsync(page with { Asked = AskedIn(request, page) });
    }

    [Function(nameof(ChangeRegistration))]
    public async Task<IResult> ChangeRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "anmeldung")] HttpRequest request, CancellationToken cancellation)
    {
        var token = request.Query["t"].ToString();
        if (await FindAsync(token, cancellation) is not var (attendee, session))
            return await pages.ShowAsync(Message.LinkUnusable, StatusCodes.Status404NotFound);

        var (body, refusal) = await FormBody.ReadAsync(request, cancellation, RegistrationFields.Lists);
        if (body is null) return await refusal!.ToResultAsync(pages);

        RegistrationFields.Read(body).Returned().Keep(request.HttpContext);
        var page = await PageAsync(token, attendee, session, null, cancellation);
        return body["action"] switch
        {
            "erase" when page.CanErase => await EraseAsync(attendee, cancellation),
            "undo" => await UndoAsync(token, attendee, cancellation),
            "switch" when page.CanChange && AttendanceWords.Find(body["to"]) is { } to => await SwitchAsync(page, to, cancellation),
            "correct" when !page.CanChange => await pages.ShowAsync(
                TooLate with { Typed = RegistrationFields.Read(body).Returned() }, StatusCodes.Status410Gone),
            _ when !page.CanChange => await pages.ShowAsync(page),
            "cancel" => await CancelAsync(token, attendee, cancellation),
            "confirm" => await ChangeAsync(page, attendee => attendee, "bestaetigt", cancellation),
            "correct" => await CorrectAsync(page, RegistrationFields.Read(body), cancellation),
            _ => await pages.ShowAsync(page, StatusCodes.Status400BadRequest),
        };
    }

    /// <summary>Where erasing leads. It says the same to everybody: there is nothing left to look at.</summary>
    [Function(nameof(ShowErased))]
    public Task<IResult> ShowErased([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ErasedPath)] HttpRequest request) =>
        pages.ShowAsync(Erased);

    async Task<IResult> EraseAsync(Attendee attendee, CancellationToken cancellation)
    {
        await ledger.EraseAsync(attendee.Session, attendee.Key, cancellation);
        await ReapplyErasures.MarkAsync(marks, attendee, cancellation);
        return new SeeOther("/" + ErasedPath);
    }

    async Task<IResult> CancelAsync(string token, Attendee attendee, CancellationToken cancellation)
    {
        await ledger.CancelAsync(attendee.Session, attendee.Key, cancellation);
        return Again(token, "abgesagt");
    }

    async Task<IResult> UndoAsync(string token, Attendee attendee, CancellationToken cancellation) => Again(token,
        await ledger.UndoCancellingAsync(attendee.Session, attendee.Key, cancellation) ? "zurueckgenommen" : "vergeben");

    async Task<IResult> SwitchAsync(ManagePageModel page, AttendanceMode to, CancellationToken cancellation)
    {
        await proven.AddAsync(page.Attendee.Email, cancellation);
        var hasSwitched = await ledger.SwitchAsync(page.Attendee.Session, page.Attendee.Key, to, byLink: true, cancellation);
        return Again(page.Token, hasSwitched ? "gewechselt" : "kein-wechsel");
    }

    async Task<IResult> CorrectAsync(ManagePageModel page, RegistrationFields typed, CancellationToken cancellation)
    {
        var problems = RegistrationCheck.CheckPerson(typed);
        if (problems.Any) return await pages.ShowAsync(page with { Typed = typed, Problems = problems },
            StatusCodes.Status422UnprocessableEntity);

        return await ChangeAsync(page, typed.Correct, "gespeichert", cancellation);
    }

    /// <summary>
    /// Whoever confirms or corrects has the mail and wants the seat, and so has proven the address. Cancelling proves nothing: strangers'
    /// victims do it.
    /// </summary>
    async Task<IResult> ChangeAsync(ManagePageModel page, Func<Attendee, Attendee> change, string done, CancellationToken cancellation)
    {
        await proven.AddAsync(page.Attendee.Email, cancellation);
        var attendee = page.Attendee;
        while (attendee.State != AttendeeState.Cancelled)
        {
            try
            {
                var changed = change(attendee) with { ConfirmedAt = clock.GetUtcNow() };
                await store.Begin(attendee.Session).Put(changed).SubmitAsync(cancellation);
                return Again(page.Token, done);
            }
            catch (TableTransactionFailedException overtaken) when (overtaken.Status is 404 or 412)
            {
                // promoted, cancelled or erased in this moment: the correction goes onto what is true now
                if (await store.FindAttendeeAsync(attendee.Session, attendee.Key, cancellation) is not { } current)
                    return new SeeOther("/" + ErasedPath);
                attendee = current;
            }
        }

        return Again(page.Token, "abgesagt");
    }

    static SeeOther Again(string token, string done) => new($"/anmeldung?t={token}&stand={done}");

    static string? NoticeOf(HttpRequest request) => request.Query["stand"].ToString() switch
    {
        "gespeichert" => "Ihre Änderungen sind gespeichert.",
        "bestaetigt" => "Ihr Platz ist bestätigt.",
        "gewechselt" => "Sie haben gewechselt. Eine E-Mail mit allem Nötigen ist unterwegs.",
        "kein-wechsel" => "Wechseln ging nicht mehr: Der letzte freie Platz ist inzwischen vergeben. Es bleibt alles, wie es war.",
        "abgesagt" => CancelledNotice,
        "zurueckgenommen" => "Ihre Absage ist zurückgenommen: Sie haben wieder einen Platz.",
        "vergeben" => "Ihre Absage ließ sich nicht mehr zurücknehmen: Die Zeit ist um, oder der Platz ist vergeben.",
        _ => null,
    };

    static string? AskedIn(HttpRequest request, ManagePageModel page) => request.Query["schritt"].ToString() switch
    {
        "absagen" when page.CanChange => "absagen",
        "loeschen" when page.CanErase => "loeschen",
        _ => null,
    };

    async Task<(Attendee, Session)?> FindAsync(string token, CancellationToken cancellation) =>
        link.Read(token) is var (id, key)
        && await store.FindAttendeeAsync(id, key, cancellation) is { } attendee
        && await programme.FindAsync(id, cancellation) is { } session
            ? (attendee, session)
            : null;

    async Task<ManagePageModel> PageAsync(
        string token, Attendee attendee, Session session, string? notice, CancellationToken cancellation)
    {
        var now = clock.GetUtcNow();
        var isReachable = !await suppression.IsSuppressedAsync(attendee.Email, SuppressionScope.Everything, cancellation);
        if (notice == CancelledNotice && isReachable) notice += " Eine Bestätigung schicken wir Ihnen per E-Mail.";
        var page = new ManagePageModel(token, attendee, session, IsAhead: !session.IsCancelled && session.Start > now,
            await confirmation.DeadlineAsync(attendee, session, cancellation), notice, RegistrationFields.Of(attendee), FieldProblems.None)
        {
            RetentionDays = options.Value.RetentionDays,
            IsReachable = isReachable,
            IsLateForNeeds = now >= session.NeedsUntil,
            UndoableUntil = await ledger.UndoableUntilAsync(attendee, session, cancellation),
            Position = attendee.State == AttendeeState.Waiting ? await store.PositionAsync(attendee, cancellation) : null,
        };
        if (!page.CanChange || await store.ReadSeatsAsync(session.Id, cancellation) is not { Seats: var seats }) return page;

        return page with
        {
            IsPassedOn = attendee.State == AttendeeState.Seated
                && seats.Release(attendee.State, attendee.Mode).PromotableAt(now, session, attendee.Mode) > 0,
            CanSwitch = seats.CanSwitch(attendee.State, attendee.Mode, AttendanceWords.Other(attendee.Mode)),
        };
    }
}
