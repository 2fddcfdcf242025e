using System.Text.RegularExpressions;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Documentation;

/// <summary>What a file of container notes belongs to, by its folder: a session, a year's volume, the Good Practice report.</summary>
/// <param name="Queue">Who looks after it.</param>
/// <param name="Id">What they are told.</param>
readonly partial record struct NotesPlace(string Queue, string Id)
{
    /// <summary>Null for a file that lies nowhere.</summary>
    public static NotesPlace? Of(string name) => name.Split('/') switch
    {
        [_] => null,
        [var year, _, ..] when Year().IsMatch(year) => new(Queues.YearVolumes, year),
        [DocumentPath.GoodPracticeFolder, _, ..] => new(Queues.GoodPractice, DocumentPath.GoodPracticeFolder),
        _ => NotesStore.SessionOf(name) is { } session ? new(Queues.Publications, session.Value) : null,
    };

    [GeneratedRegex("^20[0-9]{2}$")]
    private static partial Regex Year();
}
