using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Registration;

/// <summary>
/// What the mails about a registration tell. The question is never echoed, nor anything else a stranger could have typed but the name.
/// </summary>
/// <param name="Kind">One of <see cref="RegistrationMail.Kinds"/>.</param>
/// <param name="Session">What it is about.</param>
/// <param name="Name">Whom it greets; null to greet without a name.</param>
/// <param name="ConfirmBy">Until when the seat must be confirmed; null if it need not be.</param>
/// <param name="Manage">The personal link.</param>
/// <param name="Page">The session's page.</param>
public sealed record RegistrationMailModel(string Kind, Session Session, string? Name, DateTimeOffset? ConfirmBy, Uri Manage, Uri Page)
    : IModelOf<RegistrationMailBody>
{
    /// <summary>Which in line the attendee is; null for who does not wait.</summary>
    public int? Position { get; init; }

    public string Subject => Kind switch
    {
        RegistrationMail.Seated => $"Ihre Anmeldung: {Session.Title}",
        RegistrationMail.Waiting => $"Warteliste: {Session.Title}",
        RegistrationMail.Promoted => $"Sie haben einen Platz: {Session.Title}",
        RegistrationMail.Lapsed => $"Platz nicht bestätigt: {Session.Title}",
        RegistrationMail.CalledOff => $"Termin abgesagt: {Session.Title}",
        RegistrationMail.AddressFull => $"Keine weitere Anmeldung: {Session.Title}",
        _ => $"Abgemeldet: {Session.Title}",
    };
}
