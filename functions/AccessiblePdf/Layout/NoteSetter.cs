using System.Globalization;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Sets the texts of footnotes.</summary>
static class NoteSetter
{
    /// <summary>
    /// Sets the footnotes that the block before referred to. On the page they stand at its foot; in the logical structure they follow the
    /// block (a whole table, if they are referred to in one of its cells), so that nobody hears them in the middle of a sentence, a heading
    /// or a header cell (ISO 14289-1, 7.9).
    /// </summary>
    public static void SetOpenNotes(LayoutContext context, StructureElement parent)
    {
        if (context.OpenNotes.Count == 0) return;

        Note[] open = [.. context.OpenNotes];
        context.OpenNotes.Clear();
        foreach (var note in open) Set(context, note, parent);
    }

    static void Set(LayoutContext context, Note note, StructureElement parent)
    {
        var number = note.Number.ToString(CultureInfo.InvariantCulture);
        var element = parent.Add(new StructureElement("Note", parent)
        {
            Identifier = FormattableString.Invariant($"note-{note.Number:0000}"),
        });
        var link = element.Add("Lbl").Add("Link");
        var format = Theme.Note with { Colour = Theme.LinkBlue };
        var description = string.Format(CultureInfo.InvariantCulture, context.Wording.FootnoteReturn, number);
        var frame = new Frame(element, 0, Paper.Upright.TextWidth, Theme.Note)
        {
            Gap = Theme.ItemGap,
            Tallest = Theme.LargestInCell,
            IsRightToLeft = note.Footnote.Content is [var first, ..] ? context.Turns(first, context.IsRightToLeft) : context.IsRightToLeft,
        };
        var shape = context.Typesetter.Shape(number, format.Face);
        var label = new SideLabel(link.AddContent(), shape, frame.StartOf(shape.WidthAt(format.Size)), format)
        {
            Link = (new(description, null, note.Reference), link),
        };
        var flow = new Flow();
        flow.Await(note.Place);
        new BlockSetter(context, flow, frame).SetNote(label, note.Footnote.Content);
        flow.Items[0].Gap = Theme.ItemGap;
        note.Items = flow.Items;
    }
}
