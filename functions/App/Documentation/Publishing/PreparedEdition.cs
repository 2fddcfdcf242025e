using ThaffFunctions.Documentation.Materials;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>An edition that has been made, but not published yet.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Changed">When its source was last changed.</param>
/// <param name="Pdf">The PDF; <see cref="Publisher"/> closes it.</param>
sealed record PreparedEdition(string Title, DateTimeOffset Changed, PrintedFile Pdf)
{
    /// <summary>The content of its page; null if it has no page.</summary>
    public string? Html { get; init; }

    /// <summary>The pictures on the page.</summary>
    public IReadOnlyList<Picture> Pictures { get; init; } = [];

    /// <summary>What is published beside it as it is.</summary>
    public IReadOnlyList<PreparedMaterial> Materials { get; init; } = [];

    /// <summary>Its content as a <see cref="ContentFile"/>, for other documents that include it; null if none does.</summary>
    public BinaryData? Content { get; init; }

    /// <inheritdoc cref="Edition.Session"/>
    public string? Session { get; init; }

    /// <inheritdoc cref="Edition.Words"/>
    public string Words { get; init; } = "";
}
