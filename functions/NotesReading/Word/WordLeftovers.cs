using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word;

/// <summary>Tells what is not carried over from a Word file as a whole.</summary>
static class WordLeftovers
{
    /// <summary>A longer line in bold is a sentence, not a heading.</summary>
    const int MaxHeading = 80;

    /// <summary>So many of the lines that look like headings are named.</summary>
    const int MaxTold = 3;

    public static void Tell(WordprocessingDocument document, MainDocumentPart main, IReadOnlyList<Block> blocks, WordRemarks remarks)
    {
        if (main.VbaProjectPart is not null)
            remarks.HintOnce("Die Datei enthält Makros; sie wurden nicht ausgeführt und nicht übernommen.");
        if (main.WordprocessingCommentsPart?.Comments?.HasChildren == true) remarks.HintOnce("Kommentare wurden nicht übernommen.");
        if (main.HeaderParts.Any(header => HasText(header.Header)) || main.FooterParts.Any(footer => HasText(footer.Footer)))
            remarks.HintOnce("Kopf- und Fußzeilen wurden nicht übernommen; das PDF hat eigene.");
        if (main.Document!.Body!.Descendants().Any(element => element.LocalName == "sdt" && AcceptedView.IsPlaceholder(element)))
            remarks.HintOnce("Steuerelemente, in die niemand etwas eingetragen hat („Klicken Sie hier …“), wurden weggelassen.");
        if (HasEmptyField(main.Document.Body))
            remarks.HintOnce("In Formularfelder hat niemand etwas eingetragen; vorgelesen wird dort nichts.");
        if (main.Document.Body.Descendants().Any(IsChange))
            remarks.HintOnce("Die Datei enthält nachverfolgte Änderungen; veröffentlicht ist die Fassung, in der alle angenommen sind.");
        TellBoldLines(blocks, remarks);
    }

    static void TellBoldLines(IReadOnlyList<Block> blocks, WordRemarks remarks)
    {
        var bold = blocks.Where((block, i) => LooksLikeHeading(block) && i + 1 < blocks.Count && !LooksLikeHeading(blocks[i + 1])
            && blocks[i + 1] is not Heading).Select(block => TextRuns.Plain(((Paragraph)block).Content).Trim()).ToList();
        if (!blocks.Any(block => block is Heading) && blocks.FirstOrDefault(LooksLikeHeading) is Paragraph first)
            remarks.HintOnce($"Die Datei hat keine Überschriften. „{TextRuns.Plain(first.Content).Trim()}“ sieht wie eine aus; in Word "
                + "bitte die Formatvorlage „Überschrift 1“ zuweisen, damit auch Vorleseprogramme sie finden.");
        else if (blocks.Any(block => block is Heading) && bold.Count > 0)
            remarks.HintOnce($"Fett gesetzte Zeilen sehen wie Überschriften aus, sind aber keine: {Listed(bold)}. Wenn es welche sind, in "
                + "Word bitte eine Formatvorlage wie „Überschrift 2“ zuweisen, damit auch Vorleseprogramme sie finden.");
    }

    static string Listed(List<string> lines) => string.Join(", ", lines.Take(MaxTold).Select(line => $"„{line}“"))
        + (lines.Count > MaxTold ? $" und {lines.Count - MaxTold} weitere" : "");

    /// <summary>Headers and footers with page numbers only are not worth a remark.</summary>
    static bool HasText(OpenXmlElement? root) =>
        root is not null && root.Descendants()
            .Any(element => element.LocalName == "t" && element.InnerText.Any(char.IsLetter)
            && element.InnerText.Trim() is not ("Seite" or "von" or "Page" or "of"));

    /// <summary>Whether a form field for text holds nothing but the blanks that Word shows before it is filled in.</summary>
    static bool HasEmptyField(OpenXmlElement body)
    {
        bool? isFilled = null; // outside of such a field
        foreach (var element in body.Descendants())
        {
            if (element.LocalName == "t" && isFilled == false) isFilled = !string.IsNullOrWhiteSpace(element.InnerText);
            if (element.LocalName != "fldChar") continue;
            if (element.Child("ffData").Child("textInput") is { } input)
                isFilled = !string.IsNullOrWhiteSpace(input.Child("default").Value());
            else if (element.Value("fldCharType") == "end")
            {
                if (isFilled == false) return true;
                isFilled = null;
            }
        }

        return false;
    }

    static bool IsChange(OpenXmlElement element) =>
        element.LocalName is "ins" or "del" or "moveFrom" or "moveTo"
            && element.NamespaceUri.EndsWith("wordprocessingml/2006/main", StringComparison.Ordinal);

    static bool LooksLikeHeading(Block block) => block is Paragraph { Content: { Count: > 0 } content }
        && TextRuns.Plain(content).Trim() is { Length: > 0 and <= MaxHeading } and not [.., '.' or ',' or ';']
        && TextRuns.IsBold(content);
}
