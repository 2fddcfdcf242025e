using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Files;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Registration.Staff;

/// <summary>
/// <c>/redaktion/termine/{id}/anmeldungen</c>: who registered, what they asked, and the same as files. It reads everybody of this one
/// session, which is one partition: parts of names can be found only so, and a search through a part of them would say of somebody who is
/// registered that nobody is. Its size follows the session's seats, 20 to 200 as a rule; the page shows them by pages.
/// </summary>
public sealed class ShowRegistrations(
    RegistrationStore store, AttendeePages attendees, UnreachedAttendees unreached, SignInSheet sheet, StaffArea staff, TimeProvider clock)
{
    const string Route = AttendeePages.ListRoute;

    [Function(nameof(ShowRegistrations))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, string id,
        CancellationToken cancellation) => attendees.WithSessionAsync(request, id, async session =>
            await staff.ShowAsync(await PageAsync(session, RegistrationsFilter.Everything, staff.FrameOf(request), FieldProblems.None,
                cancellation)), cancellation);

    [Function(nameof(SearchRegistrations))]
    public Task<IResult> SearchRegistrations([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        string id, CancellationToken cancellation) => attendees.WithSessionAsync(request, id, session =>
            staff.AskAsync<RegistrationsPage>(request, async post => await staff.ShowAsync(await AgainAsync(session, post)),
                async post => await AgainAsync(session, post), cancellation), cancellation);

    [Function(nameof(DownloadRegistrations))]
    public Task<IResult> DownloadRegistrations(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + ".csv")] HttpRequest request, string id,
        CancellationToken cancellation) => attendees.WithSessionAsync(request, id, session => Task.FromResult<IResult>(
            new CsvFile($"anmeldungen-{session.Id}.csv", RegistrationColumns.Titles, RowsOf(session, cancellation))), cancellation);

    [Function(nameof(DownloadRegistrationsBook))]
    public Task<IResult> DownloadRegistrationsBook(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + ".xlsx")] HttpRequest request, string id,
        CancellationToken cancellation) => attendees.WithSessionAsync(request, id, async session =>
            XlsxFile.Of($"anmeldungen-{session.Id}.xlsx", "Anmeldungen", RegistrationColumns.Titles,
                await RowsOf(session, cancellation).ToListAsync(cancellation)), cancellation);

    [Function(nameof(PrintSignInSheet))]
    public Task<IResult> PrintSignInSheet(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + "/unterschriften.pdf")] HttpRequest request, string id,
        CancellationToken cancellation) => attendees.WithSessionAsync(request, id, async session => Results.Bytes(
            sheet.Print(session, await store.AttendeesAsync(session.Id, AttendeeState.Seated, cancellation).ToListAsync(cancellation)),
            "application/pdf", $"unterschriften-{session.Id}.pdf"), cancellation);

    Task<RegistrationsModel> AgainAsync(Session session, StaffPost post) =>
        PageAsync(session, RegistrationsFilter.Of(post), post.Frame, post.Problems, CancellationToken.None);

    async Task<RegistrationsModel> PageAsync(Session session, RegistrationsFilter filter, StaffFrame frame, FieldProblems problems,
        CancellationToken cancellation)
    {
        var seats = await attendees.SeatsOfAsync(session, cancellation);
        var toGive = await attendees.ToGiveAsync(session, cancellation);
        var all = await store.EverybodyAsync(session.Id, cancellation).ToListAsync(cancellation);
        var found = all.Where(filter.Fits).OrderBy(attendee => attendee.State).ThenBy(attendee => attendee.Place).ToList();
        var page = Math.Min(filter.Page, Math.Max(1, (found.Count + RegistrationsModel.PageSize - 1) / RegistrationsModel.PageSize));
        return new(frame, session, seats, filter with { Page = page }, found.Count,
            [.. found.Skip((page - 1) * RegistrationsModel.PageSize).Take(RegistrationsModel.PageSize)],
            [.. all.Where(attendee => attendee.State != AttendeeState.Cancelled && attendee.Question.Length > 0)
                .OrderBy(attendee => attendee.Place).Select(attendee => attendee.Question)], problems)
        {
            IsPast = session.IsPastAt(clock.GetUtcNow()),
            ToGive = toGive.Words,
            WaitingForThem = [.. all.Where(attendee => attendee.State == AttendeeState.Waiting && toGive.Modes.Contains(attendee.Mode))
                .OrderBy(attendee => attendee.Place)],
            WhyClosed = attendees.WhyClosed(session),
            HasBegun = clock.GetUtcNow() >= session.Start,
            MayWrite = !session.IsCancelled && all.Exists(attendee => attendee.State == AttendeeState.Seated),
            MayWriteToWaiting = !session.IsCancelled && all.Exists(attendee => attendee.State == AttendeeState.Waiting),
            Modes = session.SeatsOnline is null && all.All(attendee => attendee.Mode == AttendanceMode.OnSite)
                ? [] : Enum.GetValues<AttendanceMode>(),
            ToCall = [.. all.Where(attendee => attendee.CallAbout.Count > 0).OrderBy(attendee => attendee.Place)],
            WaitingInVain = session.SeatsOnline is not null ? []
                : [.. all.Where(attendee => attendee is { State: AttendeeState.Waiting, Mode: AttendanceMode.Online })
                    .OrderBy(attendee => attendee.Place)],
            Positions = all.Where(attendee => attendee.State == AttendeeState.Waiting).GroupBy(attendee => attendee.Mode)
                .SelectMany(line => line.OrderBy(attendee => attendee.Place).Index())
                .ToDictionary(waiting => waiting.Item.Key, waiting => waiting.Index + 1),
            Lost = await unreached.OfAsync(session.Id, cancellation),
            Waiting = await unreached.WaitingAsync(session.Id, cancellation),
        };
    }

    IAsyncEnumerable<IReadOnlyList<string>> RowsOf(Session session, CancellationToken cancellation) => store
        .EverybodyAsync(session.Id, cancellation).OrderBy(attendee => attendee.State).ThenBy(attendee => attendee.Place)
        .Select(attendee => RegistrationColumns.CellsOf(attendee, session));
}
