using ThaffFunctions.Operations.Failures;

namespace ThaffFunctions.Programme.Import;

/// <summary>What a file would do to the programme.</summary>
/// <param name="Problems">Why it would do nothing.</param>
/// <param name="Changes">The sessions that are new or change.</param>
/// <param name="Same">How many sessions of the file stay as they are.</param>
/// <param name="Absent">Sessions of an earlier file of this name that are not in this one; they stay.</param>
/// <param name="Deleted">Sessions of the file that staff deleted; they stay so, because the file says nothing new of them.</param>
/// <param name="Cases">Edits of staff of which the file says something else.</param>
/// <param name="Warnings">What looks like a mistake, and is done all the same.</param>
sealed record ProgrammePreview(IReadOnlyList<FileProblem> Problems, IReadOnlyList<ProgrammeChange> Changes, int Same,
    IReadOnlyList<SessionId> Absent, IReadOnlyList<Session> Deleted, IReadOnlyList<EditCase> Cases, IReadOnlyList<string> Warnings)
{
    /// <summary>How many sessions become what, in German.</summary>
    public string Told
    {
        get
        {
            var added = Changes.Count(change => change.Before is null);
            return $"{Sessions(added)} neu, {Sessions(Changes.Count - added)} geändert, {Sessions(Same)} unverändert";
        }
    }

    static string Sessions(int count) => count == 1 ? "1 Termin" : $"{count} Termine";
}
