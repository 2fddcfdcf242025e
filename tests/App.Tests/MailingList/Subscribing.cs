using System.Text.RegularExpressions;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Tests.MailingList;

/// <summary>What people do with the mailing list.</summary>
static partial class Subscribing
{
    public static Task<HttpResponseMessage> SubscribeAsync(this Stage stage, string email, params (string Field, string Value)[] more) =>
        stage.Http.PostAsync("/api/subscriptions", new FormUrlEncodedContent(
            [new("email", email), .. more.Select(field => KeyValuePair.Create(field.Field, field.Value))]));

    /// <summary>The newest mail that asks this address to confirm.</summary>
    public static async Task<SentMail> ConfirmationAsync(this Stage stage, string email, int count = 1) =>
        await Stage.EventuallyAsync(async () =>
            (await stage.MailsAsync(email)).Where(mail => mail.Subject.StartsWith("Bitte bestätigen", StringComparison.Ordinal)).ToList()
            is { } mails && mails.Count >= count ? mails[^1] : null);

    /// <summary>Path and query of a link in a mail.</summary>
    public static string LinkTo(this SentMail mail, string path) =>
        new Uri(Links().Matches(mail.Text).Select(link => link.Value)
            .First(link => link.Contains(path, StringComparison.Ordinal))).PathAndQuery;

    public static Task<Subscriber?> SubscriberAsync(this Stage stage, string email)
    {
        var subscribers = stage.Service<SubscriberStore>();
        return subscribers.FindAsync(subscribers.KeyOf(EmailAddress.Stored(email)), CancellationToken.None);
    }

    /// <summary>Somebody who confirmed earlier.</summary>
    public static Task AddActiveAsync(this Stage stage, string email, params string[] regions)
    {
        var preferences = new Preferences([.. regions.Select(Region.Find).OfType<Region>()], Documentation: false);
        return stage.Service<Subscribers>().AddConfirmedAsync(EmailAddress.Stored(email), preferences,
            Consent.Imported("Test", "Ja, auch zu Mitteilungen.", preferences, stage.Clock.GetUtcNow()), CancellationToken.None);
    }

    /// <summary>Opens the link of the mail that asks, and presses its button.</summary>
    public static async Task<HttpResponseMessage> ConfirmAsync(this Stage stage, string link) =>
        await stage.PressAsync(await stage.Http.GetAsync(link), link);

    public static async Task<IReadOnlyList<Consent>> ConsentsAsync(this Stage stage, string email) =>
        (await stage.Service<Subscribers>().ProofAsync(EmailAddress.Stored(email), CancellationToken.None))?.Consents ?? [];

    [GeneratedRegex(@"https?://[^\s<>""]+")]
    private static partial Regex Links();
}
