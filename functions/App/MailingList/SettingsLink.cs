using Microsoft.Extensions.Options;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;

namespace ThaffFunctions.MailingList;

/// <summary>The personal link to choose what one gets; like the one to leave, it never expires.</summary>
public sealed class SettingsLink(LinkTokens tokens, IOptions<SiteOptions> site)
{
    public const string Path = "/newsletter/einstellungen";

    public Uri For(Subscriber subscriber) => For(subscriber.Key, subscriber.Language);

    /// <param name="subscriberKey">Whose it is.</param>
    /// <param name="language">Of the page; null is German.</param>
    public Uri For(string subscriberKey, Language? language = null) => site.Value.Link((language ?? Language.German).PathOf(
        $"{Path}?t=" + tokens.Create(LinkPurpose.ChooseFromMailingList, subscriberKey, expires: null)));

    /// <summary>The subscriber's key; null for a link that is not ours.</summary>
    public string? Read(string? token) => tokens.Verify(LinkPurpose.ChooseFromMailingList, token);
}
