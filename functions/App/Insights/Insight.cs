using ThaffFunctions.Shared;

namespace ThaffFunctions.Insights;

/// <summary>One entry of the register.</summary>
/// <param name="Id">Which.</param>
/// <param name="Kind">What the notes' section calls it.</param>
/// <param name="Text">What it says, without markup; a long one is cut and ends with an ellipsis. The documentation has it whole.</param>
/// <param name="Sectors">Whom it concerns; empty: all sectors.</param>
/// <param name="Progress">What became of it.</param>
public sealed record Insight(InsightId Id, InsightKind Kind, string Text, IReadOnlyList<Sector> Sectors, Progress Progress)
{
    /// <summary>Questions and concerns are followed up; findings and results simply stand.</summary>
    public bool IsFollowedUp => Kind is InsightKind.OpenQuestion or InsightKind.Concern;
}
