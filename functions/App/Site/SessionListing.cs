using ThaffFunctions.Programme;
using ThaffFunctions.Registration;

namespace ThaffFunctions.Site;

/// <summary>A session as a visitor finds it at this moment.</summary>
public sealed record SessionListing(Session Session, Vacancy Vacancy, bool IsPast)
{
    public Availability Availability => Vacancy.Availability;

    /// <summary>Somebody can still go there.</summary>
    public bool IsAhead => !IsPast && !Session.IsCancelled;

    public bool IsRegistrable => Availability is Availability.Open or Availability.WaitingList;
}
