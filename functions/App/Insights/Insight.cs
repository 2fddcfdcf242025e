using System.Text.Json.Serialization;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Insights;

/// <summary>One entry of the register.</summary>
/// <param name="Id">Its permanent id.</param>
/// <param name="Kind">The kind of section in the notes that contains it.</param>
/// <param name="Text">Its text without markup. A long text is shortened and ends with an ellipsis; the documentation contains all of
/// it.</param>
/// <param name="Sectors">The sectors it concerns; empty means all sectors.</param>
/// <param name="Noted">Whether it was passed on or answered, according to the notes.</param>
public sealed record Insight(
    InsightId Id, InsightKind Kind, string Text, IReadOnlyList<Sector> Sectors, [property: JsonIgnore] Progress Noted)
{
    /// <summary>The same as staff recorded it themselves, without changing the notes.</summary>
    [JsonIgnore]
    public Progress Recorded { get; init; } = Progress.None;

    /// <summary>What counts of the two.</summary>
    public Progress Progress => Progress.Later(Noted, Recorded);

    /// <summary>Questions and concerns have a progress; findings and results have none.</summary>
    public bool IsFollowedUp => Kind is InsightKind.OpenQuestion or InsightKind.Concern;
}
