using Microsoft.Extensions.Options;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;

namespace ThaffFunctions.Registration.Managing;

/// <summary>The personal link to view, correct or cancel a registration.</summary>
public sealed class ManageLink(LinkTokens tokens, IOptions<SiteOptions> site, IOptions<RegistrationOptions> options)
{
    public Uri For(Session session, Attendee attendee) => site.Value.Link(
        attendee.Language.PathOf("/anmeldung?t=" + tokens.Create(
            LinkPurpose.ManageRegistration, new RegistrationId(session.Id, attendee.Key).ToString(),
            session.End.AddDays(options.Value.ManageLinkDays))));

    public Uri ProgrammeIn(Language language) => site.Value.Link(language.PathOf("/"));

    public Uri PageOf(Session session, Language language) => site.Value.Link(language.PathOf($"/termine/{session.Id}"));

    /// <summary>null for a token that is tampered with, expired or was made for something else.</summary>
    public RegistrationId? Read(string? token) => RegistrationId.TryParse(tokens.Verify(LinkPurpose.ManageRegistration, token));
}
