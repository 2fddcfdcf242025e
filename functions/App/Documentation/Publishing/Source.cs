using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>What a document is made from, as it is now.</summary>
/// <param name="Fingerprint">Equal exactly if the same document results.</param>
/// <param name="ReadAt">When it was like this, by the storage's clock.</param>
/// <param name="Rested">For how long it had been like this.</param>
/// <param name="MakeAsync">Makes the document, and tells staff what is wrong with the source, once for each version of it.</param>
sealed record Source(string Fingerprint, DateTimeOffset ReadAt, TimeSpan Rested, Func<CancellationToken, Task<Outcome>> MakeAsync)
{
    /// <summary>A source that is one folder of notes.</summary>
    public static Source Of(NotesFolder folder, string fingerprint, Func<CancellationToken, Task<Outcome>> makeAsync) =>
        new(fingerprint, folder.SeenAt, folder.Rested, makeAsync);
}
