using System.Globalization;
using Microsoft.AspNetCore.Http;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>
/// What people are answered when they register: a page to who posted the form, JSON to who posted JSON. Nothing in it tells whether
/// an address was known; the mail does.
/// </summary>
public sealed class RegistrationAnswers(
    ProgrammeQuery programme, SeatQuery seats, PageRenderer pages, ShowRejectedForm showRejectedForm, TimeProvider clock)
{
    /// <param name="body">Tells page or JSON.</param>
    /// <param name="session">The session applied for.</param>
    /// <param name="before">The seats as the applicant found them.</param>
    public static IResult Received(FormBody body, SessionId session, Seats before) => Received(body, session, before.HasFreeSeat);

    public Task<IResult> RefusedAsync(Refusal refusal) => refusal.ToResultAsync(pages);

    /// <summary>The same answer to a filled honeypot, from the seats as they are.</summary>
    public async Task<IResult> ReceivedUnstoredAsync(FormBody body, SessionId id, CancellationToken cancellation)
    {
        if (await programme.FindAsync(id, cancellation) is not { } session) return await UnknownSessionAsync(body);

        var availability = await seats.AvailabilityAsync(session, cancellation);
        return availability is Availability.Open or Availability.WaitingList
            ? Received(body, id, availability == Availability.Open)
            : await NotOpenAsync(body, SeatQuery.SeatsOf(session));
    }

    public async Task<IResult> RejectedAsync(FormBody body, SessionId id, RegistrationFields typed, FieldProblems problems,
        CancellationToken cancellation)
    {
        if (await programme.FindAsync(id, cancellation) is not { } session) return await UnknownSessionAsync(body);

        var availability = await seats.AvailabilityAsync(session, cancellation);
        if (availability is Availability.Closed or Availability.NotYetOpen) return await NotOpenAsync(body, SeatQuery.SeatsOf(session));
        if (body.IsJson) return problems.ToResult();

        return await showRejectedForm(session, new RegistrationFormModel(id, availability, typed, problems));
    }

    public Task<IResult> NotOpenAsync(FormBody body, Seats seats)
    {
        var text = seats.At(clock.GetUtcNow()) switch
        {
            Availability.NotYetOpen => $"Die Anmeldung zu diesem Termin öffnet am {Berlin.Moment(seats.Opens)}.",
            _ when seats.IsCancelled => "Dieser Termin ist abgesagt.",
            _ => $"Die Anmeldung zu diesem Termin ist seit dem {Berlin.Moment(seats.Closes)} geschlossen.",
        };
        return TellAsync(body, StatusCodes.Status410Gone, "Anmeldung nicht möglich", text);
    }

    public Task<IResult> UnknownSessionAsync(FormBody body) => TellAsync(
        body, StatusCodes.Status404NotFound, "Termin nicht gefunden", "Diesen Termin gibt es nicht. Das Programm zeigt alle Termine.");

    public async Task<IResult> TooManyAsync(HttpResponse response, FormBody body, TimeSpan wait)
    {
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return await TellAsync(body, StatusCodes.Status429TooManyRequests, "Zu viele Anmeldungen",
            "Von hier oder für diese E-Mail-Adresse kamen zu viele Anmeldungen. Bitte versuchen Sie es später noch einmal oder "
            + "schreiben Sie uns.");
    }

    static IResult Received(FormBody body, SessionId session, bool seatFree) => body.IsJson
        ? Results.Json(new { status = "received", session = session.Value, seats = seatFree ? "available" : "waitingList" },
        statusCode: StatusCodes.Status202Accepted)
        : new SeeOther("/anmeldung/danke");

    async Task<IResult> TellAsync(FormBody body, int status, string title, string text) => body.IsJson
        ? Results.Problem(text, title: title, statusCode: status)
        : await pages.ShowAsync(new Message(title, text), status);
}
