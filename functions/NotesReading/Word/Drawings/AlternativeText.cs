using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>The alternative text of a drawing.</summary>
/// <param name="Text">Empty if there is none, or none that describes anything.</param>
/// <param name="Rejected">What stands there instead and describes nothing; empty if there is nothing.</param>
/// <param name="IsDecorative">Marked as decorative.</param>
/// <param name="IsMadeUp">Word generated the text.</param>
sealed record AlternativeText(string Text, string Rejected, bool IsDecorative, bool IsMadeUp)
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
        var isDecorative = properties?.Descendants()
            .Any(element => element.LocalName == "decorative" && element.Value() is "1" or "true") == true;
        List<string> written =
        [
            .. new[] { properties.Value("descr"), properties.Value("alt"), properties.Value("title") }
                .Where(text => !string.IsNullOrWhiteSpace(text)).Select(text => Composed.Of(text!).Trim()),
        ];
        List<string> texts = [.. written.Select(WithoutSignature)];
        var best = texts.FindIndex(AlternativeTextQuality.Describes);
        return best >= 0 ? new(texts[best], "", isDecorative, IsMadeUp: texts[best].Length < OnOneLine(written[best]).Length)
            : new("", texts.Find(text => text.Length > 0) ?? "", isDecorative, IsMadeUp: false);
    }

    static string WithoutSignature(string text) => OnOneLine(
        Signatures.Aggregate(text, (rest, signature) => rest.Replace(signature, "", StringComparison.OrdinalIgnoreCase)));

    static string OnOneLine(string text) => string.Join(' ', text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));
}
