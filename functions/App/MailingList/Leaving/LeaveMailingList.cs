using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.Leaving;

/// <summary>
/// One click to leave (RFC 8058): the GET only shows a button; the POST, of that button or of a mail program, leaves at once, without
/// redirect or cookie and whatever its body. The link works for ever, also when nothing is stored any more.
/// </summary>
public sealed class LeaveMailingList(SubscriberStore subscribers, LinkTokens tokens, PageRenderer pages)
{
    const string Route = "abmelden";

    [Function(nameof(ShowLeaving))]
    public async Task<IResult> ShowLeaving([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request) =>
        await ShowAsync(request);

    [Function(nameof(ShowLeavingInEnglish))]
    public Task<IResult> ShowLeavingInEnglish(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = "en/" + Route)] HttpRequest request) =>
        ShowAsync(request);

    async Task<IResult> ShowAsync(HttpRequest request)
    {
        var speaking = pages.For(request);
        return KeyIn(request) is null
            ? await speaking.ShowAsync(Message.LinkUnusable(speaking.Language), StatusCodes.Status404NotFound)
            : await speaking.ShowAsync(new ConfirmLeavingModel($"/{Route}{request.QueryString}"));
    }

    [Function(nameof(LeaveMailingList))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request,
        CancellationToken cancellation) =>
        await LeaveAsync(request, cancellation);

    [Function(nameof(LeaveMailingListInEnglish))]
    public Task<IResult> LeaveMailingListInEnglish(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "en/" + Route)] HttpRequest request, CancellationToken cancellation) =>
        LeaveAsync(request, cancellation);

    async Task<IResult> LeaveAsync(HttpRequest request, CancellationToken cancellation)
    {
        var speaking = pages.For(request);
        if (KeyIn(request) is not { } key)
            return await speaking.ShowAsync(Message.LinkUnusable(speaking.Language), StatusCodes.Status404NotFound);

        await subscribers.LeaveAsync(key, cancellation);
        return await speaking.ShowAsync(Message.In(speaking.Language,
            new("Sie haben den Newsletter abbestellt", "You have unsubscribed from the newsletter"),
            new("Wir schicken Ihnen keine Einladungen mehr. Was schon unterwegs ist, kann Sie noch erreichen. "
                + "Anmeldungen zu Terminen bleiben davon unberührt.",
                "We will send you no more invitations. Anything already on its way may still reach you. Registrations for sessions are not affected."),
            new("War das ein Versehen? Unter „Newsletter“ können Sie ihn jederzeit wieder bestellen.",
                "Was that a mistake? Under “Newsletter” you can subscribe again at any time.")));
    }

    string? KeyIn(HttpRequest request) => tokens.Verify(LinkPurpose.LeaveMailingList, request.Query["t"]);
}
