namespace ThaffFunctions.Documentation.Notes;

/// <summary>What notes say of themselves, beside their text.</summary>
/// <param name="Title">null: the title they were asked for.</param>
/// <param name="IsDraft">Not to be published.</param>
public sealed record NotesHead(string? Title, bool IsDraft)
{
    public const int MaxTitle = 200;

    public static readonly NotesHead None = new(null, false);

    /// <summary>Whether a status means a draft; null if it is none that is known.</summary>
    public static bool? IsDraftBy(string status) => status.ToLowerInvariant() switch
    {
        "entwurf" or "draft" => true,
        "fertig" or "final" or "endgültig" => false, // the last two are what Word writes when a document is marked as final,
        _ => null,
    };
}
