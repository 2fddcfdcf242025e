using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.MailingList.Import;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>
/// What the start page says of lists of contacts: those read lately of which lines were refused. The files are gone by then.
/// </summary>
sealed class RefusedLines(ContactReports reports, TimeProvider clock)
{
    const int MaxReports = 10;

    /// <summary>Whoever did not mend a line in this time will not.</summary>
    static readonly TimeSpan Lately = TimeSpan.FromDays(14);

    public async Task<IReadOnlyList<ToDo>> LookAsync(CancellationToken cancellation)
    {
        var since = clock.GetUtcNow() - Lately;
        return
        [
            .. (await reports.LatestAsync(MaxReports, cancellation))
                .Where(report => report.Refused.Count > 0 && report.StartedAt > since && !report.IsTickedOff)
                .Select(report => new ToDo(report.Lines == 0 ? $"„{report.Given}“ konnte nicht gelesen werden"
                    : $"„{report.Given}“: {ContactWords.Of(report)}", FindSubscriber.Path)
                {
                    TickOff = (TickOffReport.Path, ContactReports.NameOf(report)),
                }),
        ];
    }
}
