using ThaffFunctions.Shared;

namespace ThaffFunctions.Registration;

/// <summary>
/// How many had a seat when the session was over, and where they came from. Exact numbers: what is published of them, slice Statistics
/// decides.
/// </summary>
/// <param name="Seated">Registered minus cancelled; those on the waiting list are not among them.</param>
/// <param name="Sectors">Sectors nobody came from are left out.</param>
/// <param name="Regions">Likewise.</param>
public sealed record Headcount(int Seated, IReadOnlyDictionary<Sector, int> Sectors, IReadOnlyDictionary<Region, int> Regions)
{
    public static Headcount Of(IReadOnlyCollection<Attendee> seated) => new(
        seated.Count,
        seated.CountBy(attendee => attendee.Sector).ToDictionary(),
        seated.CountBy(attendee => attendee.Region).ToDictionary());
}
