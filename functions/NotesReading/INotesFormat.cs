namespace ThaffFunctions.NotesReading;

/// <summary>A kind of file that notes come in.</summary>
public interface INotesFormat
{
    /// <summary>In lower case, with its dot.</summary>
    string Extension { get; }

    /// <summary>Larger files are refused before they are read.</summary>
    long MaxBytes { get; }

    /// <summary>Advice for a file that is too large, in German.</summary>
    string WayToSmaller { get; }

    /// <param name="file">The file's bytes.</param>
    /// <param name="title">The title, unless the notes have one of their own; a first heading that repeats it is left out.</param>
    /// <param name="remarks">Take what staff should know.</param>
    /// <returns>The notes; null if they could not be read, and the remarks say why.</returns>
    ParsedNotes? Parse(byte[] file, string title, Remarks remarks);
}
