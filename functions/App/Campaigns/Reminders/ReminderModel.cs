using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Campaigns.Reminders;

/// <param name="Session">Of what the mail reminds.</param>
/// <param name="Name">Whom it greets, after a space or nothing at all, or the placeholder for it.</param>
/// <param name="When">morgen, in einer Woche; tomorrow, in one week.</param>
/// <param name="Manage">The attendee's personal link to correct or cancel, or the placeholder for it.</param>
/// <param name="Others">Where others who share the address find their links, before a space, or nothing, or the placeholder for it.</param>
public sealed record ReminderModel(Session Session, string Name, string When, string Manage, string Others) : IModelOf<ReminderBody>
{
    /// <summary>Whether there is time left for somebody who waits to move up.</summary>
    public bool CanBePassedOn { get; init; }
}
