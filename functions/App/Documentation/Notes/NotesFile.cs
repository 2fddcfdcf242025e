using Azure;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>A file of a folder of notes.</summary>
/// <param name="Name">The path inside the folder.</param>
/// <param name="ETag">Its version.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Changed">When it was uploaded.</param>
public sealed record NotesFile(string Name, ETag ETag, long Bytes, DateTimeOffset Changed)
{
    /// <summary>
    /// What the Redaktion decided about this version of notes on its pages: whether they are a draft. Null where the notes themselves say.
    /// </summary>
    public bool? IsDraft { get; init; }

    /// <summary>Whether it is what Word writes beside a file that is open (<c>~$…</c>).</summary>
    public bool IsLock => Path.GetFileName(Name).StartsWith("~$", StringComparison.Ordinal);
}
