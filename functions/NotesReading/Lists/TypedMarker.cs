namespace ThaffFunctions.NotesReading.Lists;

/// <summary>A list marker that was typed as text.</summary>
/// <param name="Marker">The marker.</param>
/// <param name="Rest">The text after it.</param>
/// <param name="IsCertain">It cannot be anything else. Otherwise it counts as a marker only if a second one follows.</param>
readonly record struct TypedMarker(Marker Marker, string Rest, bool IsCertain)
{
    /// <summary>See <see cref="LetterRows"/>.</summary>
    public bool IsLetterWithStop { get; init; }
}
