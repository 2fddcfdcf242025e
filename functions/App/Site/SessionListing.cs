using ThaffFunctions.Programme;
using ThaffFunctions.Registration.Seating;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Site;

/// <summary>A session with what depends on the current time and the registrations.</summary>
public sealed record SessionListing(Session Session, Vacancy Vacancy, bool IsPast)
{
    /// <summary>How many seats are free, in words; only while they are.</summary>
    public Bilingual FreeSeats { get; init; } = new("", "");

    /// <summary>Whether it is over and its documentation is public.</summary>
    public bool IsDocumented { get; init; }

    public Availability Availability => Vacancy.Availability;

    /// <summary>In the future and not cancelled.</summary>
    public bool IsAhead => !IsPast && !Session.IsCancelled;

    public bool IsRegistrable => Availability is Availability.Open or Availability.WaitingList or Availability.ToldByMail;
}
