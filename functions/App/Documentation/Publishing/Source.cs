using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A snapshot of what a document is made from.</summary>
/// <param name="Fingerprint">Equal if and only if the same document results.</param>
/// <param name="ReadAt">When it was read, by the storage service's clock.</param>
/// <param name="Rested">How long it had been unchanged then.</param>
/// <param name="MakeAsync">Makes the document, and reports problems of the source to staff, once for each version of it.</param>
sealed record Source(string Fingerprint, DateTimeOffset ReadAt, TimeSpan Rested, Func<CancellationToken, Task<Outcome>> MakeAsync)
{
    /// <summary>A source that consists of one folder of notes.</summary>
    public static Source Of(NotesFolder folder, string fingerprint, Func<CancellationToken, Task<Outcome>> makeAsync) =>
        new(fingerprint, folder.SeenAt, folder.Rested, makeAsync);
}
