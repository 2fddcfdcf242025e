using Azure;

namespace ThaffFunctions.Documentation.Publications;

/// <summary>How a document stands that is not about one session. The entry stays when the document is withdrawn.</summary>
/// <param name="Path">Where it lies; names it too.</param>
/// <param name="Handled">The fingerprint of the material that was handled last, whatever became of it; null if none was.</param>
/// <param name="Edition">What is public; null if nothing is.</param>
/// <param name="Preview">The material that the preview was made from, of what in it is a draft; null if there is none.</param>
/// <param name="ETag">Guards the row; default for one that is not stored yet.</param>
public sealed record Publication(DocumentPath Path, string? Handled, PublishedEdition? Edition, string? Preview, ETag ETag)
{
    public static Publication New(DocumentPath path) => new(path, null, null, null, default);
}

/// <summary>A document as published.</summary>
/// <param name="Version">The fingerprint of its material; names its files in the container.</param>
/// <param name="Title">Its title.</param>
/// <param name="Pages">Of the PDF.</param>
/// <param name="Bytes">The size of the PDF.</param>
/// <param name="Changed">When its material was last changed.</param>
public sealed record PublishedEdition(string Version, string Title, int Pages, long Bytes, DateTimeOffset Changed);
