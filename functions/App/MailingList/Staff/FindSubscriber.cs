using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>
/// <c>/redaktion/verteiler</c>: the mailing list. An address is searched by a form that is posted, never by a URL, which hosts log.
/// </summary>
public sealed class FindSubscriber(ListPages pages, StaffArea staff)
{
    internal const string Route = "redaktion/verteiler";
    public const string Path = "/" + Route;

    [Function(nameof(AskForSubscriber))]
    public async Task<IResult> AskForSubscriber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await staff.ShowAsync(await pages.EmptyAsync(staff.FrameOf(request), "", FieldProblems.None, cancellation));

    [Function(nameof(FindSubscriber))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        staff.AskAsync<ListPage>(request, post => FindAsync(post, cancellation), async post => await pages.PageAsync(post, cancellation),
            cancellation);

    async Task<IResult?> FindAsync(StaffPost post, CancellationToken cancellation)
    {
        post.Problems.Add("email", EmailAddress.Read(post["email"]).Problem?.German);
        return post.Problems.Any ? null : await staff.ShowAsync(await pages.PageAsync(post, cancellation));
    }
}
