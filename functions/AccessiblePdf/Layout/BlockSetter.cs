using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Turns blocks into items, and makes their places in the logical structure.</summary>
sealed class BlockSetter(LayoutContext context, Flow flow, Frame frame)
{
    public void Set(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks) Set(block);
    }

    /// <summary>Sets a lone paragraph as the element's own content, other blocks as its kids.</summary>
    public void SetContent(IReadOnlyList<Block> blocks)
    {
        if (blocks is [Paragraph { Anchor: null } paragraph]) SetText(paragraph.Content, frame.Element, frame.Look);
        else Set(blocks);
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
        flow.FirstDrawn(first)!.Labels.Add(label);
        flow.FillUpTo(frame.Look.Leading, first, frame.Box);
    }

    void Set(Block block)
    {
        if (block.Anchor is { } anchor) flow.Await(context.Anchors[anchor]);
        switch (block)
        {
            case Heading heading: SetHeading(heading); break;
            case Paragraph paragraph: SetParagraph(paragraph); break;
            case BulletList or NumberedList or DefinitionList: new ListSetter(context, flow, frame).Set(block); break;
            case Table table: new TableSetter(context, frame).Set(table, flow); break;
            case Figure figure: new FigureSetter(context, flow, frame).Set(figure); break;
            case Chart chart: new ChartSetter(context, flow, frame).Set(chart); break;
            case BlockQuote quote: SetQuote(quote); break;
            case CodeBlock code: SetCode(code); break;
            case Callout callout: SetCallout(callout); break;
            case ThematicBreak: flow.Add(new RuleItem(frame.X, frame.Width), frame.Box); break;
            case PageBreak: flow.Add(new NewPage(), frame.Box); break;
        }
    }

    /// <summary>Lines of text as content of an element.</summary>
    public IReadOnlyList<LineItem> SetText(IEnumerable<Inline> content, StructureElement element, Look look)
    {
        var pieces = InlineSetter.Set(context, content, element, look);
        var lines = new LineBreaker(context.Typesetter, look, frame.X, frame.Width, frame.Alignment).Break(pieces);
        foreach (var line in lines) flow.Add(line, frame.Box);
        return lines;
    }

    public void SetEmptyLine(StructureElement element) =>
        flow.Add(new LineItem([new(new(" ", frame.Look, element.AddContent()), [], 0, 0)], frame.Look, frame.X), frame.Box);

    void SetParagraph(Paragraph paragraph)
    {
        if (string.IsNullOrWhiteSpace(PlainText.Of(paragraph.Content)) && !paragraph.Content.OfType<Footnote>().Any()) return;
        flow.Gap(frame.Gap);
        SetText(paragraph.Content, frame.Element.Add("P"), frame.Look);
        flow.Gap(frame.Gap);
    }

    void SetHeading(Heading heading)
    {
        var planned = context.NextHeading();
        flow.Gap(Theme.GapBeforeHeading(heading.Level));
        flow.Await(planned.Place);
        var element = frame.Element.Add(FormattableString.Invariant($"H{heading.Level}"));
        foreach (var line in SetText(heading.Content, element, Theme.Heading(heading.Level))) line.KeepsNext = true;
        flow.Gap(Theme.GapAfterHeading(heading.Level));
    }

    void SetQuote(BlockQuote quote)
    {
        var outside = frame.WithRoomFor(Theme.QuoteIndent);
        var box = new Box(frame.Box, outside.X, Theme.BarWidth, null, Theme.Line);
        flow.Gap(Theme.BlockGap);
        var inside = outside.Indented(frame.Element.Add("BlockQuote"), Theme.QuoteIndent) with { Box = box, Look = frame.Look with { Colour = Theme.Muted } };
        var first = flow.Items.Count;
        new BlockSetter(context, flow, inside).Set(quote.Content);
        flow.KeepWhole(first);
        flow.Gap(Theme.BlockGap);
    }

    void SetCode(CodeBlock code)
    {
        var element = frame.Element.Add("P").Add("Code");
        var box = new Box(frame.Box, frame.X, frame.Width, Theme.CodeGround, null);
        var spot = element.AddContent();
        var pieces = PlainText.Lines(code.Text).SelectMany(line => new Piece[] { new(line + " ", Theme.Code, spot), new("", Theme.Code, spot) });
        var inset = Math.Min(Theme.BoxInset, frame.Width / 8);
        var lines = new LineBreaker(context.Typesetter, Theme.Code, frame.X + inset, frame.Width - 2 * inset, Alignment.Start).Break(pieces);
        flow.Gap(Theme.BlockGap);
        SetInBox(box, () =>
        {
            foreach (var line in lines) flow.Add(line, box);
        });
        flow.Gap(Theme.BlockGap);
    }

    void SetCallout(Callout callout)
    {
        var (ground, bar) = Theme.Callout(callout.Tone);
        var outside = frame.WithRoomFor(2 * Theme.BoxInset + Theme.BarWidth);
        var box = new Box(frame.Box, outside.X, outside.Width, ground, bar);
        var element = frame.Element.Add("Aside");
        var inside = new BlockSetter(context, flow, outside.Indented(element, Theme.BoxInset + Theme.BarWidth, Theme.BoxInset) with { Box = box, Gap = Theme.SmallGap });
        flow.Gap(Theme.BlockGap);
        SetInBox(box, () =>
        {
            if (!string.IsNullOrWhiteSpace(callout.Title)) inside.SetTitle(callout.Title);
            inside.Set(callout.Content);
        });
        flow.Gap(Theme.BlockGap);
    }

    void SetTitle(string title)
    {
        foreach (var line in SetText([title], frame.Element.Add("P").Add("Strong"), frame.Look with { IsBold = true })) line.KeepsNext = true;
        flow.Gap(Theme.SmallGap);
    }

    /// <summary>Sets items between two paddings that stay with them.</summary>
    void SetInBox(Box box, Action set)
    {
        var first = flow.Items.Count;
        flow.Add(new Padding(Theme.BoxPadding) { KeepsNext = true, Opens = true }, box);
        set();
        flow.Items[^1].KeepsNext = true;
        flow.CloseGap();
        flow.Add(new Padding(Theme.BoxPadding), box);
        flow.KeepWhole(first);
    }
}
