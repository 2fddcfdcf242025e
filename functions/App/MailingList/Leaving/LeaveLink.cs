using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;

namespace ThaffFunctions.MailingList.Leaving;

/// <summary>The personal link to leave the list; it never expires.</summary>
public sealed class LeaveLink(LinkTokens tokens, IOptions<SiteOptions> site)
{
    public Uri For(Subscriber subscriber) => site.Value.Link(subscriber.Language.PathOf(
        "/abmelden?t=" + tokens.Create(LinkPurpose.LeaveMailingList, subscriber.Key, expires: null)));
}
