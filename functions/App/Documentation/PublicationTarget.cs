using System.Text.RegularExpressions;
using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>
/// The document that a file of container notes belongs to, by its folder: of a session, a year's volume or the Good Practice report.
/// </summary>
/// <param name="Queue">The queue whose messages trigger the publication of the document.</param>
/// <param name="Id">The text of the message.</param>
readonly partial record struct PublicationTarget(string Queue, string Id)
{
    /// <summary>Null for a file outside of these folders.</summary>
    public static PublicationTarget? Of(string name) => name.Split('/') switch
    {
        [_] => null,
        [var year, _, ..] when Year().IsMatch(year) => new(Queues.YearVolumes, year),
        [ReportEditor.Folder, _, ..] => new(Queues.GoodPractice, ReportEditor.Folder),
        _ => NotesStore.SessionOf(name) is { } session ? new(Queues.Publications, session.Value) : null,
    };

    [GeneratedRegex("^20[0-9]{2}$")]
    private static partial Regex Year();
}
