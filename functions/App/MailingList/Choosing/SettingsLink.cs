using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;

namespace ThaffFunctions.MailingList.Choosing;

/// <summary>The personal link to choose what one gets; like the one to leave, it never expires.</summary>
public sealed class SettingsLink(LinkTokens tokens, IOptions<SiteOptions> site)
{
    public const string Path = "/newsletter/einstellungen";

    public Uri For(Subscriber subscriber) => site.Value.Link(subscriber.Language.PathOf(
        $"{Path}?t=" + tokens.Create(LinkPurpose.ChooseFromMailingList, subscriber.Key, expires: null)));

    /// <summary>The subscriber's key; null for a link that is not ours.</summary>
    public string? Read(string? token) => tokens.Verify(LinkPurpose.ChooseFromMailingList, token);
}
