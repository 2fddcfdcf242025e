using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Operations.Health;

/// <summary>The page of <see cref="ShowState"/>.</summary>
public sealed record StateModel(IReadOnlyList<PartState> Parts) : IModelOf<StatePage>
{
    public bool IsWell => Parts.All(part => part.IsWell);
}
