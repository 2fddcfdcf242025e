using ThaffFunctions.NotesReading;
using ThaffFunctions.Shared.Failures;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Something staff should know about one file.</summary>
public sealed record FileRemark(NotesFile File, FileProblem Problem)
{
    /// <summary>Something that has no line in it.</summary>
    public FileRemark(NotesFile file, string text) : this(file, new FileProblem(null, null, text)) { }
}

/// <summary>What a folder of notes comes to.</summary>
public abstract record Outcome
{
    Outcome() { }

    /// <summary>Files changed while they were read: look again.</summary>
    public sealed record Overtaken : Outcome;

    /// <summary>There are no notes, or a draft that cannot be read: nothing is to be public.</summary>
    /// <param name="Remarks">Files that may have been meant as notes.</param>
    public sealed record Nothing(IReadOnlyList<FileRemark> Remarks) : Outcome;

    /// <summary>The notes cannot be published; what was public stays.</summary>
    /// <param name="Remarks">Why.</param>
    public sealed record Refused(IReadOnlyList<FileRemark> Remarks) : Outcome;

    /// <summary>The notes are not finished: nothing is to be public, and staff see how it would look.</summary>
    /// <param name="Pdf">The preview.</param>
    /// <param name="File">The notes.</param>
    /// <param name="Hints">What in them staff should look at.</param>
    public sealed record Draft(byte[] Pdf, NotesFile File, IReadOnlyList<Remark> Hints) : Outcome;

    /// <summary>The notes can be published.</summary>
    /// <param name="Proof">What to publish.</param>
    /// <param name="File">The notes.</param>
    /// <param name="Hints">What in them staff should look at all the same.</param>
    public sealed record Ready(Proof Proof, NotesFile File, IReadOnlyList<Remark> Hints) : Outcome;
}
