using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>
/// <c>/redaktion/einwilligungen</c>: the proofs of all consents of one address, to read, print or pass on as a PDF. The address is posted,
/// never part of an address bar's line, which hosts log. Both methods share one path, so that a sign-in in between leads back to it.
/// </summary>
public sealed class ProveConsents(Subscribers subscribers, ConsentPdf pdf, StaffArea staff)
{
    const string Route = "redaktion/einwilligungen";
    public const string Path = "/" + Route;

    [Function(nameof(AskForAddress))]
    public Task<IResult> AskForAddress([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        staff.ShowAsync(new ConsentsModel(staff.FrameOf(request), "", FieldProblems.None));

    [Function(nameof(ProveConsents))]
    public Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellation) =>
        staff.AskAsync(request, post => ProveAsync(post, cancellation), post => Task.FromResult<IModelOf<ConsentsPage>>(PageOf(post)),
            cancellation);

    async Task<IResult?> ProveAsync(StaffPost post, CancellationToken cancellation)
    {
        var (email, problem) = EmailAddress.Read(post["email"].Trim());
        post.Problems.Add("email", problem?.German);
        if (email is null) return null;

        var proof = await subscribers.ProofAsync(email.Value, cancellation);
        return proof is not null && post["format"] == "pdf"
            ? Results.Bytes(pdf.Print(proof), "application/pdf", "einwilligungen.pdf")
            : await staff.ShowAsync(PageOf(post) with { IsAnswer = true, Proof = proof });
    }

    static ConsentsModel PageOf(StaffPost post) => new(post.Frame, post["email"].Trim(), post.Problems);
}
