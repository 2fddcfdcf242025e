using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration.Headcounts;

/// <summary>
/// How many had a seat when the session was over, and where they came from. Exact numbers: what is published of them, slice Statistics
/// decides.
/// </summary>
/// <param name="Seated">Registered minus cancelled; those on the waiting list are not among them.</param>
/// <param name="Sectors">Sectors nobody came from are left out.</param>
/// <param name="Regions">Likewise.</param>
public sealed record Headcount(int Seated, IReadOnlyDictionary<Sector, int> Sectors, IReadOnlyDictionary<Region, int> Regions)
{
    /// <summary>How many of them online; null where seats were not given out apart.</summary>
    public int? Online { get; init; }

    public static Headcount Of(Session session, IReadOnlyCollection<Attendee> seated)
    {
        var online = seated.Count(attendee => attendee.Mode == AttendanceMode.Online);
        return new(
            seated.Count,
            seated.CountBy(attendee => attendee.Sector).ToDictionary(),
            seated.CountBy(attendee => attendee.Region).ToDictionary())
        {
            Online = session.SeatsOnline is null && online == 0 ? null : online,
        };
    }
}
