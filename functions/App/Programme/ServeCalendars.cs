using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Files;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Programme;

/// <summary>Serves the calendar feed of the programme, and a calendar file for each session.</summary>
public sealed class ServeCalendars(ProgrammeQuery programme, SessionCalendar calendar, PageRenderer pages)
{
    const string Type = "text/calendar; charset=utf-8";
    const string ProgrammeRoute = "programm.ics";
    const string SessionRoute = "termine/{id:regex(^[^.]+$)}.ics";

    [Function("ServeProgrammeCalendar")]
    public Task<IResult> Programme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = ProgrammeRoute)] HttpRequest request,
        CancellationToken cancellation) =>
        ServeAsync(request, cancellation);

    [Function("ServeEnglishProgrammeCalendar")]
    public Task<IResult> EnglishProgramme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + ProgrammeRoute)] HttpRequest request,
        CancellationToken cancellation) =>
        ServeAsync(request, cancellation);

    [Function("ServeSessionCalendar")]
    public Task<IResult> Session(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = SessionRoute)] HttpRequest request, string id,
        CancellationToken cancellation) =>
        ServeAsync(request, id, cancellation);

    [Function("ServeEnglishSessionCalendar")]
    public Task<IResult> EnglishSession(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + SessionRoute)] HttpRequest request, string id,
        CancellationToken cancellation) =>
        ServeAsync(request, id, cancellation);

    async Task<IResult> ServeAsync(HttpRequest request, CancellationToken cancellation) => Feed.Serve(
        request, calendar.Publish(await programme.AllAsync(cancellation), Language.OfPath(request.Path)), Type, "praxisaustausch.ics");

    async Task<IResult> ServeAsync(HttpRequest request, string id, CancellationToken cancellation)
    {
        var speaking = pages.For(request);
        return SessionId.Parse(id) is { } known && await programme.FindAsync(known, cancellation) is { } session
            ? Feed.Serve(request, calendar.Publish([session], speaking.Language), Type, $"{known}.ics")
            : await speaking.ShowAsync(Message.NotFoundIn(speaking.Language), StatusCodes.Status404NotFound);
    }
}
