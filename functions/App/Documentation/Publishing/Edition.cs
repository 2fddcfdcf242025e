using ThaffFunctions.Documentation.Materials;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>The published edition of a document.</summary>
/// <param name="Version">The fingerprint of its source; names the folder of its files.</param>
/// <param name="Title">Its title.</param>
/// <param name="Pages">The number of pages of the PDF.</param>
/// <param name="Bytes">The size of the PDF.</param>
/// <param name="Changed">When its source was last changed.</param>
public sealed record Edition(string Version, string Title, int Pages, long Bytes, DateTimeOffset Changed)
{
    /// <summary>The facts of the session as JSON; null for other documents.</summary>
    public string? Session { get; init; }

    /// <summary>What is published beside it as it is.</summary>
    public IReadOnlyList<Material> Materials { get; init; } = [];

    /// <summary>The words for the search; empty if the document cannot be searched, or if the entry was read without them.</summary>
    public string Words { get; init; } = "";
}
