using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>What came of reading a notes file.</summary>
public abstract record Reading
{
    Reading() { }

    /// <summary>A file changed while it was read: look again.</summary>
    public sealed record Overtaken : Reading;

    /// <summary>Nothing can be made of it.</summary>
    /// <param name="Remarks">Why, and of which file.</param>
    /// <param name="IsDraft">The notes could at least say that they are a draft.</param>
    public sealed record Refused(IReadOnlyList<FileRemark> Remarks, bool IsDraft) : Reading;

    /// <param name="Head">What the notes say of themselves.</param>
    /// <param name="Content">What they say.</param>
    /// <param name="Remarks">Hold hints, and no problems.</param>
    public sealed record Done(NotesHead Head, NotesContent Content, Remarks Remarks) : Reading;
}
