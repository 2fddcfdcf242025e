using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.MailingList;

/// <summary>
/// One click to leave (RFC 8058): the GET only shows a button; the POST, of that button or of a mail program, leaves at once, without
/// redirect or cookie and whatever its body. The link works for ever, also when nothing is stored any more.
/// </summary>
public sealed class LeaveMailingList(SubscriberStore subscribers, LinkTokens tokens, PageRenderer pages)
{
    const string Route = "abmelden";

    [Function(nameof(ShowLeaving))]
    public async Task<IResult> ShowLeaving([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        KeyIn(request) is null
            ? await pages.ShowAsync(Message.LinkUnusable, StatusCodes.Status404NotFound)
            : await pages.ShowAsync(new LeaveModel());

    [Function(nameof(LeaveMailingList))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        if (KeyIn(request) is not { } key) return await pages.ShowAsync(Message.LinkUnusable, StatusCodes.Status404NotFound);

        await subscribers.LeaveAsync(key, cancellation);
        return await pages.ShowAsync(new Message("Sie haben den Newsletter abbestellt",
            "Wir schicken Ihnen keine Einladungen mehr. Was schon unterwegs ist, kann Sie noch erreichen. "
            + "Anmeldungen zu Terminen bleiben davon unberührt.",
            "War das ein Versehen? Unter „Newsletter“ können Sie sich jederzeit wieder eintragen."));
    }

    string? KeyIn(HttpRequest request) => tokens.Verify(LinkPurpose.LeaveMailingList, request.Query["t"]);
}
