using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
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
    /// <summary>How the attendee takes part where seats are given out apart.</summary>
    public AttendanceMode Mode { get; init; }

    /// <summary>Which in line the attendee is; null for who does not wait.</summary>
    public int? Position { get; init; }

    /// <summary>What it is, and when the session is: mailboxes cut the rest.</summary>
    public string Subject => $"{What} {Berlin.ShortMoment(Session.Start)}: {Session.InSubject}";

    string What => Kind switch
    {
        RegistrationMail.Seated => "Angemeldet für den",
        RegistrationMail.Waiting => "Warteliste für den",
        RegistrationMail.Promoted => "Sie haben einen Platz am",
        RegistrationMail.Switched => $"Jetzt {AttendanceWords.Of(Mode)} am",
        RegistrationMail.Lapsed => "Platz nicht bestätigt für den",
        RegistrationMail.CalledOff => "Abgesagt ist der Termin am",
        RegistrationMail.AddressFull => "Keine weitere Anmeldung für den",
        _ => "Ihre Absage für den",
    };

    /// <summary>What mailboxes show after the subject.</summary>
    public string Preheader => Kind switch
    {
        RegistrationMail.Seated => $"Sie haben einen Platz. {Session.Venue}. Der Kalendereintrag liegt bei.",
        RegistrationMail.Waiting => $"Sie stehen auf der Warteliste, zurzeit an Stelle {Position}.",
        RegistrationMail.Promoted => $"Sie sind nachgerückt. {Session.Venue}. Der Kalendereintrag liegt bei.",
        RegistrationMail.Switched => $"Sie haben gewechselt. {Session.Venue}. Der Kalendereintrag liegt bei.",
        RegistrationMail.Lapsed => "Ihr Platz ist wieder frei.",
        RegistrationMail.CalledOff => "Der Termin findet nicht statt; Sie sind nicht angemeldet.",
        RegistrationMail.AddressFull => "Zu dieser E-Mail-Adresse nehmen wir keine weitere Anmeldung an.",
        _ => "Wir haben Ihre Absage vermerkt.",
    };
}
