namespace ThaffFunctions.Documentation.Notes;

/// <summary>A kind of file that notes come in; <see cref="NotesReader"/> chooses by the file's name.</summary>
public interface INotesFormat
{
    /// <summary>In lower case, with its dot.</summary>
    string Extension { get; }

    /// <summary>Bigger files are refused unread.</summary>
    long MaxBytes { get; }

    /// <summary>What a file that is too big could do without.</summary>
    string WayToSmaller { get; }

    /// <param name="file">The file's bytes.</param>
    /// <param name="title">The title, unless the notes have one of their own; a first heading that repeats it is left out.</param>
    /// <param name="remarks">Take what staff should know.</param>
    /// <returns>The notes; null if they could not be read, and the remarks say why.</returns>
    ParsedNotes? Parse(byte[] file, string title, Remarks remarks);
}

/// <summary>Notes, up to the pictures that lie beside them.</summary>
/// <param name="Head">What they say of themselves.</param>
/// <param name="Shown">Pictures beside the file that they show.</param>
/// <param name="Compose">Makes the content, given those of the pictures that are there, by address.</param>
public sealed record ParsedNotes(NotesHead Head, IReadOnlyList<ShownPicture> Shown, Func<IReadOnlyDictionary<string, Picture>, NotesContent> Compose);

/// <summary>A picture as the notes name it.</summary>
/// <param name="Address">As written.</param>
/// <param name="Line">Where.</param>
public readonly record struct ShownPicture(string Address, int Line);
