using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Staff.Today;

/// <summary><c>/redaktion</c>: what needs a person, each line with a link to where it is done.</summary>
public sealed class ShowToday(TodayPages pages, StaffArea staff)
{
    const string Route = "redaktion";
    public const string Path = "/" + Route;

    [Function(nameof(ShowToday))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        CancellationToken cancellation) =>
        await staff.ShowAsync(await pages.PageAsync(staff.FrameOf(request), FieldProblems.None, cancellation));
}
