using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.MailingList.Figures;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>Counts the list for who does not want to wait for the night.</summary>
public sealed class CountListNow(ListFiguresStore figures, ListPages pages, StaffArea staff)
{
    const string Route = FindSubscriber.Route + "/zaehlen";
    public const string Path = "/" + Route;

    [Function(nameof(CountListNow))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        staff.ActAsync<ListPage>(request, async _ =>
        {
            await figures.CountAsync(cancellation);
            return new(FindSubscriber.Path, "Der Verteiler ist gezählt.", "Verteiler gezählt", "Verteiler");
        }, async post => await pages.PageAsync(post, cancellation), cancellation);
}
