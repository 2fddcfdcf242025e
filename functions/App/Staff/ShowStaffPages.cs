using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Staff;

/// <summary><c>/redaktion</c>: where staff begin.</summary>
public sealed class ShowStaffPages(PageRenderer pages)
{
    [Function(nameof(ShowStaffPages))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "redaktion")] HttpRequest request) => pages.ShowAsync(new StaffPagesModel());
}

/// <summary>The page of <see cref="ShowStaffPages"/>.</summary>
public sealed record StaffPagesModel : IModelOf<StaffPages>;
