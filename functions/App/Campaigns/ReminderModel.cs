using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Campaigns;

/// <param name="Session">Of what the mail reminds.</param>
/// <param name="Name">Whom it greets.</param>
/// <param name="When">Morgen, in einer Woche.</param>
/// <param name="Manage">The attendee's personal link to correct or cancel.</param>
public sealed record ReminderModel(Session Session, string Name, string When, Uri Manage) : IModelOf<ReminderBody>;
