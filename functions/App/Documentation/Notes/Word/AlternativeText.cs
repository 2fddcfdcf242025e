using DocumentFormat.OpenXml;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>What an author says of a drawing for those who do not see it.</summary>
/// <param name="Text">Empty if nothing.</param>
/// <param name="IsDecorative">Marked as saying nothing.</param>
/// <param name="IsMadeUp">Word described it by itself.</param>
sealed record AlternativeText(string Text, bool IsDecorative, bool IsMadeUp)
{
    static readonly string[] Signatures =
    [
        "Automatisch generierte Beschreibung", "KI-generierte Inhalte können fehlerhaft sein.", "KI-generierter Inhalt kann fehlerhaft sein.",
        "Description automatically generated", "AI-generated content may be incorrect.",
    ];

    /// <param name="properties">Of a drawing: <c>docPr</c> or <c>cNvPr</c>, or an older shape.</param>
    public static AlternativeText Of(OpenXmlElement? properties)
    {
        var written = new[] { properties.Value("descr"), properties.Value("alt"), properties.Value("title") }.FirstOrDefault(text => !string.IsNullOrWhiteSpace(text)) ?? "";
        var text = Signatures.Aggregate(written, (rest, signature) => rest.Replace(signature, "", StringComparison.OrdinalIgnoreCase)).Trim();
        var isDecorative = properties?.Descendants().Any(element => element.LocalName == "decorative" && element.Value() is "1" or "true") == true;
        return new(string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)), isDecorative, text.Length < written.Trim().Length);
    }
}
