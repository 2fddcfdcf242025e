using AccessiblePdf;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>What a refusal or a warning of the PDF library asks of the author.</summary>
static class Refusals
{
    /// <summary>What a warning about a missing character asks.</summary>
    public static string WishFor(PdfWarning warning) =>
        $"Das Zeichen {warning.Detail} gibt es in keiner Schrift des PDF; dort steht ein Kästchen. Bitte durch ein Wort oder anderes Zeichen ersetzen.";

    public static string Wish(InvalidDocumentException refused) => refused.Problem switch
    {
        DocumentProblem.ImageTooLarge => "Das Bild hat mehr als 20 Millionen Bildpunkte. Bitte verkleinert ablegen.",
        DocumentProblem.CmykImage => "Das JPEG ist für den Druck gemacht (CMYK). Erwartet wird es in RGB.",
        DocumentProblem.UnreadableImage => "Das Bild ist nicht lesbar. Erwartet wird PNG oder ein gewöhnliches JPEG.",
        DocumentProblem.TableWithoutHeader => $"Eine Tabelle hat keine Kopfzeile ({refused.Element}). Erwartet wird eine erste Zeile, die die Spalten benennt.",
        DocumentProblem.TextTooLong => $"Ein Alternativtext oder der Titel ist länger, als ein PDF fassen kann ({refused.Element}). Erwartet werden ein, zwei Sätze; was mehr zu sagen ist, gehört in den Text.",
        DocumentProblem.EmptyHeading => $"Eine Überschrift hat keinen Text ({refused.Element}).",
        _ => $"Die Stelle: {refused.Element}.",
    };
}
