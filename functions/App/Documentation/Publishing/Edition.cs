namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A document as published.</summary>
/// <param name="Version">The fingerprint of its source; names the folder of its files.</param>
/// <param name="Title">Its title.</param>
/// <param name="Pages">Of the PDF.</param>
/// <param name="Bytes">The size of the PDF.</param>
/// <param name="Changed">When its source was last changed.</param>
public sealed record Edition(string Version, string Title, int Pages, long Bytes, DateTimeOffset Changed)
{
    /// <summary>What the documentation of a session tells of the session, as JSON; null for other documents.</summary>
    public string? Session { get; init; }

    /// <summary>The words that the search finds it by; empty if it is not searched, and if the entry was read without them.</summary>
    public string Words { get; init; } = "";
}
