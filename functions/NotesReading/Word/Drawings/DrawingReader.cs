using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Charts;
using ThaffFunctions.NotesReading.Word.Fields;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>
/// Reads drawings in DrawingML and VML: pictures become figures, text boxes become text; what cannot be carried over is told.
/// </summary>
sealed class DrawingReader(WordContext context)
{
    readonly FigureMaker figures = new(context);
    readonly ChartReader charts = new(context);
    readonly DiagramReader diagrams = new(context);

    /// <param name="drawing">The drawing.</param>
    /// <param name="around">The link it stands in. A drawing may also have a link of its own.</param>
    public IReadOnlyList<Part> Read(OpenXmlElement drawing, LinkTarget? around)
    {
        var parts = Read(drawing);
        if ((OwnLink(drawing) ?? around) is not { } link) return parts;

        if (!parts.Any(MayBeLink))
            context.Remarks.Hint("Eine Zeichnung führt mit einem Klick anderswohin; dieser Link wurde nicht übernommen. Bitte als Text "
                + "daruntersetzen.");
        return [.. parts.Select(part => MayBeLink(part) ? part with { Link = link } : part)];
    }

    /// <summary>A picture, or the words in its place.</summary>
    static bool MayBeLink(Part part) => part.Block is Figure || part.Text is TextRun { Text.Length: > 0 };

    LinkTarget? OwnLink(OpenXmlElement drawing)
    {
        var click = drawing.Seen().Select(frame => frame.Below("hlinkClick")).FirstOrDefault(found => found is not null);
        return click is null ? null
            : LinkTarget.Of(click.Value("id") is { } id ? context.Addresses.Find(context.Part, id) : null, null);
    }

    List<Part> Read(OpenXmlElement drawing)
    {
        if (drawing.LocalName != "drawing") return ReadOlder(drawing);

        List<Part> parts = [];
        foreach (var frame in drawing.Seen().Where(element => element.LocalName is "inline" or "anchor"))
        {
            var (alternative, graphic) = (AlternativeText.Of(frame.Child("docPr")), frame.Below("graphicData"));
            if (graphic is null) continue;

            var found = Walk(graphic, alternative, frame.Child("extent").Number("cx")).ToList();
            if (found.Count == 0) Leave("Eine gezeichnete Form", alternative);
            parts.AddRange(found.Select(part =>
                part with { Floats = part.Floats || (part.Block is not null && frame.LocalName == "anchor") }));
        }

        return parts;
    }

    IEnumerable<Part> Walk(OpenXmlElement parent, AlternativeText alternative, int? width)
    {
        foreach (var element in parent.Seen())
        {
            IEnumerable<Part> found = element.LocalName switch
            {
                "pic" => ReadPicture(element, alternative, width),
                "wsp" or "txbx" or "sp" or "txSp" => Walk(element, alternative, width),
                "txbxContent" => ReadBox(element),
                "txBody" => DrawnText.Of(element).Select(block => Part.Of(block, floats: true)),
                "wgp" or "grpSp" or "wpc" or "lockedCanvas" => WalkGroup(element, alternative),
                "chart" => charts.Read(element, alternative) is { } chart ? [chart]
                    : Missing("Diagramm", context.StandIns.Chart, alternative),
                "relIds" => diagrams.Read(element) is { } diagram ? [diagram]
                    : Missing("Schaubild (SmartArt)", context.StandIns.Diagram, alternative),
                "graphicFrame" => Walk(element.Below("graphicData") ?? element, alternative, null),
                "contentPart" => Missing("Freihandzeichnung", context.StandIns.Ink, alternative),
                _ => [],
            };
            foreach (var part in found) yield return part;
        }
    }

    /// <summary>A group: every member has its own alternative text, unless it contains a single picture.</summary>
    IEnumerable<Part> WalkGroup(OpenXmlElement group, AlternativeText alternative)
    {
        var isOne = group.Descendants().Count(element => element.LocalName == "pic") == 1;
        return Walk(group, isOne ? alternative : AlternativeText.Of(null) with { IsDecorative = alternative.IsDecorative }, null);
    }

    IEnumerable<Part> ReadPicture(OpenXmlElement picture, AlternativeText alternative, int? width)
    {
        var (own, fill) = (AlternativeText.Of(picture.Below("cNvPr")), picture.Child("blipFill"));
        var blip = fill.Child("blip");
        var turned = picture.Child("spPr").Child("xfrm").Number("rot") ?? 0;
        var isOwn = own.IsDecorative || own.Text.Length > 0 || alternative.Rejected.Length == 0;
        var said = isOwn && alternative is { Text.Length: 0, IsDecorative: false } ? own : alternative;
        return figures.Make(new(blip.Value("embed"), blip.Value("link"), said, Crop.Of(fill.Child("srcRect")), width, turned / 60_000));
    }

    /// <summary>The text of a text box follows the paragraph that it is anchored to.</summary>
    IEnumerable<Part> ReadBox(OpenXmlElement content)
    {
        context.Remarks.Enter("in einem Textfeld");
        var blocks = new StoryReader(context, Story.Box).Read(content);
        context.Remarks.Leave();
        return blocks.Select(block => Part.Of(block, floats: true));
    }

    /// <summary>VML, which Word wrote up to 2007 and other programs still write (ISO/IEC 29500-4).</summary>
    List<Part> ReadOlder(OpenXmlElement drawing)
    {
        List<Part> parts = [];
        foreach (var element in drawing.Descendants().Where(element => !IsInBox(element, drawing)))
        {
            var shape = element.Ancestors().FirstOrDefault(outer => outer.Value("alt") is not null) ?? element.Parent;
            switch (element.LocalName)
            {
                case "imagedata":
                    parts.AddRange(figures.Make(new(element.Value("id"), element.Value("href"), AlternativeText.Of(shape),
                        Crop.OfOlder(element), null, 0)));
                    break;
                case "txbxContent":
                    parts.AddRange(ReadBox(element));
                    break;
                case "rect" when element.Value("hr") is "t" or "true":
                    parts.Add(Part.Of(new ThematicBreak()));
                    break;
                case "textpath" when element.Value("string") is { Length: > 0 } words:
                    parts.Add(Part.Of(words));
                    break;
            }
        }

        if (drawing.LocalName == "object")
            context.Remarks.Hint($"Ein eingebettetes Objekt ({drawing.Below("OLEObject").Value("ProgID") ?? "unbekannt"}) wurde "
                + "höchstens als Bild übernommen.");
        else if (parts.Count == 0) Leave("Eine gezeichnete Form", AlternativeText.Of(drawing.Below("shape")));
        return parts;
    }

    static bool IsInBox(OpenXmlElement element, OpenXmlElement drawing) =>
        element.Ancestors().TakeWhile(outer => outer != drawing).Any(outer => outer.LocalName == "txbxContent");

    IEnumerable<Part> Missing(string what, string named, AlternativeText alternative)
    {
        context.Remarks.Hint($"Ein {what} kann nicht übernommen werden{Named(alternative)}. Bitte als Bild (PNG) einfügen: ausschneiden "
            + "und mit „Inhalte einfügen“ als Grafik wieder einsetzen.");
        return context.StandIns.For(named, alternative.Text).Select(text => Part.Of(text));
    }

    void Leave(string what, AlternativeText alternative)
    {
        if (!alternative.IsDecorative)
            context.Remarks.Hint($"{what} wurde nicht übernommen{Named(alternative)}, zum Beispiel ein Pfeil oder eine Linie. Sagt sie "
                + "etwas, bitte als Bild einfügen; sonst in Word als „dekorativ“ kennzeichnen.");
    }

    static string Named(AlternativeText alternative) => alternative.Text.Length > 0 ? $" („{alternative.Text}“)" : "";
}
