using Azure;
using ThaffFunctions.Insights;
using ThaffFunctions.Programme;

namespace ThaffFunctions.Documentation;

/// <summary>How the documentation of one session stands. The entry stays when notes are withdrawn, so that nobody late can bring them back.</summary>
/// <param name="Id">The session.</param>
/// <param name="Handled">The fingerprint of the notes that were handled last, whatever became of them; null if none were.</param>
/// <param name="Edition">What is public; null if nothing is.</param>
/// <param name="FirstPublished">When something first was.</param>
/// <param name="IsAnnounced">Whether it was told that something first was.</param>
/// <param name="Words">What it is found by; empty if nothing is public.</param>
/// <param name="ETag">Guards the row; default for one that is not stored yet.</param>
public sealed record DocumentationEntry(
    SessionId Id, string? Handled, Edition? Edition, DateTimeOffset? FirstPublished, bool IsAnnounced, string Words, ETag ETag)
{
    /// <summary>The fingerprint of the notes that are shown to staff as a draft; null if they are none.</summary>
    public string? Preview { get; init; }

    public static DocumentationEntry New(SessionId id) => new(id, null, null, null, false, "", default);

    /// <summary>Something is public, and nobody was told of it yet.</summary>
    public bool AwaitsAnnouncement => Edition is not null && !IsAnnounced;

    /// <summary>Public once, and not any more.</summary>
    public bool IsWithdrawn => Edition is null && FirstPublished is not null;
}

/// <summary>A documentation that is public.</summary>
public sealed record PublishedDocumentation(SessionId Id, Edition Edition, DateTimeOffset FirstPublished)
{
    /// <summary>When what it says last changed; not before it was there to be read.</summary>
    public DateTimeOffset Updated => Edition.Changed > FirstPublished ? Edition.Changed : FirstPublished;
}

/// <summary>A documentation as published.</summary>
/// <param name="Version">The fingerprint of what it was made from; names its files in the container.</param>
/// <param name="Session">What it tells of the session.</param>
/// <param name="Pages">Of the PDF.</param>
/// <param name="Bytes">The size of the PDF.</param>
/// <param name="Changed">When its notes were last changed.</param>
public sealed record Edition(string Version, SessionFacts Session, int Pages, long Bytes, DateTimeOffset Changed)
{
    public InsightSource AsSource(SessionId id) => new(id, Session.Title, Session.Focus, Session.Start);
}
