using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>
/// What the mails about a registration tell. The question is never echoed, nor anything else a stranger could have typed but the name.
/// </summary>
public sealed record RegistrationMailModel(string Kind, Session Session, string FirstName, string LastName, Uri Manage, Uri Page)
    : IModelOf<RegistrationMailBody>
{
    public string Subject => Kind switch
    {
        RegistrationMail.Seated => $"Ihre Anmeldung: {Session.Title}",
        RegistrationMail.Waiting => $"Warteliste: {Session.Title}",
        RegistrationMail.Promoted => $"Sie haben einen Platz: {Session.Title}",
        RegistrationMail.AddressFull => $"Keine weitere Anmeldung: {Session.Title}",
        _ => $"Abgemeldet: {Session.Title}",
    };
}
