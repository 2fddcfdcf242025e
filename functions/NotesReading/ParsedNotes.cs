namespace ThaffFunctions.NotesReading;

/// <summary>Notes that are parsed, but still lack the pictures that lie beside the file.</summary>
/// <param name="Head">Title and status.</param>
/// <param name="Shown">The pictures beside the file that the notes show.</param>
/// <param name="Compose">Makes the content; takes the pictures that were found, by their address.</param>
public sealed record ParsedNotes(NotesMetadata Head, IReadOnlyList<ShownPicture> Shown,
    Func<IReadOnlyDictionary<string, Picture>, NotesContent> Compose);
