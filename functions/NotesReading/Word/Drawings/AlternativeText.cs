using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>The alternative text of a drawing.</summary>
/// <param name="Text">Empty if there is none.</param>
/// <param name="IsDecorative">Marked as decorative.</param>
/// <param name="IsMadeUp">Word generated the text.</param>
sealed record AlternativeText(string Text, bool IsDecorative, bool IsMadeUp)
{
    static readonly string[] Signatures =
    [
        "Automatisch generierte Beschreibung", "KI-generierte Inhalte können fehlerhaft sein.",
        "KI-generierter Inhalt kann fehlerhaft sein.",
        "Description automatically generated", "AI-generated content may be incorrect.",
    ];

    /// <param name="properties">The element <c>docPr</c> or <c>cNvPr</c> of a drawing, or an older shape.</param>
    public static AlternativeText Of(OpenXmlElement? properties)
    {
        var written = Composed.Of(
            new[] { properties.Value("descr"), properties.Value("alt"), properties.Value("title") }.FirstOrDefault(text =>
                !string.IsNullOrWhiteSpace(text)) ?? "");
        var text = Signatures.Aggregate(written, (rest, signature) => rest.Replace(signature, "", StringComparison.OrdinalIgnoreCase))
            .Trim();
        var isDecorative = properties?.Descendants()
            .Any(element => element.LocalName == "decorative" && element.Value() is "1" or "true") == true;
        return new(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), isDecorative,
            text.Length < written.Trim().Length);
    }
}
