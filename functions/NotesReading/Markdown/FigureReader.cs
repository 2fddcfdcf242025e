using AccessiblePdf.Model;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Turns a picture into a figure. A missing picture is named in the text; one without an alternative text, or with one that says nothing,
/// gets a provisional one.
/// </summary>
sealed class FigureReader(IReadOnlyDictionary<string, Picture> pictures, StandIns standIns, Remarks remarks)
{
    /// <param name="link">The picture as written: <c>![alternative text](file "caption")</c>.</param>
    public IEnumerable<Piece> Read(LinkInline link)
    {
        var said = MarkdownText.Of(link).Trim();
        var alternative = AlternativeTextQuality.Describes(said) ? said : "";
        if (pictures.GetValueOrDefault(link.Url ?? "") is not { } picture) return Missing(link, alternative);

        if (alternative.Length == 0)
        {
            var text = said.Length == 0
                ? RemarkTexts.NoAlternativeText(picture.Name)
                : RemarkTexts.EmptyAlternativeText(picture.Name, said);
            remarks.Hint(link.Line + 1, $"{text} Was es zeigt, gehört in die eckigen Klammern vor „{link.Url}“.");
        }

        var figure = new Figure
        {
            Image = picture.Bytes,
            AlternativeText = alternative,
            Caption = link.Title is { Length: > 0 } caption ? [new TextRun(caption)] : [],
        };
        return [alternative.Length > 0 ? figure : standIns.Described(figure, picture.Name)];
    }

    IEnumerable<Piece> Missing(LinkInline link, string alternative)
    {
        if (link.Url is { } inline && inline.StartsWith("data:", StringComparison.OrdinalIgnoreCase)) return Embedded(link, alternative);

        var isOutside = Uri.TryCreate(link.Url, UriKind.Absolute, out var address) && address.Scheme is "http" or "https";
        remarks.Hint(link.Line + 1, isOutside
            ? $"Das Bild „{link.Url}“ liegt auf einer fremden Seite und wird nicht geladen. Erwartet wird eine PNG- oder JPEG-Datei im "
            + "Ordner der Mitschrift."
            : $"Das Bild „{link.Url}“ liegt nicht im Ordner der Mitschrift. Sobald es dort liegt, erscheint es von selbst.");
        return Named(link, alternative, link.Url);
    }

    IEnumerable<Piece> Embedded(LinkInline link, string alternative)
    {
        remarks.Hint(link.Line + 1,
            "Ein Bild steckt in Zeichen mitten im Text (data:) und erscheint nicht. Erwartet wird eine PNG- oder JPEG-Datei im Ordner "
            + "der Mitschrift.");
        return Named(link, alternative);
    }

    IEnumerable<Piece> Named(LinkInline link, string alternative, string? otherwise = null)
    {
        var words = new[] { alternative, link.Title ?? "" }.Where(text => text.Length > 0).DefaultIfEmpty(otherwise);
        return standIns.For(standIns.Picture, string.Join(" – ", words)).Select(text => (Piece)text);
    }
}
