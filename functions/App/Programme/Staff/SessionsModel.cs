using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Programme.Staff;

/// <summary>The page of <see cref="ShowSessions"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Year">The year that is shown.</param>
/// <param name="Years">The years that have sessions.</param>
/// <param name="Sessions">The sessions of the year, the earliest first, each with what other slices tell of it.</param>
public sealed record SessionsModel(StaffFrame Frame, int Year, IReadOnlyList<int> Years,
    IReadOnlyList<(Session Session, IReadOnlyList<SessionNote> Notes)> Sessions) : IModelOf<SessionsPage>
{
    public required DateTimeOffset Now { get; init; }
}
