using AccessiblePdf;
using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Languages;

namespace ThaffFunctions.NotesReading;

/// <summary>Turns refusals and warnings of the PDF library into requests to the author, in German.</summary>
public static class Refusals
{
    /// <summary>A text in another script may have hundreds of missing characters; the first ones are enough to recognise it.</summary>
    const int MaxNamed = 12;

    /// <summary>
    /// One request for each script that the PDF has no font for, and one for all other missing characters; nothing if there are none.
    /// </summary>
    public static IEnumerable<string> TextFor(IEnumerable<PdfWarning> warnings)
    {
        var found = warnings.Where(warning => warning.Kind == PdfWarningKind.MissingCharacter).Select(warning => warning.Detail)
            .Distinct().ToLookup(Scripts.NameOf);
        return
        [
            .. found.Where(script => script.Key is not null).Select(script => TextForScript(script.Key!)),
            .. TextFor([.. found[null]]),
        ];
    }

    static string TextForScript(string name) =>
        $"Für {name} Schriftzeichen hat das PDF keine Schrift; dort stehen Kästchen. Bitte die Stellen übersetzen, in lateinischen "
        + "Buchstaben schreiben oder als Bild mit Alternativtext einfügen.";

    static IEnumerable<string> TextFor(string[] missing)
    {
        var rest = missing.Length > MaxNamed ? $" und {missing.Length - MaxNamed} weitere" : "";
        return missing switch
        {
            [] => [],
            [var one] => [$"Das Zeichen {one} gibt es in keiner Schrift des PDF; dort steht ein Kästchen. Bitte durch ein Wort oder "
                + "anderes Zeichen ersetzen."],
            _ => [$"Die Zeichen {string.Join(", ", missing.Take(MaxNamed))}{rest} gibt es in keiner Schrift des PDF; dort stehen "
                + "Kästchen. Bitte durch Wörter oder andere Zeichen ersetzen."],
        };
    }

    /// <summary>The request for a document that was refused.</summary>
    public static string TextOf(InvalidDocumentException refused) => refused.Problem switch
    {
        DocumentProblem.ImageTooLarge => "Das Bild hat mehr als 20 Millionen Bildpunkte. Bitte verkleinert ablegen.",
        DocumentProblem.OverfullImage =>
            "Das Bild enthält mehr Daten, als es ankündigt; es wurde nicht weiter gelesen. Bitte in einem Bildprogramm öffnen und neu "
            + "als PNG oder JPEG speichern.",
        DocumentProblem.TooLarge => $"Das Dokument ist zu groß für ein PDF ({refused.Element}). Tabellen dürfen 1.000 Spalten und "
            + "zusammen 300.000 Zellen haben, Listen und Kästen bis zu 200-mal ineinander stehen.",
        DocumentProblem.CmykImage => "Das JPEG ist für den Druck gemacht (CMYK). Erwartet wird es in RGB.",
        DocumentProblem.UnreadableImage => "Das Bild ist nicht lesbar. Erwartet wird PNG oder ein gewöhnliches JPEG.",
        DocumentProblem.TableWithoutHeader => $"Eine Tabelle hat keine Kopfzeile ({refused.Element}). Erwartet wird eine erste Zeile, "
            + "die die Spalten benennt.",
        DocumentProblem.TextTooLong => $"Ein Alternativtext oder der Titel ist länger, als ein PDF fassen kann ({refused.Element}). "
            + "Erwartet werden ein, zwei Sätze; was mehr zu sagen ist, gehört in den Text.",
        DocumentProblem.EmptyHeading => $"Eine Überschrift hat keinen Text ({refused.Element}).",
        DocumentProblem.InvalidChart => $"Ein Diagramm lässt sich nicht zeichnen ({refused.Element}). Erwartet werden ein Titel, "
            + "benannte Reihen und Zahlen bis zu einer Billiarde; sonst hilft es, das Diagramm als Bild (PNG) mit Alternativtext "
            + "einzufügen.",
        _ => $"Die Stelle: {refused.Element}.",
    };
}
