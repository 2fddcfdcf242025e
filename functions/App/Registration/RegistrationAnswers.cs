using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>
/// What people are answered when they register: a page to who posted the form, JSON to who posted JSON. Nothing in it tells whether
/// an address was known; the mail does.
/// </summary>
public sealed class RegistrationAnswers(
    ProgrammeQuery programme, SeatQuery seats, PageRenderer pages, ShowRejectedForm showRejectedForm,
    IOptions<RegistrationOptions> options, TimeProvider clock)
{
    /// <summary>Where the form is posted to: the address of the page that it stands on.</summary>
    public static string? FormOf(SessionId? session) => session is { } known ? $"/termine/{known}" : null;

    /// <param name="body">Tells page or JSON.</param>
    /// <param name="session">The session applied for.</param>
    /// <param name="seats">The seats as the first applicant found them.</param>
    /// <param name="typed">How many are registered, and whether the newsletter was asked for.</param>
    public static IResult Received(FormBody body, SessionId session, Availability seats, RegistrationFields typed) => body.IsJson
        ? Results.Json(
            new { status = "received", session = session.Value, seats = ThanksModel.WordOf(seats), persons = typed.Persons },
            statusCode: StatusCodes.Status202Accepted)
        : new SeeOther(ThanksModel.AddressOf(session, seats, typed));

    public Task<IResult> RefusedAsync(Refusal refusal) => refusal.ToResultAsync(pages);

    /// <summary>The same answer to a filled honeypot, from the seats as they are.</summary>
    public async Task<IResult> ReceivedUnstoredAsync(FormBody body, SessionId id, CancellationToken cancellation)
    {
        if (await programme.FindAsync(id, cancellation) is not { } session) return await UnknownSessionAsync(body);

        var typed = RegistrationFields.Read(body);
        var vacancy = await seats.AskAsync(session, cancellation);
        return vacancy.WhyClosed is { } why
            ? await NotOpenAsync(body, why)
            : Received(body, id, vacancy.For(AttendanceWords.Find(typed.Attendance)).Availability, typed);
    }

    public async Task<IResult> RejectedAsync(FormBody body, SessionId id, RegistrationFields typed, FieldProblems problems,
        CancellationToken cancellation)
    {
        if (await programme.FindAsync(id, cancellation) is not { } session) return await UnknownSessionAsync(body);

        var vacancy = await seats.AskAsync(session, cancellation);
        if (vacancy.WhyClosed is { } why) return await NotOpenAsync(body, why);
        if (session.SeatsOnline is not null && AttendanceWords.Find(typed.Attendance) is null)
            problems = problems.After(RegistrationCheck.AttendanceField, RegistrationCheck.AttendanceMissing);
        if (body.IsJson) return problems.ToResult();

        return await showRejectedForm(session, vacancy,
            RegistrationFormModel.Of(session, vacancy, typed, problems, options.Value, clock.GetUtcNow()));
    }

    /// <param name="body">Tells page or JSON.</param>
    /// <param name="why">The sentence that came with the verdict.</param>
    public Task<IResult> NotOpenAsync(FormBody body, string why) =>
        TellAsync(body, StatusCodes.Status410Gone, "Anmeldung nicht möglich", why);

    public Task<IResult> UnknownSessionAsync(FormBody body) => TellAsync(
        body, StatusCodes.Status404NotFound, "Termin nicht gefunden", "Diesen Termin gibt es nicht. Das Programm zeigt alle Termine.");

    public async Task<IResult> TooManyAsync(HttpResponse response, FormBody body, SessionId? session, TimeSpan wait)
    {
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return await TellAsync(body, StatusCodes.Status429TooManyRequests, "Zu viele Anmeldungen",
            "Von Ihrem Anschluss kamen zu viele Anmeldungen. Bitte versuchen Sie es später noch einmal oder "
            + "schreiben Sie uns.", FormOf(session));
    }

    /// <summary>A page gives back what was typed; a program has it still.</summary>
    async Task<IResult> TellAsync(FormBody body, int status, string title, string text, string? repeatAt = null) => body.IsJson
        ? Results.Problem(text, title: title, statusCode: status)
        : await pages.ShowAsync(
            new Message(title, text) { Typed = RegistrationFields.Read(body).Returned(repeatAt) }, status);
}
