using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Operations.Health;

/// <summary>The page of <see cref="ShowState"/>.</summary>
/// <param name="Parts">What the app depends on.</param>
/// <param name="Reminders">What staff have to do; nothing of it is a failure.</param>
public sealed record StateModel(IReadOnlyList<PartState> Parts, IReadOnlyList<string> Reminders) : IModelOf<StatePage>
{
    public bool IsWell => Parts.All(part => part.IsWell);
}
