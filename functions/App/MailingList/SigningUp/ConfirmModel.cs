using System.Security.Cryptography;
using System.Text;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.MailingList.SigningUp;

/// <summary>The page behind the link of the confirmation mail.</summary>
/// <param name="Address">The link's path and query, for the form.</param>
/// <param name="Request">What waits to be confirmed.</param>
/// <param name="Text">What the button agrees to.</param>
public sealed record ConfirmModel(string Address, SubscriptionRequest Request, string Text) : IModelOf<ConfirmPage>
{
    /// <summary>The language of the wording, whatever address the page is asked for in.</summary>
    public Language Language { get; } = ConsentWording.Of(Request.Wording).Language;

    /// <summary>Sent back with the button, so that no other text is kept as proof than the one that stood above it.</summary>
    public string Shown { get; } =
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes($"{Request.Wording}|{Text}|{Request.Preferences}")).AsSpan(..16));

    public static ConfirmModel Of(string address, SubscriptionRequest request, SiteOptions site) =>
        new(address, request, ConsentWording.Of(request.Wording).TextFor(site));
}
