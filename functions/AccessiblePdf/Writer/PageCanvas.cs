using System.Globalization;
using System.Text;
using AccessiblePdf.Writer.Fonts;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Writer;

/// <summary>
/// What is drawn on one page. Lengths are points, y counts downwards from the page's top edge. All content is either marked as
/// belonging to a spot of the logical structure or as an artifact (ISO 14289-1, 7.1; ISO 32000-1, 14.6 and 14.8.2.2).
/// </summary>
sealed class PageCanvas(int page, double height, PdfResources resources)
{
    readonly StringBuilder content = new();
    readonly List<ContentSpot> marks = [];
    readonly List<LinkArea> links = [];
    ContentSpot? openSpot;
    bool isArtifact;
    Colour? fill;

    /// <summary>The page's index.</summary>
    public int Page { get; } = page;

    public IReadOnlyList<ContentSpot> Marks => marks;

    public IReadOnlyList<LinkArea> Links => links;

    public byte[] ToContent()
    {
        EndMark();
        return Encoding.ASCII.GetBytes(content.ToString());
    }

    /// <summary>Draws something that is not part of the document's content; what kind, says the property list.</summary>
    public void Artifact(string properties, Action draw)
    {
        if (isArtifact)
        {
            draw();
            return;
        }
        EndMark();
        content.Append(CultureInfo.InvariantCulture, $"/Artifact<<{properties}>>BDC\n");
        isArtifact = true;
        draw();
        isArtifact = false;
        content.Append("EMC\n");
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
        content.Append(CultureInfo.InvariantCulture, $"BT {PdfSyntax.Number(x)} {PdfSyntax.Number(height - baseline)} Td");
        var (font, rise) = (default(EmbeddedFont), 0.0);
        foreach (var run in text)
        {
            if (run.Font != font) content.Append(CultureInfo.InvariantCulture, $"/{run.Font.Name} {PdfSyntax.Number(size)} Tf");
            if (run.Rise != rise) content.Append(CultureInfo.InvariantCulture, $" {PdfSyntax.Number(run.Rise * size / 1000)} Ts");
            (font, rise) = (run.Font, run.Rise);
            Glyphs(run);
        }
        if (rise != 0) content.Append(" 0 Ts");
        content.Append(" ET\n");
    }

    public void Rectangle(double x, double top, double width, double boxHeight, Colour colour) => Shape(colour,
        $"{PdfSyntax.Number(x)} {PdfSyntax.Number(height - top - boxHeight)} {PdfSyntax.Number(width)} {PdfSyntax.Number(boxHeight)} re f\n");

    /// <summary>A line through points, with round joints.</summary>
    public void Line(IReadOnlyList<(double X, double Y)> points, double width, Colour colour)
    {
        content.Append(CultureInfo.InvariantCulture, $"{colour.Operands} RG {PdfSyntax.Number(width)} w 1 J 1 j ");
        for (var i = 0; i < points.Count; i++)
            content.Append(CultureInfo.InvariantCulture, $"{PdfSyntax.Number(points[i].X)} {PdfSyntax.Number(height - points[i].Y)} {(i == 0 ? 'm' : 'l')} ");
        content.Append("S\n");
    }

    public void Image(ContentSpot? spot, Picture picture, double x, double top, double width, double boxHeight)
    {
        Mark(spot);
        var matrix = picture.Orientation.Matrix(x, height - top - boxHeight, width, boxHeight);
        content.Append(CultureInfo.InvariantCulture, $"q {string.Join(' ', matrix.Select(PdfSyntax.Number))} cm/{resources.NameOf(picture)} Do Q\n");
    }

    /// <summary>Tells a figure's box on the page (ISO 14289-1, 7.3).</summary>
    public void Frame(StructureElement figure, double x, double top, double width, double boxHeight)
    {
        if (!isArtifact) figure.Attributes = [StructureAttribute.Box(x, height - top - boxHeight, x + width, height - top)];
    }

    /// <summary>Makes an area lead somewhere.</summary>
    public void Link(LinkTarget target, StructureElement element, double x, double top, double width, double boxHeight)
    {
        if (!isArtifact) links.Add(new(target, element, x, height - top - boxHeight, x + width, height - top));
    }

    /// <summary>Opens the marked piece that what follows belongs to.</summary>
    public void Mark(ContentSpot? spot)
    {
        if (isArtifact || spot == openSpot && spot is not null) return;
        EndMark();
        openSpot = spot ?? throw new InvalidOperationException("Content outside an artifact needs its place in the logical structure.");
        content.Append(CultureInfo.InvariantCulture, $"/{spot.Element.Role}<</MCID {marks.Count}>>BDC\n");
        spot.Marks.Add((Page, marks.Count));
        marks.Add(spot);
    }

    void EndMark()
    {
        if (openSpot is not null) content.Append("EMC\n");
        openSpot = null;
    }

    void Glyphs(GlyphRun run)
    {
        content.Append("[<");
        for (var i = 0; i < run.Codes.Count; i++)
        {
            content.Append(run.Codes[i].ToString("X4", CultureInfo.InvariantCulture));
            if (run.Spacing[i] != 0) content.Append('>').Append(PdfSyntax.Number(-run.Spacing[i])).Append('<');
        }
        content.Append(">]TJ");
    }

    void Shape(Colour colour, string operators)
    {
        if (!isArtifact && openSpot is null) throw new InvalidOperationException("Content outside an artifact needs its place in the logical structure.");
        Fill(colour);
        content.Append(operators);
    }

    void Fill(Colour colour)
    {
        if (fill == colour) return;
        content.Append(colour.Operands).Append(" rg\n");
        fill = colour;
    }
}

/// <summary>An area of a page that leads somewhere; the edges count upwards from the page's lower left corner.</summary>
sealed record LinkArea(LinkTarget Target, StructureElement Element, double Left, double Bottom, double Right, double Top);

/// <summary>Where a link leads, and what it is called for those who do not see it (ISO 14289-1, 7.18.5).</summary>
/// <param name="Description">The annotation's Contents.</param>
/// <param name="Address">A place outside the document, or</param>
/// <param name="Destination">a place in it.</param>
sealed record LinkTarget(string Description, string? Address, Destination? Destination);

/// <summary>A place in the document; known when its page is set.</summary>
sealed class Destination
{
    /// <summary>The page's index.</summary>
    public int Page { get; set; }

    /// <summary>The distance from the page's top edge.</summary>
    public double Top { get; set; }
}
