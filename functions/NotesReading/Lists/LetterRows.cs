namespace ThaffFunctions.NotesReading.Lists;

/// <summary>
/// A letter with a full stop may be an abbreviation ("z. B.", "a. D."), so that it counts as a marker only in a row that begins at a.
/// </summary>
static class LetterRows
{
    /// <summary>The markers without abbreviations.</summary>
    /// <param name="markers">Of lines or paragraphs that follow each other; null for one without a marker.</param>
    public static IReadOnlyList<TypedMarker?> Kept(IReadOnlyList<TypedMarker?> markers)
    {
        var kept = markers.ToArray();
        var last = 0;
        foreach (var (at, marker) in markers.Index())
        {
            if (marker is not { IsLetterWithStop: true, Marker.Number: var number }) continue;
            if (number == 1 ? NextAfter(at) == 2 : last > 0 && number == last + 1) last = number;
            else kept[at] = null;
        }

        return kept;

        int? NextAfter(int at) => markers.Skip(at + 1).FirstOrDefault(marker => marker is { IsLetterWithStop: true, Marker.Number: 1 or 2 })
            ?.Marker.Number;
    }
}
