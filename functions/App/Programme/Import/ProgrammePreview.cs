using ThaffFunctions.Operations.Failures;

namespace ThaffFunctions.Programme.Import;

/// <summary>What a file would do to the programme.</summary>
/// <param name="Problems">Why it would do nothing.</param>
/// <param name="Changes">The sessions that are new or change.</param>
/// <param name="Same">How many sessions of the file stay as they are.</param>
/// <param name="Absent">Sessions of an earlier file of this name that are not in this one; they stay.</param>
/// <param name="Cases">Edits of staff of which the file says something else.</param>
sealed record ProgrammePreview(IReadOnlyList<FileProblem> Problems, IReadOnlyList<ProgrammeChange> Changes, int Same,
    IReadOnlyList<SessionId> Absent, IReadOnlyList<EditCase> Cases);
