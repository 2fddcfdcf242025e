using ThaffFunctions.Operations.Failures;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>A remark for staff about one file.</summary>
public sealed record FileRemark(NotesFile File, FileProblem Problem)
{
    /// <summary>A remark that is not about a particular line.</summary>
    public FileRemark(NotesFile file, string text) : this(file, new FileProblem(null, null, text)) { }
}
