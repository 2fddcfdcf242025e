using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Applying;

/// <summary>
/// What people are answered when they register: a page to who posted the form, JSON to who posted JSON. Nothing in it tells whether
/// an address was known; the mail does.
/// </summary>
public sealed class RegistrationAnswers(
    ProgrammeQuery programme, SeatQuery seats, PageRenderer pages, ShowRejectedForm showRejectedForm,
    IOptions<RegistrationOptions> options, TimeProvider clock)
{
    /// <param name="post">What was posted.</param>
    /// <param name="session">The session applied for.</param>
    /// <param name="seats">The seats as the first applicant found them.</param>
    public static IResult Received(RegistrationPost post, SessionId session, Availability seats) => post.IsJson
        ? Results.Json(
            new { status = "received", session = session.Value, seats = ThanksModel.WordOf(seats), persons = post.Typed.Persons },
            statusCode: StatusCodes.Status202Accepted)
        : new SeeOther(post.Language.PathOf(ThanksModel.AddressOf(session, seats, post.Typed)));

    public Task<IResult> RefusedAsync(Refusal refusal, Language language) => refusal.ToResultAsync(pages.In(language));

    /// <summary>The same answer to a filled honeypot, from the seats as they are.</summary>
    public async Task<IResult> ReceivedUnstoredAsync(RegistrationPost post, SessionId id, CancellationToken cancellation)
    {
        if (await programme.FindAsync(id, cancellation) is not { } session) return await UnknownSessionAsync(post);

        var vacancy = await seats.AskAsync(session, cancellation);
        return vacancy.WhyClosed is { } why
            ? await NotOpenAsync(post, why)
            : Received(post, id, vacancy.For(AttendanceWords.Find(post.Typed.Attendance)).Availability);
    }

    public async Task<IResult> RejectedAsync(
        RegistrationPost post, SessionId id, FieldProblems problems, CancellationToken cancellation)
    {
        if (await programme.FindAsync(id, cancellation) is not { } session) return await UnknownSessionAsync(post);

        var (typed, language) = (post.Typed, post.Language);
        var vacancy = await seats.AskAsync(session, cancellation);
        if (vacancy.WhyClosed is { } why) return await NotOpenAsync(post, why);
        if (session.SeatsOnline is not null && AttendanceWords.Find(typed.Attendance) is null)
            problems = problems.After(RegistrationCheck.AttendanceField, language.Say(RegistrationCheck.AttendanceMissing));
        if (post.IsJson) return problems.ToResult(language);

        return await showRejectedForm(session, vacancy,
            RegistrationFormModel.Of(session, vacancy, typed, problems, options.Value, clock.GetUtcNow()), language);
    }

    /// <param name="post">What was posted.</param>
    /// <param name="why">The sentence that came with the verdict.</param>
    public Task<IResult> NotOpenAsync(RegistrationPost post, Bilingual why) => TellAsync(
        post, StatusCodes.Status410Gone, new("Anmeldung nicht möglich", "Registration is not possible"), why);

    public Task<IResult> UnknownSessionAsync(RegistrationPost post) => TellAsync(
        post, StatusCodes.Status404NotFound, new("Termin nicht gefunden", "Session not found"),
        new("Diesen Termin gibt es nicht. Das Programm zeigt alle Termine.",
            "There is no such session. The programme shows all sessions."));

    public async Task<IResult> TooManyAsync(HttpResponse response, RegistrationPost post, SessionId? session, TimeSpan wait)
    {
        var when = TryAgain.In(wait);
        response.Headers.RetryAfter = Math.Ceiling(wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        return await TellAsync(post, StatusCodes.Status429TooManyRequests,
            new("Zu viele Anmeldungen", "Too many registrations"),
            new($"Von Ihrem Anschluss kamen zu viele Anmeldungen. Bitte versuchen Sie es {when.German} noch einmal oder schreiben Sie uns.",
                $"We received too many registrations from your connection. Please try again {when.English} or write to us."),
            RegistrationFormModel.AddressOf(session, post.Language));
    }

    /// <summary>A page gives back what was typed; a program has it still.</summary>
    async Task<IResult> TellAsync(
        RegistrationPost post, int status, Bilingual title, Bilingual text, string? repeatAt = null) => post.IsJson
        ? Results.Problem(post.Language.Say(text), title: post.Language.Say(title), statusCode: status)
        : await pages.In(post.Language).ShowAsync(
            Message.In(post.Language, title, text) with { Typed = post.Typed.Returned(post.Language, repeatAt) }, status);
}
