using Microsoft.Extensions.Options;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;

namespace ThaffFunctions.MailingList;

/// <summary>The personal link to leave the list; it never expires.</summary>
public sealed class LeaveLink(LinkTokens tokens, IOptions<SiteOptions> site)
{
    public Uri For(Subscriber subscriber) => For(subscriber.Key, subscriber.Language);

    /// <param name="subscriberKey">Whose it is.</param>
    /// <param name="language">Of the page; null is German.</param>
    public Uri For(string subscriberKey, Language? language = null) => site.Value.Link((language ?? Language.German).PathOf(
        "/abmelden?t=" + tokens.Create(LinkPurpose.LeaveMailingList, subscriberKey, expires: null)));
}
