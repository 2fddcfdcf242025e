using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>
/// <c>/redaktion/einwilligungen</c>: the proofs of all consents of one address, to read, print or pass on as a PDF. The address is posted,
/// never part of an address bar's line, which hosts log. Both methods share one path, so that a sign-in in between leads back to it.
/// </summary>
public sealed class ProveConsents(Subscribers subscribers, ConsentPdf pdf, PageRenderer pages)
{
    public const string Route = "redaktion/einwilligungen";

    [Function(nameof(AskForAddress))]
    public Task<IResult> AskForAddress([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        pages.ShowAsync(new ConsentsModel("", FieldProblems.None));

    [Function(nameof(ProveConsents))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        var (body, refusal) = await FormBody.ReadAsync(request, cancellation);
        if (body is null) return await refusal!.ToResultAsync(pages);

        var typed = body["email"].Trim();
        var problems = new FieldProblems();
        var (email, problem) = EmailAddress.Read(typed);
        problems.Add("email", problem);
        if (email is null) return await pages.ShowAsync(new ConsentsModel(typed, problems), StatusCodes.Status422UnprocessableEntity);

        var proof = await subscribers.ProofAsync(email.Value, cancellation);
        return proof is not null && body["format"] == "pdf"
            ? Results.Bytes(pdf.Print(proof), "application/pdf", "einwilligungen.pdf")
            : await pages.ShowAsync(new ConsentsModel(typed, problems) { IsAnswer = true, Proof = proof });
    }
}
