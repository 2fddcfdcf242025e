namespace ThaffFunctions.NotesReading.Lists;

/// <summary>A tick or cross before a line may belong to its text, so that it counts as a marker only beside another one.</summary>
static class TickRows
{
    /// <summary>The markers without ticks that stand alone.</summary>
    /// <param name="markers">Of lines or paragraphs that follow each other; null for one without a marker.</param>
    public static IReadOnlyList<TypedMarker?> Kept(IReadOnlyList<TypedMarker?> markers)
    {
        var kept = markers.ToArray();
        for (var at = 0; at < kept.Length; at++)
        {
            if (IsTick(markers[at]) && !IsTick(markers.Take(at).LastOrDefault(IsMarker))
                && !IsTick(markers.Skip(at + 1).FirstOrDefault(IsMarker)))
                kept[at] = null;
        }

        return kept;
    }

    static bool IsMarker(TypedMarker? marker) => marker is not null;

    static bool IsTick(TypedMarker? marker) => marker is { KeepsSign: true };
}
