using System.Globalization;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Draws pages: their items, their notes and the furniture around them.</summary>
sealed class PageSetter(LayoutContext context, string header, int pages, bool hasTitlePage)
{
    public void Draw(PageCanvas canvas, Page page)
    {
        if (canvas.Page > 0 || !hasTitlePage) DrawFurniture(canvas, page.Paper);
        if (page.RepeatedHeader is var (repeated, headerTop))
            canvas.Artifact("/Type/Pagination", () => repeated.Draw(canvas, Theme.Left, headerTop));

        Box.DrawAll(canvas, Theme.Left, page.Items);
        foreach (var (item, top) in page.Items) item.Draw(canvas, Theme.Left, top);

        if (page.Notes.Count == 0) return;
        var rule = Paper.Upright.TextWidth / 4;
        var start = context.IsRightToLeft ? Theme.Left + Paper.Upright.TextWidth - rule : Theme.Left;
        canvas.LayoutArtifact(() => canvas.Rectangle(start, page.NotesTop - 2, rule, Theme.Hairline, Theme.Muted));
        List<PlacedItem> notes = [.. page.PlacedNotes];
        Box.DrawAll(canvas, Theme.Left, notes);
        foreach (var (item, top) in notes) item.Draw(canvas, Theme.Left, top);
    }

    /// <summary>Running header and page number are artifacts, so that they are not read aloud on every page (ISO 14289-1, 7.8).</summary>
    void DrawFurniture(PageCanvas canvas, Paper paper)
    {
        var format = Theme.Furniture;
        if (header.Length > 0)
        {
            canvas.Artifact("/Type/Pagination/Subtype/Header/Attached[/Top]", () =>
            {
                var fitted = context.Fitted(header, format, paper.TextWidth);
                var start = context.IsRightToLeft ? paper.Width - Theme.Right - fitted.WidthAt(format.Size) : Theme.Left;
                canvas.Text(null, fitted.Runs, start, Theme.HeaderBaseline, format.Size, format.Colour);
                canvas.Rectangle(Theme.Left, Theme.HeaderBaseline + 7, paper.TextWidth, Theme.Hairline, Theme.Line);
            });
        }
        var number = context.Typesetter.Shape(
            string.Format(CultureInfo.InvariantCulture, context.Wording.PageOfPages, canvas.Page + 1, pages), format.Face);
        canvas.Artifact("/Type/Pagination/Subtype/Footer/Attached[/Bottom]", () =>
            canvas.Text(null, number.Runs, context.IsRightToLeft ? Theme.Left : paper.Width - Theme.Right - number.WidthAt(format.Size),
                paper.Height - Theme.FooterRise, format.Size, format.Colour));
    }
}
