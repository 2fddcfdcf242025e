using ThaffFunctions.Registration.Seating;

namespace ThaffFunctions.Programme.Import;

/// <summary>What a programme file may say of a session.</summary>
public enum SessionField
{
    Id, Title, Focus, Description, Date, Start, End, Place, Region, OnlineLink, Seats,
    Speakers, Moderators, Partners, RegistrationOpens, RegistrationCloses, Status, Sectors, Directions, NeedsUntil, SeatsOnline,
}
