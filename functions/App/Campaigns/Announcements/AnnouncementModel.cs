using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Campaigns.Announcements;

/// <param name="Announcement">Subject and text.</param>
/// <param name="Session">To whose attendees it goes; null to subscribers.</param>
/// <param name="Name">Whom it greets, after a space or nothing at all, or the placeholder for it.</param>
/// <param name="Leave">The subscriber's personal link to leave the list, or the placeholder for it; null to attendees.</param>
/// <param name="Settings">The subscriber's personal link to choose what to get, or the placeholder for it; null to attendees.</param>
public sealed record AnnouncementModel(Announcement Announcement, Session? Session, string Name, string? Leave, string? Settings)
    : IModelOf<AnnouncementBody>;
