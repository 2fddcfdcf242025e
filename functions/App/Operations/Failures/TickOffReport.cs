using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Staff;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Operations.Failures;

/// <summary>Takes a report from the start page that somebody has read; it stays in its container until its time is over.</summary>
public sealed class TickOffReport(FailedFiles failed, TodayPages today, StaffArea staff)
{
    const string Route = "redaktion/berichte/erledigt";
    public const string Path = "/" + Route;

    [Function(nameof(TickOffReport))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        staff.ActAsync<TodayPage>(request, post => TickOffAsync(post, cancellation),
            async post => await today.PageAsync(post.Frame, post.Problems, cancellation), cancellation);

    async Task<StaffDone?> TickOffAsync(StaffPost post, CancellationToken cancellation)
    {
        if (post["bericht"] is { Length: > 0 } report && await failed.TryTickOffAsync(report, cancellation))
            return new(
                ShowToday.Path, "Der Bericht ist erledigt und steht nicht mehr unter „Heute“.", "Bericht erledigt", $"Bericht {report}");

        post.Problems.Add("inhalt", "Diesen Bericht gibt es nicht mehr; es ist nichts mehr zu tun.");
        return null;
    }
}
