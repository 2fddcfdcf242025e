using ThaffFunctions.Operations.Failures;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Something staff should know about one file.</summary>
public sealed record FileRemark(NotesFile File, FileProblem Problem)
{
    /// <summary>Something that concerns no line in particular.</summary>
    public FileRemark(NotesFile file, string text) : this(file, new FileProblem(null, null, text)) { }
}
