using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration.Applying;

/// <summary>
/// What people are answered when they register: a page to who posted the form, JSON to who posted JSON. Nothing in it tells whether
/// an address was known; the mail does.
/// </summary>
public sealed class RegistrationAnswers(
    ProgrammeQuery programme, SeatQuery seats, PageRenderer pages, ShowRejectedForm showRejectedForm,
    IOptions<RegistrationOptions> options, TimeProvider clock)
{
    /// <summary>Where the form is posted to: the address of the page that it stands on.</summary>
    public static string? FormOf(SessionId? session, Language language) =>
        session is { } known ? language.PathOf($"/termine/{known}") : null;

    /// <param name="body">Tells page or JSON.</param>
    /// <param name="language">Of the form.</param>
    /// <param name="session">The session applied for.</param>
    /// <param name="seats">The seats as the first applicant found them.</param>
    /// <param name="typed">How many are registered, and whether the newsletter was asked for.</param>
    public static IResult Received(
        FormBody body, Language language, SessionId session, Availability seats, RegistrationFields typed) => body.IsJson
        ? Results.Json(
            new { status = "received", session = session.Value, seats = ThanksModel.WordOf(seats), persons = typed.Persons },
            statusCode: StatusCodes.Status202Accepted)
        : new SeeOther(language.PathOf(ThanksModel.AddressOf(session, seats, typed)));

    public Task<IResult> RefusedAsync(Refusal refusal, Language language) => refusal.ToResultAsync(pages.In(language));

    /// <summary>The same answer to a filled honeypot, from the seats as they are.</summary>
    public async Task<IResult> ReceivedUnstoredAsync(FormBody body, Language language, SessionId id, CancellationToken cancellation)
    {
        if (await programme.FindAsync(id, cancellation) is not { } session) return await UnknownSessionAsync(body, language);

        var typed = RegistrationFields.Read(body);
        var vacancy = await seats.AskAsync(session, cancellation);
        return vacancy.WhyClosed is { } why
            ? await NotOpenAsync(body, language, why)
            : Received(body, language, id, vacancy.For(AttendanceWords.Find(typed.Attendance)).Availability, typed);
    }

    public async Task<IResult> RejectedAsync(FormBody body, Language language, SessionId id, RegistrationFields typed,
        FieldProblems problems, CancellationToken cancellation)
    {
        if (await programme.FindAsync(id, cancellation) is not { } session) return await UnknownSessionAsync(body, language);

        var vacancy = await seats.AskAsync(session, cancellation);
        if (vacancy.WhyClosed is { } why) return await NotOpenAsync(body, language, why);
        if (session.SeatsOnline is not null && AttendanceWords.Find(typed.Attendance) is null)
            problems = problems.After(RegistrationCheck.AttendanceField, language.Say(RegistrationCheck.AttendanceMissing));
        if (body.IsJson) return problems.ToResult(language);

        return await showRejectedForm(session, vacancy,
            RegistrationFormModel.Of(session, vacancy, typed, problems, options.Value, clock.GetUtcNow()), language);
    }

    /// <param name="body">Tells page or JSON.</param>
    /// <param name="language">Of the form.</param>
    /// <param name="why">The sentence that came with the verdict.</param>
    public Task<IResult> NotOpenAsync(FormBody body, Language language, Bilingual why) => TellAsync(
        body, language, StatusCodes.Status410Gone, new("Anmeldung nicht möglich", "Registration is not possible"), why);

    public Task<IResult> UnknownSessionAsync(FormBody body, Language language) => TellAsync(
        body, language, StatusCodes.Status404NotFound, new("Termin nicht gefunden", "Session not found"),
        new("Diesen Termin gibt es nicht. Das Programm zeigt alle Termine.",
            "There is no such session. The programme shows all sessions."));

    public async Task<IResult> TooManyAsync(
        HttpResponse response, FormBody body, Language language, SessionId? session, TimeSpan wait)
    {
        var when = TryAgain.In(wait);
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return await TellAsync(body, language, StatusCodes.Status429TooManyRequests,
            new("Zu viele Anmeldungen", "Too many registrations"),
            new($"Von Ihrem Anschluss kamen zu viele Anmeldungen. Bitte versuchen Sie es {when.German} noch einmal oder schreiben Sie uns.",
                $"We received too many registrations from your connection. Please try again {when.English} or write to us."), FormOf(session, language));
    }

    /// <summary>A page gives back what was typed; a program has it still.</summary>
    async Task<IResult> TellAsync(
        FormBody body, Language language, int status, Bilingual title, Bilingual text, string? repeatAt = null) => body.IsJson
        ? Results.Problem(language.Say(text), title: language.Say(title), statusCode: status)
        : await pages.In(language).ShowAsync(
            Message.In(language, title, text) with { Typed = RegistrationFields.Read(body).Returned(language, repeatAt) }, status);
}
