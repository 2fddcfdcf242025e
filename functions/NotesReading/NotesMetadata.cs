namespace ThaffFunctions.NotesReading;

/// <summary>Title, status and language of notes.</summary>
/// <param name="Title">null: the notes have no title of their own.</param>
/// <param name="IsDraft">Not to be published.</param>
public sealed record NotesMetadata(string? Title, bool IsDraft)
{
    /// <summary>As a BCP 47 tag; null: the notes do not say.</summary>
    public string? Language { get; init; }

    /// <summary>Said to be ready: it may be published whatever the date.</summary>
    public bool IsFinal { get; init; }

    /// <summary>In characters.</summary>
    public const int MaxTitle = 200;

    public static readonly NotesMetadata None = new(null, false);

    /// <summary>Whether a status means a draft; null for an unknown status.</summary>
    public static bool? IsDraftBy(string status) => status.ToLowerInvariant() switch
    {
        "entwurf" or "draft" => true,
        "fertig" or "final" or "endgültig" => false, // Word writes the last two when a document is marked as final
        _ => null,
    };
}
