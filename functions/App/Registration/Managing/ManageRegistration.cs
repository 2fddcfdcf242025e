using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.PersonalData;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Managing;

/// <summary>The personal link from the mail: look, correct, cancel. Looking changes nothing, so link scanners may follow it.</summary>
public sealed class ManageRegistration(
    ManagePages links, RegistrationStore store, Cancellation cancelling, CancellationUndo undo, SeatSwitch seatSwitch,
    AttendeeErasure erasure, ConfirmedAddresses confirmed, RestoreMarks marks, PageRenderer pages, TimeProvider clock)
{
    const string ErasedPath = "anmeldung/geloescht";

    static Message TooLate(Language language) => Message.In(language,
        new("Ändern ist nicht mehr möglich", "Changes are no longer possible"),
        new("Der Termin hat begonnen oder ist abgesagt, oder Sie haben abgesagt. Ihre Änderungen sind nicht gespeichert.",
            "The session has begun or has been cancelled, or you have cancelled. Your changes were not saved."));

    static Message Erased(Language language) => Message.In(language,
        new("Die Anmeldung ist gelöscht", "Your registration has been deleted"),
        new("Ihr Platz ist freigegeben, und Ihre Angaben zu dieser Anmeldung sind gelöscht. Der Link aus unseren E-Mails dazu gilt nicht mehr.",
            "Your seat has been released, and your details for this registration have been deleted. The link in our e-mails about it is no longer valid."),
        new("Eine E-Mail darüber bekommen Sie nicht. Einen Kalendereintrag zu diesem Termin entfernen Sie bitte selbst. Andere Anmeldungen "
            + "und der Newsletter bleiben, wie sie sind.",
            "You will not receive an e-mail about this. Please remove any calendar entry for this session yourself. Other registrations "
            + "and the newsletter stay as they are."));

    [Function(nameof(ManageRegistration))]
    public async Task<IResult> Show(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "anmeldung")] HttpRequest request,
        CancellationToken cancellation) =>
        await ShowAsync(request, cancellation);

    [Function(nameof(ManageEnglishRegistration))]
    public Task<IResult> ManageEnglishRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/anmeldung")] HttpRequest request,
        CancellationToken cancellation) =>
        ShowAsync(request, cancellation);

    async Task<IResult> ShowAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (speaking, token) = (pages.For(request), request.Query["t"].ToString());
        if (await links.FindAsync(token, cancellation) is not var (attendee, session))
            return await speaking.ShowAsync(Message.LinkUnusable(speaking.Language), StatusCodes.Status404NotFound);

        var page = await links.PageAsync(token, attendee, session, NoticeOf(request), cancellation);
        return await speaking.ShowAsync(page with { Asked = AskedIn(request, page) });
    }

    [Function(nameof(ChangeRegistration))]
    public async Task<IResult> ChangeRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "anmeldung")] HttpRequest request, CancellationToken cancellation) =>
        await ActAsync(request, cancellation);

    [Function(nameof(ChangeEnglishRegistration))]
    public Task<IResult> ChangeEnglishRegistration(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "en/anmeldung")] HttpRequest request, CancellationToken cancellation) =>
        ActAsync(request, cancellation);

    async Task<IResult> ActAsync(HttpRequest request, CancellationToken cancellation)
    {
        var (speaking, token) = (pages.For(request), request.Query["t"].ToString());
        var language = speaking.Language;
        if (await links.FindAsync(token, cancellation) is not var (attendee, session))
            return await speaking.ShowAsync(Message.LinkUnusable(language), StatusCodes.Status404NotFound);

        var (body, refusal) = await FormBody.ReadAsync(request, cancellation, RegistrationFields.Lists);
        if (body is null) return await refusal!.ToResultAsync(speaking);

        var typed = RegistrationFields.Read(body);
        typed.Returned(language).Keep(request.HttpContext);
        var page = await links.PageAsync(token, attendee, session, null, cancellation);
        return body["action"] switch
        {
            "erase" when page.CanErase => await EraseAsync(attendee, language, cancellation),
            "undo" => await UndoAsync(token, attendee, language, cancellation),
            "switch" when page.CanChange && AttendanceWords.Find(body["to"]) is { } to =>
                await SwitchAsync(page, to, speaking, cancellation),
            "correct" when !page.CanChange => await speaking.ShowAsync(
                TooLate(language) with { Typed = typed.Returned(language) }, StatusCodes.Status410Gone),
            _ when !page.CanChange => await speaking.ShowAsync(page),
            "cancel" => await CancelAsync(token, attendee, language, cancellation),
            "confirm" => await ChangeAsync(page, attendee => attendee, "bestaetigt", language, cancellation),
            "correct" => await CorrectAsync(page, typed, speaking, cancellation),
            _ => await speaking.ShowAsync(page, StatusCodes.Status400BadRequest),
        };
    }

    /// <summary>Where erasing leads. It says the same to everybody: there is nothing left to look at.</summary>
    [Function(nameof(ShowErased))]
    public Task<IResult> ShowErased([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ErasedPath)] HttpRequest request) =>
        pages.ShowAsync(Erased(Language.German));

    [Function(nameof(ShowErasedInEnglish))]
    public Task<IResult> ShowErasedInEnglish(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + ErasedPath)] HttpRequest request) =>
        pages.In(Language.English).ShowAsync(Erased(Language.English));

    async Task<IResult> EraseAsync(Attendee attendee, Language language, CancellationToken cancellation)
    {
        await ReapplyErasures.MarkAsync(marks, attendee, cancellation);
        await erasure.EraseAsync(attendee.Session, attendee.Key, cancellation);
        return new SeeOther(language.PathOf("/" + ErasedPath));
    }

    async Task<IResult> CancelAsync(string token, Attendee attendee, Language language, CancellationToken cancellation)
    {
        await cancelling.CancelAsync(attendee.Session, attendee.Key, language, cancellation);
        return Again(token, language, "abgesagt");
    }

    async Task<IResult> UndoAsync(string token, Attendee attendee, Language language, CancellationToken cancellation) => Again(
        token, language,
        await undo.UndoAsync(attendee.Session, attendee.Key, language, cancellation) ? "zurueckgenommen" : "vergeben");

    async Task<IResult> SwitchAsync(ManagePageModel page, AttendanceMode to, PageRenderer speaking, CancellationToken cancellation)
    {
        await confirmed.AddAsync(page.Attendee.Email, cancellation);
        var language = speaking.Language;
        return await seatSwitch.SwitchAsync(page.Attendee.Session, page.Attendee.Key, to, language, isConfirmed: true, cancellation) switch
        {
            SeatChange.Seated => Again(page.Token, language, "gewechselt"),
            SeatChange.Waiting => Again(page.Token, language, "warteliste-gewechselt"),
            SeatChange.AlreadySo => Again(page.Token, language, "schon-so"),
            SeatChange.NoneFree => Again(page.Token, language, "kein-wechsel"),
            _ => await speaking.ShowAsync(TooLate(language), StatusCodes.Status410Gone),
        };
    }

    async Task<IResult> CorrectAsync(
        ManagePageModel page, RegistrationFields typed, PageRenderer speaking, CancellationToken cancellation)
    {
        var problems = RegistrationCheck.CheckPerson(typed, speaking.Language);
        if (problems.Any) return await speaking.ShowAsync(page with { Typed = typed, Problems = problems },
            StatusCodes.Status422UnprocessableEntity);

        return await ChangeAsync(page, typed.Correct, "gespeichert", speaking.Language, cancellation);
    }

    /// <summary>
    /// Whoever confirms or corrects has the mail and wants the seat, and so has confirmed the address. Cancelling does not: strangers'
    /// victims do it. Mails are in the language of the page from now on.
    /// </summary>
    async Task<IResult> ChangeAsync(
        ManagePageModel page, Func<Attendee, Attendee> change, string done, Language language, CancellationToken cancellation)
    {
        await confirmed.AddAsync(page.Attendee.Email, cancellation);
        var attendee = page.Attendee;
        while (attendee.State != AttendeeState.Cancelled)
        {
            try
            {
                var changed = change(attendee) with { ConfirmedAt = clock.GetUtcNow(), Language = language };
                await store.ReplaceAsync(changed, cancellation);
                return Again(page.Token, language, done);
            }
            catch (RequestFailedException overtaken) when (overtaken.Status is 404 or 412)
            {
                // promoted, cancelled or erased in this moment: the correction goes onto what is true now
                if (await store.FindAttendeeAsync(attendee.Session, attendee.Key, cancellation) is not { } current)
                    return new SeeOther(language.PathOf("/" + ErasedPath));
                attendee = current;
            }
        }

        return Again(page.Token, language, "abgesagt");
    }

    static SeeOther Again(string token, Language language, string done) => new(language.PathOf($"/anmeldung?t={token}&stand={done}"));

    static Bilingual? NoticeOf(HttpRequest request) => request.Query["stand"].ToString() switch
    {
        "gespeichert" => new("Ihre Änderungen sind gespeichert.", "Your changes have been saved."),
        "bestaetigt" => new("Ihr Platz ist bestätigt.", "Your seat is confirmed."),
        "gewechselt" => ManagePages.SwitchedNotice,
        "warteliste-gewechselt" => new("Sie warten jetzt auf einen Platz vor Ort, an der Stelle, an der Sie sich angemeldet haben.",
            "You are now waiting for a seat on site, in the order in which you registered."),
        "kein-wechsel" => new(
            "Wechseln ging nicht mehr: Der letzte freie Platz ist inzwischen vergeben. Es bleibt alles, wie es war.",
            "Switching was no longer possible: the last free seat has been taken in the meantime. Everything stays as it was."),
        "schon-so" => new("Ihre Anmeldung ist so eingetragen, wie Sie es gewählt haben.",
            "Your registration is as you have chosen."),
        "abgesagt" => ManagePages.CancelledNotice,
        "zurueckgenommen" => new("Ihre Absage ist zurückgenommen: Sie haben wieder einen Platz.",
            "Your cancellation has been undone: you have a seat again."),
        "vergeben" => new("Ihre Absage ließ sich nicht mehr zurücknehmen: Die Zeit ist um, oder der Platz ist vergeben.",
            "Your cancellation could no longer be undone: the time is up, or the seat has been taken."),
        _ => null,
    };

    static string? AskedIn(HttpRequest request, ManagePageModel page) => request.Query["schritt"].ToString() switch
    {
        "absagen" when page.CanChange => "absagen",
        "loeschen" when page.CanErase => "loeschen",
        _ => null,
    };
}
