using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace ThaffFunctions.Staff;

/// <summary><c>/redaktion</c>: the start page for staff.</summary>
public sealed class ShowToday(StaffArea staff)
{
    const string Route = "redaktion";
    public const string Path = "/" + Route;

    [Function(nameof(ShowToday))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        staff.ShowAsync(new TodayModel(staff.FrameOf(request)));
}
