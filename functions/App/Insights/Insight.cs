using ThaffFunctions.Shared;

namespace ThaffFunctions.Insights;

/// <summary>One entry of the register.</summary>
/// <param name="Id">Its permanent id.</param>
/// <param name="Kind">The kind of section in the notes that contains it.</param>
/// <param name="Text">Its text without markup. A long text is shortened and ends with an ellipsis; the documentation contains all of
/// it.</param>
/// <param name="Sectors">The sectors it concerns; empty means all sectors.</param>
/// <param name="Progress">Whether it was passed on or answered.</param>
public sealed record Insight(InsightId Id, InsightKind Kind, string Text, IReadOnlyList<Sector> Sectors, Progress Progress)
{
    /// <summary>Questions and concerns have a progress; findings and results have none.</summary>
    public bool IsFollowedUp => Kind is InsightKind.OpenQuestion or InsightKind.Concern;
}
