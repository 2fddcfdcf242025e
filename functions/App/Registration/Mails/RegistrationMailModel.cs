using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Registration.Mails;

/// <summary>
/// What the mails about a registration tell. The question is never echoed, nor anything else a stranger could have typed but the name.
/// </summary>
/// <param name="Kind">One of <see cref="RegistrationMailKind.All"/>.</param>
/// <param name="Session">What it is about.</param>
/// <param name="Name">Whom it greets; null to greet without a name.</param>
/// <param name="ConfirmBy">Until when the seat must be confirmed; null if it need not be.</param>
/// <param name="Manage">The personal link.</param>
/// <param name="Page">The session's page.</param>
/// <param name="Language">The attendee's.</param>
public sealed record RegistrationMailModel(
    string Kind, Session Session, string? Name, DateTimeOffset? ConfirmBy, Uri Manage, Uri Page, Language Language)
    : IModelOf<RegistrationMailBody>
{
    /// <summary>How the attendee takes part where seats are given out apart.</summary>
    public AttendanceMode Mode { get; init; }

    /// <summary>Which in line the attendee is; null for who does not wait.</summary>
    public int? Position { get; init; }

    /// <summary>Whether who waits still moves up by themselves.</summary>
    public bool IsHandedOn { get; init; } = true;

    /// <summary>
    /// Whether somebody else filled in the form for them: they are told where their data come from (DSGVO Art. 14), and how to be rid of
    /// it. Not by whom: the name may be anything, and whether a mail can name them would tell who is registered already. Staff know it.
    /// </summary>
    public bool IsRegisteredByOther { get; init; }

    /// <summary>What came with the registration that staff read.</summary>
    public bool HasNeeds { get; init; }

    /// <inheritdoc cref="HasNeeds"/>
    public bool HasQuestion { get; init; }

    /// <summary>What it is, and when the session is: mailboxes cut the rest.</summary>
    public string Subject => $"{What} {Language.ShortMoment(Session.Start)}: {Session.InSubject}";

    string What => Kind switch
    {
        RegistrationMailKind.Seated => Language.Say("Angemeldet für den", "Registered for"),
        RegistrationMailKind.Waiting => Language.Say("Warteliste für den", "Waiting list for"),
        RegistrationMailKind.Promoted => Language.Say("Sie haben einen Platz am", "You have a seat on"),
        RegistrationMailKind.Switched =>
            Language.Say($"Jetzt {AttendanceWords.Of(Mode, Language)} am", $"Now {AttendanceWords.Of(Mode, Language)} on"),
        RegistrationMailKind.Lapsed => Language.Say("Platz nicht bestätigt für den", "Seat not confirmed for"),
        RegistrationMailKind.CalledOff => Language.Say("Abgesagt ist der Termin am", "Cancelled session on"),
        RegistrationMailKind.AddressFull => Language.Say("Keine weitere Anmeldung für den", "No further registration possible for"),
        _ => Language.Say("Ihre Absage für den", "Your cancellation for"),
    };

    /// <summary>What mailboxes show after the subject.</summary>
    public string Preheader => ConfirmBy is { } until
        ? Language.Say($"Bitte bestätigen Sie Ihren Platz bis {Language.Until(until)}.", $"Please confirm your seat by {Language.Until(until)}.")
        : Kind switch
        {
            RegistrationMailKind.Seated => WithEntry(new("Sie haben einen Platz", "You have a seat")),
            RegistrationMailKind.Waiting => Language.Say($"Sie stehen auf der Warteliste, zurzeit an Stelle {Position}.",
                $"You are on the waiting list, currently in position {Position}."),
            RegistrationMailKind.Promoted => WithEntry(new("Sie sind nachgerückt", "You have moved up from the waiting list")),
            RegistrationMailKind.Switched => WithEntry(new("Ihre Teilnahme hat sich geändert", "How you take part has changed")),
            RegistrationMailKind.Lapsed => Language.Say("Ihr Platz ist wieder frei.", "Your seat is free again."),
            RegistrationMailKind.CalledOff => Language.Say("Der Termin findet nicht statt; Sie sind nicht angemeldet.",
                "The session will not take place; you are not registered."),
            RegistrationMailKind.AddressFull => Language.Say("Zu dieser E-Mail-Adresse nehmen wir keine weitere Anmeldung an.",
                "We cannot accept another registration with this e-mail address."),
            _ => Language.Say("Ihre Anmeldung ist abgesagt.", "Your registration is cancelled."),
        };

    string WithEntry(Bilingual said) => $"{Language.Say(said)}: {Session.VenueIn(Language)}. "
        + Language.Say("Der Kalendereintrag liegt bei.", "The calendar entry is attached.");
}
