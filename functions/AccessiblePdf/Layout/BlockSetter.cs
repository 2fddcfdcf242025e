using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Turns blocks into items, and creates their structure elements.</summary>
sealed class BlockSetter(LayoutContext context, Flow flow, Frame frame)
{
    /// <summary>The last line of a paragraph that ends with a colon, if it comes last.</summary>
    LineItem? leadIn;

    public void Set(IEnumerable<Block> blocks)
    {
        var starts = new List<int>();
        foreach (var block in blocks)
        {
            leadIn?.KeepsNext = true;
            leadIn = null;
            if (block is PageBreak) EndPart();
            var first = flow.Items.Count;
            Set(block);
            SetOpenNotes();
            if (block is not PageBreak && flow.Items.Count > first) starts.Add(first);
        }
        EndPart();

        void EndPart()
        {
            flow.KeepEnds(starts, least: 2, Theme.KeptAtEnds);
            starts.Clear();
        }
    }

    void SetOpenNotes()
    {
        if (!frame.IsInTable) NoteSetter.SetOpenNotes(context, frame.Element);
    }

    /// <summary>Sets a lone paragraph as the element's own content, other blocks as its kids.</summary>
    public void SetContent(IReadOnlyList<Block> blocks)
    {
        if (blocks is [Paragraph { Anchor: null } paragraph])
        {
            SetText(paragraph.Content, frame.Element, frame.Format);
            SetOpenNotes();
        }
        else
        {
            Set(blocks);
        }
    }

    /// <summary>Sets a footnote after its number.</summary>
    public void SetNote(SideLabel label, IReadOnlyList<Block> blocks)
    {
        const double indent = 14;
        var first = flow.Items.Count;
        var inside = frame.Indented(frame.Element, indent);
        var paragraphs = new BlockSetter(context, flow, inside);
        paragraphs.Set(blocks);
        if (flow.FirstDrawn(first) is null) paragraphs.SetEmptyLine(frame.Element);
        flow.FirstDrawn(first)!.Add(label);
        flow.FillUpTo(frame.Format.Leading, first, frame.Box);
    }

    void Set(Block block)
    {
        if (block.Anchor is { } anchor) flow.Await(context.Anchors[anchor]);
        var isRightToLeft = context.Turns(block, frame.IsRightToLeft);
        var turned = isRightToLeft == frame.IsRightToLeft ? frame : frame with { IsRightToLeft = isRightToLeft };
        switch (block)
        {
            case Heading heading: SetHeading(heading); break;
            case Paragraph paragraph: SetParagraph(paragraph); break;
            case BulletList or NumberedList or DefinitionList: new ListSetter(context, flow, turned).Set(block); break;
            case Table table: new TableSetter(context, turned).Set(table, flow); break;
            case Figure figure: new FigureSetter(context, flow, turned).Set(figure); break;
            case Chart chart: new ChartSetter(context, flow, frame).Set(chart); break;
            case BlockQuote or CodeBlock or Callout: new BoxSetter(context, flow, turned).Set(block); break;
            case ThematicBreak: flow.Add(new RuleItem(frame.X, frame.Width), frame.Box); break;
            case PageBreak: flow.Add(new NewPage(), frame.Box); break;
        }
    }

    /// <summary>Lines of text as content of an element.</summary>
    public IReadOnlyList<LineItem> SetText(IReadOnlyList<Inline> content, StructureElement element, TextFormat format) =>
        SetLines(InlineSetter.Set(context, content, element, format, frame.Width), format);

    IReadOnlyList<LineItem> SetLines(IReadOnlyList<Piece> pieces, TextFormat format)
    {
        var lines = Breaker(format).Break(pieces);
        foreach (var line in lines) flow.Add(line, frame.Box);
        return lines;
    }

    /// <summary>Lines of text that stay with what follows, and are about as long as each other.</summary>
    public void SetHead(IReadOnlyList<Inline> content, StructureElement element, TextFormat format)
    {
        var pieces = InlineSetter.Set(context, content, element, format, frame.Width);
        foreach (var line in BalancedLines.Of(measure => Breaker(format, measure), frame.Width, pieces))
        {
            line.KeepsNext = true;
            flow.Add(line, frame.Box);
        }
    }

    LineBreaker Breaker(TextFormat format, double? measure = null) =>
        new(context.Typesetter, format, frame.X, frame.Width, frame.Alignment, frame.IsRightToLeft) { Measure = measure };

    public void SetEmptyLine(StructureElement element) =>
        flow.Add(new LineItem([new(new(" ", frame.Format, element.AddContent()), [], 0, 0)], frame.Format, frame.X), frame.Box);

    void SetParagraph(Paragraph paragraph)
    {
        var text = CleanText.Of(paragraph.Content).AsSpan().Trim();
        var isRead = !text.IsEmpty || paragraph.Content.OfType<Footnote>().Any();
        if (!isRead && !paragraph.Content.OfType<Blank>().Any()) return;
        flow.Gap(frame.Gap);
        var lines = SetLines(isRead ? InlineSetter.Set(context, paragraph.Content, frame.Element.Add("P"), frame.Format, frame.Width)
            : InlineSetter.SetBlanks(paragraph.Content, frame.Format), frame.Format);
        if (text is [.., ':']) leadIn = lines[^1];
        flow.Gap(frame.Gap);
    }

    void SetHeading(Heading heading)
    {
        var planned = context.NextHeading();
        flow.BeginHeading(Theme.GapBeforeHeading(heading.Level));
        flow.Await(planned.Place);
        var element = frame.Element.Add(FormattableString.Invariant($"H{heading.Level}"));
        SetHead(heading.Content, element, Theme.Heading(heading.Level));
        flow.EndHeading();
    }
}
