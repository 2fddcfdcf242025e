using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Staff;

/// <summary><c>/redaktion</c>: where staff begin.</summary>
public sealed class ShowStaffPages(PageRenderer pages)
{
    [Function(nameof(ShowStaffPages))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "redaktion")] HttpRequest request) =>
        pages.ShowAsync(new StaffPagesModel());
}
