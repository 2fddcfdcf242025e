using AccessiblePdf;
using AccessiblePdf.Model;
using SkiaSharp;

namespace ThaffFunctions.Benchmarks.Pdf;

/// <summary>
/// The same report through SkiaSharp's PDF backend: the same fonts, sizes, margins and greedy line breaks, a table's columns of equal
/// width. Without tags, links, bookmarks, kept lines or a way back to characters that share a glyph: less work than the writer does.
/// </summary>
sealed class SkiaPeer : IDisposable
{
    const float Width = 595.276f, Height = 841.89f, Side = 72, Edge = 82;

    static readonly SKTypeface RegularFace = Load("SansRegular.ttf"), BoldFace = Load("SansBold.ttf");

    readonly SKFont body = new(RegularFace, 10.5f), bold = new(BoldFace, 10.5f), cell = new(RegularFace, 9.5f),
        cellBold = new(BoldFace, 9.5f), large = new(BoldFace, 18), middle = new(BoldFace, 14.5f);
    readonly SKPaint paint = new() { IsAntialias = true };
    readonly SKDocument document;
    SKCanvas? canvas;
    float y = Height;
    int pages;

    SkiaPeer(Stream output) => document = SKDocument.CreatePdf(output);

    public static int Write(AccessibleDocument report, Stream output)
    {
        using var peer = new SkiaPeer(output);
        foreach (var block in report.Blocks) peer.Draw(block, Side, Width - 2 * Side);
        peer.document.EndPage();
        peer.document.Close();
        return peer.pages;
    }

    public void Dispose()
    {
        foreach (var font in new[] { body, bold, cell, cellBold, large, middle }) font.Dispose();
        paint.Dispose();
        document.Dispose();
    }

    static SKTypeface Load(string name) => SKTypeface.FromStream(typeof(PdfWriter).Assembly.GetManifestResourceStream(name));

    void Draw(Block block, float left, float width)
    {
        switch (block)
        {
            case Heading { Level: 1 } heading: Lines(heading.Content, large, large, 23, left, width); break;
            case Heading heading: Lines(heading.Content, middle, middle, 19, left, width); break;
            case Paragraph paragraph: Lines(paragraph.Content, body, bold, 15.5f, left, width); break;
            case BulletList list: Draw(list, left, width); break;
            case Table table: Draw(table, left, width); break;
        }
        y += 7;
    }

    void Draw(BulletList list, float left, float width)
    {
        foreach (var item in list.Items)
        {
            Room(15.5f);
            canvas!.DrawText("•", left, y + 11, SKTextAlign.Left, body, paint);
            foreach (var block in item.Content) Draw(block, left + 18, width - 18);
        }
    }

    void Draw(Table table, float left, float width)
    {
        foreach (var row in table.Header.Concat(table.Rows))
        {
            Room(21);
            var (top, bottom, column) = (y, y, width / row.Cells.Count);
            for (var i = 0; i < row.Cells.Count; i++)
            {
                y = top + 4;
                foreach (var paragraph in row.Cells[i].Content.OfType<Paragraph>())
                    Lines(paragraph.Content, table.Header.Contains(row) ? cellBold : cell, cellBold, 13, left + i * column + 6,
                        column - 12);
                bottom = Math.Max(bottom, y + 4);
            }
            canvas!.DrawRect(left, bottom, width, 0.5f, paint);
            y = bottom;
        }
    }

    /// <summary>Breaks words into lines as they come, each word measured once.</summary>
    void Lines(IEnumerable<Inline> content, SKFont plain, SKFont strong, float leading, float left, float width)
    {
        var (x, line) = (0f, new List<(string Word, float X, SKFont Font)>());
        foreach (var run in content.OfType<TextRun>())
        {
            var font = run.Style.HasFlag(TextStyle.Bold) ? strong : plain;
            foreach (var word in run.Text.Split(' ').Select((word, index) => index == 0 ? word : " " + word))
            {
                var wide = font.MeasureText(word);
                if (x + wide > width && line.Count > 0)
                {
                    EndLine(line, leading, left);
                    x = 0;
                }
                line.Add((word, x, font));
                x += wide;
            }
        }
        EndLine(line, leading, left);
    }

    void EndLine(List<(string Word, float X, SKFont Font)> line, float leading, float left)
    {
        Room(leading);
        foreach (var (word, x, font) in line) canvas!.DrawText(word, left + x, y + leading * 0.7f, SKTextAlign.Left, font, paint);
        y += leading;
        line.Clear();
    }

    void Room(float height)
    {
        if (y + height <= Height - Edge) return;
        if (pages++ > 0) document.EndPage();
        canvas = document.BeginPage(Width, Height);
        canvas.DrawText("Dokumentation des Praxisaustauschs", Side, 50, SKTextAlign.Left, cell, paint);
        canvas.DrawText($"Seite {pages}", Width - Side - 40, Height - 44, SKTextAlign.Left, cell, paint);
        y = Edge;
    }
}
