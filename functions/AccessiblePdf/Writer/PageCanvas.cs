using AccessiblePdf.Writer.Fonts;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Writer;

/// <summary>
/// What is drawn on one page. Lengths are points, y counts downwards from the page's top edge. All content is either marked as
/// belonging to a spot of the logical structure or as an artifact (ISO 14289-1, 7.1; ISO 32000-1, 14.6 and 14.8.2.2).
/// </summary>
sealed class PageCanvas(int page, double height, PdfResources resources, ContentBuffer content)
{
    readonly List<ContentSpot> marks = [];
    readonly List<LinkArea> links = [];
    ContentSpot? openSpot;
    bool isArtifact;
    Colour? fill;

    /// <summary>The page's index.</summary>
    public int Page { get; } = page;

    public IReadOnlyList<ContentSpot> Marks => marks;

    public IReadOnlyList<LinkArea> Links => links;

    /// <summary>Closes the open marked-content sequence.</summary>
    public void Finish() => EndMark();

    /// <summary>Draws an artifact; the property list says of what type.</summary>
    public void Artifact(string properties, Action draw)
    {
        if (isArtifact)
        {
            draw();
            return;
        }
        EndMark();
        content.Add("/Artifact<<"u8).Add(properties).Add(">>BDC\n"u8);
        isArtifact = true;
        draw();
        isArtifact = false;
        content.Add("EMC\n"u8);
    }

    public void LayoutArtifact(Action draw) => Artifact("/Type/Layout", draw);

    /// <param name="spot">What the text is part of.</param>
    /// <param name="text">The glyphs.</param>
    /// <param name="x">Where the first glyph begins.</param>
    /// <param name="baseline">Where the letters stand.</param>
    /// <param name="size">The font's size.</param>
    /// <param name="colour">The colour.</param>
    public void Text(ContentSpot? spot, IEnumerable<GlyphRun> text, double x, double baseline, double size, Colour colour)
    {
        Mark(spot);
        Fill(colour);
        content.Add("BT "u8).Add(x).Add(height - baseline).Add("Td"u8);
        EmbeddedFont? font = null;
        foreach (var run in text)
        {
            // one operator for what follows each other: tools find the spaces in it, and guess those between two
            if (run.Font == font && run.Lead == 0 && !run.IsMark) content.Add(run.Operand);
            else
            {
                if (font is not null) content.Add("]TJ"u8);
                if (run.Font != font) content.Add("/"u8).Add(run.Font.Name).Add(" "u8).Add(size).Add("Tf"u8);
                content.Add("["u8).Add(run.Operand);
            }
            font = run.Font;
        }
        content.Add(font is null ? " ET\n"u8 : "]TJ ET\n"u8);
    }

    public void Rectangle(double x, double top, double width, double boxHeight, Colour colour)
    {
        DemandPlace();
        Fill(colour);
        content.Add(x).Add(height - top - boxHeight).Add(width).Add(boxHeight).Add("re f\n"u8);
    }

    /// <summary>A line through points, with round joints.</summary>
    public void Line(IReadOnlyList<(double X, double Y)> points, double width, Colour colour)
    {
        DemandPlace();
        content.Add(colour.Operands).Add(" RG "u8).Add(width).Add("w 1 J 1 j "u8);
        for (var i = 0; i < points.Count; i++) content.Add(points[i].X).Add(height - points[i].Y).Add(i == 0 ? "m "u8 : "l "u8);
        content.Add("S\n"u8);
    }

    public void Image(ContentSpot? spot, Picture picture, double x, double top, double width, double boxHeight)
    {
        Mark(spot);
        var matrix = picture.Orientation.Matrix(x, height - top - boxHeight, width, boxHeight);
        content.Add("q "u8);
        foreach (var number in matrix) content.Add(number);
        content.Add("cm/"u8).Add(resources.NameOf(picture)).Add(" Do Q\n"u8);
    }

    /// <summary>Stores the bounding box of a figure on the page (ISO 14289-1, 7.3).</summary>
    public void Frame(StructureElement figure, double x, double top, double width, double boxHeight)
    {
        if (!isArtifact) figure.Attributes = [StructureAttribute.Box(x, height - top - boxHeight, x + width, height - top)];
    }

    /// <summary>Adds a link annotation.</summary>
    public void Link(LinkTarget target, StructureElement element, double x, double top, double width, double boxHeight)
    {
        if (!isArtifact) links.Add(new(target, element, x, height - top - boxHeight, x + width, height - top));
    }

    /// <summary>Opens the marked-content sequence for the following content.</summary>
    public void Mark(ContentSpot? spot)
    {
        if (isArtifact || spot == openSpot && spot is not null) return;
        EndMark();
        openSpot = spot ?? throw new InvalidOperationException("Content outside an artifact needs its place in the logical structure.");
        content.Add("/"u8).Add(spot.Element.Role).Add("<</MCID "u8).Add(marks.Count).Add(">>BDC\n"u8);
        spot.AddMark(Page, marks.Count);
        marks.Add(spot);
    }

    void EndMark()
    {
        if (openSpot is not null) content.Add("EMC\n"u8);
        openSpot = null;
    }

    void DemandPlace()
    {
        if (!isArtifact && openSpot is null)
            throw new InvalidOperationException("Content outside an artifact needs its place in the logical structure.");
    }

    void Fill(Colour colour)
    {
        if (fill == colour) return;
        content.Add(colour.Operands).Add(" rg\n"u8);
        fill = colour;
    }
}
