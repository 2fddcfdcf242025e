using Azure;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>
/// The entry of a document in table documents. It stays when the document is withdrawn: its ETag tells a late writer that another process
/// was faster (optimistic concurrency).
/// </summary>
/// <param name="Path">The document.</param>
/// <param name="ETag">The ETag of the row when it was read; default if there is no row yet.</param>
sealed record DocumentEntry(DocumentPath Path, ETag ETag = default)
{
    /// <summary>The fingerprint of the source that was handled last, whether it was published or not; null if none was.</summary>
    public string? Handled { get; init; }

    /// <summary>What is published; null if nothing is.</summary>
    public Edition? Edition { get; init; }

    /// <summary>The fingerprint of the source that the preview was made from; null if there is no preview.</summary>
    public string? Preview { get; init; }

    /// <summary>What staff should improve in the source that was handled last.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    /// <summary>When something was published for the first time.</summary>
    public DateTimeOffset? FirstPublished { get; init; }

    /// <summary>When the row was last saved, by the storage's clock.</summary>
    public DateTimeOffset Saved { get; init; }

    /// <summary>Whether the first publication was announced. Only sessions' documentations are announced.</summary>
    public bool IsAnnounced { get; init; }

    public bool AwaitsAnnouncement => Edition is not null && !IsAnnounced;

    /// <summary>Was published before, and is not published any more.</summary>
    public bool IsWithdrawn => Edition is null && FirstPublished is not null;
}
