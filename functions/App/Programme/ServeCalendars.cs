using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Programme;

/// <summary>The programme to subscribe to, and single sessions to take along.</summary>
public sealed class ServeCalendars(ProgrammeQuery programme, SessionCalendar calendar, PageRenderer pages)
{
    const string Type = "text/calendar; charset=utf-8";

    [Function("ServeProgrammeCalendar")]
    public async Task<IResult> Programme(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "programm.ics")] HttpRequest request,
        CancellationToken cancellation) =>
        Feed.Serve(request, calendar.Publish(await programme.AllAsync(cancellation)), Type, "praxisaustausch.ics");

    [Function("ServeSessionCalendar")]
    public async Task<IResult> Session(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "termine/{id:regex(^[^.]+$)}.ics")] HttpRequest request,
        string id, CancellationToken cancellation) =>
        SessionId.Parse(id) is { } known && await programme.FindAsync(known, cancellation) is { } session
            ? Feed.Serve(request, calendar.Publish([session]), Type, $"{known}.ics")
            : await pages.ShowAsync(Message.NotFound, StatusCodes.Status404NotFound);
}
