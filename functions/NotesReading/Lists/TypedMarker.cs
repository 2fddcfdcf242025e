namespace ThaffFunctions.NotesReading.Lists;

/// <summary>A list marker that was typed as text.</summary>
/// <param name="Marker">The marker.</param>
/// <param name="Rest">The text after it.</param>
/// <param name="IsCertain">It cannot be anything else. Otherwise it counts as a marker only if a second one follows.</param>
readonly record struct TypedMarker(Marker Marker, string Rest, bool IsCertain)
{
    /// <summary>See <see cref="LetterRows"/>.</summary>
    public bool IsLetterWithStop { get; init; }

    /// <summary>The text after it begins with the sign itself.</summary>
    public bool KeepsSign { get; init; }

    /// <summary>It is a bullet that is a ticked box beside an empty one.</summary>
    public bool IsFilledBox { get; init; }
}
