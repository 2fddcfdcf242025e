using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;

namespace ThaffFunctions.Registration;

/// <summary>The personal link to view, correct or cancel a registration.</summary>
public sealed class ManageLink(LinkTokens tokens, IOptions<SiteOptions> site, IOptions<RegistrationOptions> options)
{
    public Uri For(Session session, string attendeeKey) => site.Value.Link("/anmeldung?t=" + tokens.Create(
        LinkPurpose.ManageRegistration, new RegistrationId(session.Id, attendeeKey).ToString(),
        session.End.AddDays(options.Value.ManageLinkDays)));

    public Uri Programme => site.Value.Link("/");

    public Uri PageOf(Session session) => site.Value.Link($"/termine/{session.Id}");

    /// <summary>null for a token that is tampered with, expired or was made for something else.</summary>
    public RegistrationId? Read(string? token) => RegistrationId.TryParse(tokens.Verify(LinkPurpose.ManageRegistration, token));
}
