using Microsoft.AspNetCore.Http;
using ThaffFunctions.Mail;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Staff;
using ThaffFunctions.Registration.Applying;
using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>What the functions on one registration share: finding it, its page, and the form of an act.</summary>
public sealed class AttendeePages(RegistrationStore store, SeatStore seats, HeadcountStore headcounts, UnreachedAttendees unreached,
    Suppression suppression, ProgrammeQuery programme, StaffArea staff, TimeProvider clock)
{
    public const string ListRoute = "redaktion/termine/{id}/anmeldungen";

    /// <summary>Keys have 32 characters; no other page below the list has such a name.</summary>
    public const string Route = ListRoute + "/{key:length(32)}";

    /// <summary>Stands where a mail would be sent to an address.</summary>
    public const string PleaseCall = "keine E-Mail-Adresse: bitte anrufen";

    /// <summary>What staff are told of somebody whom neither a mail nor a call can reach.</summary>
    public const string NotReachable = "Ohne E-Mail-Adresse und Telefonnummer erreichen Sie die Person nicht, wenn sich etwas ändert. Bitte fragen Sie nach "
        + "einer Telefonnummer, und tragen Sie sie bei der Anmeldung ein.";

    /// <summary>What staff are told of somebody whose address is suppressed.</summary>
    public const string Blocked = "An die angegebene Adresse wird nichts gesendet, weil das Postfach Nachrichten abweist: Bitte rufen Sie "
        + "die Person an, oder berichtigen Sie die Adresse. Besteht das Postfach wieder, heben Sie die Sperre unter „Verteiler“ auf.";

    public Task<bool> IsBlockedAsync(EmailAddress email, CancellationToken cancellation) =>
        suppression.IsSuppressedAsync(email, SuppressionScope.Everything, cancellation);

    /// <summary>How somebody without an address is reached: a call that is due is asked for until it is noted.</summary>
    public static string ReachOf(Attendee attendee) => attendee.CallAbout.Count > 0
        ? $"{PleaseCall}{(attendee.Phone.Length > 0 ? $", {attendee.Phone}" : "")}"
        : $"keine E-Mail-Adresse{(attendee.Phone.Length > 0 ? $", Telefon {attendee.Phone}" : "")}";

    static readonly Message Gone = new("Diese Anmeldung gibt es nicht (mehr)",
        "Vielleicht wurde sie inzwischen gelöscht. Geändert wurde nichts. Hier geht es weiter:");

    public static string ListOf(SessionId session) => $"/redaktion/termine/{session}/anmeldungen";

    public static string PathOf(Attendee attendee) => $"{ListOf(attendee.Session)}/{attendee.Key}";

    /// <summary>What the list of sessions says of the registrations of one.</summary>
    public async Task<SessionNote?> NoteAsync(Session session, CancellationToken cancellation) => new(
        $"Anmeldungen: {await SeatsOfAsync(session, cancellation)}", ListOf(session.Id));

    /// <summary>
    /// How many seats are taken; of a session that is over, how many had one, as it was counted before persons were erased. A row that
    /// cannot be read does not mean that nobody registered.
    /// </summary>
    public async Task<string> SeatsOfAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            return !session.IsCancelled && session.IsPastAt(clock.GetUtcNow())
                ? RegistrationWords.SeatedOf(await headcounts.KeepAsync(session, cancellation))
                : RegistrationWords.SeatsOf((await seats.ReadAsync(session.Id, cancellation))?.Seats);
        }
        catch (UnreadableException)
        {
            return RegistrationWords.Unknown;
        }
    }

    /// <summary>
    /// The seats that staff alone can give to who waits, and how many are free and waited for, in words; none and empty if there are none,
    /// or if the row cannot be read.
    /// </summary>
    public async Task<(IReadOnlyList<AttendanceMode> Modes, string Words)> ToGiveAsync(Session session, CancellationToken cancellation)
    {
        try
        {
            if ((await seats.ReadAsync(session.Id, cancellation))?.Seats is { } now
                && now.ToGiveAt(clock.GetUtcNow(), session) is { Count: > 0 } modes) return (modes, RegistrationWords.ToGive(now, modes));
        }
        catch (UnreadableException)
        {
            // how many seats are taken is not known either, and the page says so
        }

        return ([], "");
    }

    /// <summary>What staff are to do now that somebody left their seat, in sentences that follow others; empty: nothing.</summary>
    public async Task<string> FreedAsync(SessionId id, CancellationToken cancellation) =>
        await programme.FindAsync(id, cancellation) is { } session
            && await ToGiveAsync(session, cancellation) is { Words: { Length: > 0 } words }
            ? $" {words}. {NobodyMovesUp} Bitte geben Sie den Platz selbst, unter „Alle Anmeldungen“." : "";

    public static string NobodyMovesUp =>
        $"Weniger als {PromotionDeadline.HoursBefore} Stunden vor dem Termin rückt niemand von selbst nach.";

    /// <summary>Why nobody can be registered for a session now, in a sentence; null if somebody can.</summary>
    public string? WhyClosed(Session session) => Vacancy.Closed(session, clock.GetUtcNow())?.WhyClosed?.German;

    /// <summary>
    /// Why seats of a session are not given out, changed or given back any more, in a sentence; null if they are. Cancelled or over, it has
    /// nothing left to come to.
    /// </summary>
    public string? WhyOver(Session session) => session.IsCancelled ? "Der Termin ist abgesagt: Plätze gibt es keine mehr."
        : session.IsPastAt(clock.GetUtcNow()) ? "Der Termin ist vorbei: Plätze gibt es keine mehr." : null;

    public async Task<IResult> WithSessionAsync(HttpRequest request, string id, Func<Session, Task<IResult>> answer,
        CancellationToken cancellation) =>
        SessionId.Parse(id) is { } session && await programme.FindAsync(session, cancellation) is { } found
            ? await answer(found)
            : await staff.ShowMissingAsync(request, ShowSessions.NoSession);

    public Task<IResult> WithAttendeeAsync(HttpRequest request, string id, string key,
        Func<Session, Attendee, Task<IResult>> answer, CancellationToken cancellation) => WithSessionAsync(request, id, async session =>
            await store.FindAttendeeAsync(session.Id, key, cancellation) is { } attendee
                ? await answer(session, attendee)
                : await staff.ShowMissingAsync(request, Gone with { Links = [(ListOf(session.Id), $"Alle Anmeldungen: {session.Title}")] }), cancellation);

    /// <param name="request">The form of an act on a registration.</param>
    /// <param name="id">The session.</param>
    /// <param name="key">The attendee.</param>
    /// <param name="what">The act, for the audit.</param>
    /// <param name="act">Does it; returns what the page says afterwards, or adds a problem and returns null.</param>
    /// <param name="cancellation">Gives up.</param>
    public Task<IResult> ActAsync(HttpRequest request, string id, string key, string what, Func<Attendee, StaffPost, Task<string?>> act,
        CancellationToken cancellation) => WithAttendeeAsync(request, id, key, (session, attendee) => staff.ActAsync<AttendeePage>(request,
            async post => await act(attendee, post) is { } status
                ? new(PathOf(attendee), status, what, OnOf(attendee)) : null,
            async post => await AgainAsync(session, attendee, post, cancellation), cancellation, RegistrationFields.Lists), cancellation);

    /// <summary>The page as the form has it; forms without fields leave what is stored.</summary>
    async Task<AttendeeModel> AgainAsync(Session session, Attendee before, StaffPost post, CancellationToken cancellation)
    {
        var attendee = await store.FindAttendeeAsync(session.Id, before.Key, cancellation) ?? before;
        var isCorrection = post[FormVersion.Field].Length > 0;
        var stored = RegistrationFields.Of(attendee);
        var (typed, changed) = isCorrection
            ? CorrectionForm.Fields.Merge(post[FormVersion.Field], stored, RegistrationFields.ReadFromStaff(post.Body)) : (stored, []);
        var page = await PageAsync(post.Frame, session, attendee, typed, post.Problems, cancellation);
        return page with
        {
            IsTold = post.Body.Has(AttendeeModel.ToldField),
            IsSure = post.Body.Has(AttendeeModel.SureField),
            ChangedMeanwhile = changed,
        };
    }

    public async Task<AttendeeModel> PageAsync(StaffFrame frame, Session session, Attendee attendee, RegistrationFields typed,
        FieldProblems problems, CancellationToken cancellation) => new(frame, session, attendee, typed, problems)
        {
            WhyOver = WhyOver(session),
            WhyClosed = WhyClosed(session),
            Position = attendee.State == AttendeeState.Waiting ? await store.PositionAsync(attendee, cancellation) : 0,
            IsHandedOn = PromotionDeadline.IsOpenAt(clock.GetUtcNow(), session),
            HasBegun = clock.GetUtcNow() >= session.Start,
            Lost = await unreached.FindAsync(attendee, cancellation),
            Waiting = (await unreached.WaitingAsync(session.Id, cancellation)).GetValueOrDefault(attendee.Key),
            Registrant = await store.FindRegistrantAsync(attendee, cancellation),
        };

    /// <summary>The beginning of the key tells rows apart, and says nothing about the person.</summary>
    static string OnOf(Attendee attendee) => $"Anmeldung {attendee.Key[..8]}, Termin {attendee.Session}";
}
