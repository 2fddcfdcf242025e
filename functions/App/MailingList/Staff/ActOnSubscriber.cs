using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Mail;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Shared;
using ThaffFunctions.Staff;

namespace ThaffFunctions.MailingList.Staff;

/// <summary>What staff do on somebody's behalf: choose, leave, say whose address it is, and lift what keeps mails away.</summary>
public sealed class ActOnSubscriber(
    SubscriberStore subscribers, DoubleOptIn optIn, Suppression suppression, ListPages pages, StaffArea staff)
{
    public const string Choose = "auswahl";
    public const string Leave = "abbestellen";
    public const string Correct = "kontakt";
    public const string AskAgain = "bestaetigung";
    public const string Lift = "aufheben";

    const int LongestReason = 200;

    public static string PathOf(string act) => $"{FindSubscriber.Path}/{act}";

    /// <summary>Staff cannot undo what this box confirms.</summary>
    public const string SureField = "sicher";

    [Function(nameof(ChooseForSubscriber))]
    public Task<IResult> ChooseForSubscriber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FindSubscriber.Route + "/" + Choose)] HttpRequest request,
        CancellationToken cancellation) => ActAsync(request, async (post, address) =>
    {
        var key = subscribers.KeyOf(address);
        var topics = await pages.TopicsAsync(await subscribers.FindAsync(key, cancellation), cancellation);
        if (!await subscribers.TryChooseAsync(key,
            before => SubscriberForms.Choice.VersionOf(SubscriberForms.ChoiceOf(before)) == post[FormVersion.Field],
            ListPages.ChosenIn(post, topics), Language.Of(post["language"]), cancellation))
            post.Problems.Add("inhalt", "Inzwischen hat sich die Auswahl geändert, oder die Person hat abbestellt. Bitte vergleichen Sie.");
        return ("Auswahl im Verteiler geändert", "Die Auswahl ist gespeichert.");
    }, cancellation);

    [Function(nameof(CorrectContact))]
    public Task<IResult> CorrectContact(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FindSubscriber.Route + "/" + Correct)] HttpRequest request,
        CancellationToken cancellation) => ActAsync(request, async (post, address) =>
    {
        var contact = ListPages.ContactIn(post, post.Problems);
        if (!post.Problems.Any && !await subscribers.TryCorrectAsync(subscribers.KeyOf(address),
            before => SubscriberForms.Contact.VersionOf(before.Contact ?? SubscriberForms.Nobody) == post[ListModel.ContactVersion],
            contact == SubscriberForms.Nobody ? null : contact, cancellation))
            post.Problems.Add("inhalt", "Inzwischen hat jemand anders diese Angaben geändert, oder die Person hat abbestellt. Bitte vergleichen Sie.");
        return ("Name im Verteiler berichtigt", "Name, Organisation und Art sind gespeichert.");
    }, cancellation);

    [Function(nameof(EndForSubscriber))]
    public Task<IResult> EndForSubscriber(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FindSubscriber.Route + "/" + Leave)] HttpRequest request,
        CancellationToken cancellation) => ActAsync(request, async (post, address) =>
    {
        if (!post.Body.Has(SureField)) post.Problems.Add(SureField, "Bitte bestätigen Sie, dass die Person abbestellen will.");
        else await subscribers.EndAsync([subscribers.KeyOf(address)], cancellation);
        return ("Newsletter abbestellt", "Der Newsletter ist für diese Adresse abbestellt.");
    }, cancellation);

    [Function(nameof(AskSubscriberAgain))]
    public Task<IResult> AskSubscriberAgain(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FindSubscriber.Route + "/" + AskAgain)] HttpRequest request,
        CancellationToken cancellation) => ActAsync(request, async (post, address) =>
    {
        if (await suppression.IsSuppressedAsync(address, SuppressionScope.MailingList, cancellation))
            post.Problems.Add("inhalt", ContactWords.Suppressed);
        else if (await optIn.AskAgainAsync(subscribers.KeyOf(address), cancellation) is var isAsked && isAsked is null)
            post.Problems.Add("inhalt", "An diese Adresse gingen heute schon so viele E-Mails, wie an einem Tag gehen dürfen. "
                + "Bitte morgen noch einmal.");
        else if (isAsked == false) post.Problems.Add("inhalt", "Für diese Adresse ist nichts mehr zu bestätigen.");
        return ("Noch einmal um Bestätigung des Newsletters gebeten", "Die E-Mail mit dem Link zum Bestätigen geht noch einmal hinaus.");
    }, cancellation);

    [Function(nameof(LiftSuppression))]
    public Task<IResult> LiftSuppression(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = FindSubscriber.Route + "/" + Lift)] HttpRequest request,
        CancellationToken cancellation) => ActAsync(request, async (post, address) =>
    {
        var reason = post["grund"].Trim();
        if (reason.Length is 0 or > LongestReason || reason.Any(char.IsControl) || reason.Contains('@', StringComparison.Ordinal))
            post.Problems.Add("grund", $"Bitte nennen Sie den Grund, ohne Adresse und mit höchstens {LongestReason} Zeichen.");
        else if (!await suppression.LiftAsync(address, reason, cancellation))
            post.Problems.Add("inhalt", "Diese Adresse ist nicht mehr gesperrt.");
        return ("Sperre aufgehoben", "Die Sperre ist aufgehoben. Der Grund bleibt gespeichert.");
    }, cancellation);

    Task<IResult> ActAsync(
        HttpRequest request, Func<StaffPost, EmailAddress, Task<(string What, string Status)>> act, CancellationToken cancellation) =>
        staff.ActAsync<ListPage>(request, async post =>
        {
            var (address, problem) = EmailAddress.Read(post["email"]);
            post.Problems.Add("email", problem?.German);
            if (address is null) return null;

            var (what, status) = await act(post, address.Value);
            return post.Problems.Any ? null
                : new(FindSubscriber.Path, status, what, $"Adresse {subscribers.KeyOf(address.Value)[..12]}");
        }, async post => await pages.PageAsync(post, cancellation), cancellation, "regions", "sectors", "topics");
}
