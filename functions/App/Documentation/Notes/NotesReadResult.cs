using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>The result of reading a notes file.</summary>
public abstract record NotesReadResult
{
    NotesReadResult() { }

    /// <summary>A file changed during the reading; the caller starts again.</summary>
    public sealed record Overtaken : NotesReadResult;

    /// <summary>The notes cannot be used.</summary>
    /// <param name="Remarks">The reasons, each with its file.</param>
    /// <param name="IsDraft">Whether the notes could still be recognised as a draft.</param>
    public sealed record Refused(IReadOnlyList<FileRemark> Remarks, bool IsDraft) : NotesReadResult;

    /// <param name="File">The file.</param>
    /// <param name="Head">Title and status.</param>
    /// <param name="Content">The blocks and pictures.</param>
    /// <param name="Remarks">Hints only; notes with problems are <see cref="Refused"/>.</param>
    public sealed record Done(NotesFile File, NotesMetadata Head, NotesContent Content, Remarks Remarks) : NotesReadResult;
}
