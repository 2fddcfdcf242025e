using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Programme.Staff;

/// <summary><c>/redaktion/termine</c>: the sessions of a year, and the whole programme as a file that can be imported again.</summary>
public sealed class ShowSessions(ProgrammeQuery programme, IEnumerable<SessionNoteProvider> notes, StaffArea staff, TimeProvider clock)
{
    const string Route = "redaktion/termine";
    public const string Path = "/" + Route;

    /// <summary>For an address of a session that is not in the programme.</summary>
    public static readonly Message NoSession = new("Diesen Termin gibt es nicht",
        "Er steht nicht im Programm; vielleicht ist die Adresse unvollständig. Hier geht es weiter:");

    /// <summary>The year in which the session stands.</summary>
    public static string PathOf(Session? session) => session is null ? Path : $"{Path}?jahr={YearOf(session)}";

    [Function(nameof(ShowSessions))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        var all = await programme.AllAsync(cancellation);
        var years = all.Select(YearOf).Distinct().Order().ToList();
        var now = clock.GetUtcNow();
        var year = YearIn(request) ?? all.Where(session => !session.IsPastAt(now)).Select(YearOf).DefaultIfEmpty(Berlin.Date(now).Year)
            .First();
        var sessions = all.Where(session => YearOf(session) == year);
        return await staff.ShowAsync(new SessionsModel(staff.FrameOf(request), year, years,
            [.. await Task.WhenAll(sessions.Select(session => WithNotesAsync(session, cancellation)))])
        {
            Now = now,
        });
    }

    [Function(nameof(DownloadProgrammeYaml))]
    public async Task<IResult> DownloadProgrammeYaml(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + ".yaml")] HttpRequest request,
        CancellationToken cancellation) =>
        Results.Bytes(Encoding.UTF8.GetBytes(ProgrammeWriter.Yaml(await OfYearAsync(request, cancellation))), "text/yaml; charset=utf-8",
            "programm.yaml");

    [Function(nameof(DownloadProgrammeCsv))]
    public async Task<IResult> DownloadProgrammeCsv(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + ".csv")] HttpRequest request,
        CancellationToken cancellation) =>
        Results.Bytes(Encoding.UTF8.GetBytes("\uFEFF" + ProgrammeWriter.Csv(await OfYearAsync(request, cancellation))),
            "text/csv; charset=utf-8", "programm.csv");

    async Task<IEnumerable<Session>> OfYearAsync(HttpRequest request, CancellationToken cancellation) =>
        (await programme.AllAsync(cancellation)).Where(session => YearIn(request) is not { } year || YearOf(session) == year);

    async Task<(Session, IReadOnlyList<SessionNote>)> WithNotesAsync(Session session, CancellationToken cancellation) =>
        (session, [.. (await Task.WhenAll(notes.Select(note => note(session, cancellation)))).OfType<SessionNote>()]);

    static int YearOf(Session session) => Berlin.Date(session.Start).Year;

    static int? YearIn(HttpRequest request) =>
        int.TryParse(request.Query["jahr"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null;
}
