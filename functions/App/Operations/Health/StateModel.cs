using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Operations.Health;

/// <summary>The page of <see cref="ShowState"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Parts">What the app depends on.</param>
/// <param name="Reminders">What staff have to do; nothing of it is a failure.</param>
public sealed record StateModel(StaffFrame Frame, IReadOnlyList<PartState> Parts, IReadOnlyList<string> Reminders) : IModelOf<StatePage>
{
    public bool IsWell => Parts.All(part => part.IsWell);
}
