namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A snapshot of what a document is made from.</summary>
/// <typeparam name="T">What the document is made from.</typeparam>
/// <param name="Content">What was read, without the bytes of files.</param>
/// <param name="Fingerprint">Equal if and only if the same document results.</param>
/// <param name="ReadAt">When it was read, by the storage service's clock.</param>
/// <param name="Rested">How long it had been unchanged then.</param>
sealed record Source<T>(T Content, string Fingerprint, DateTimeOffset ReadAt, TimeSpan Rested);
