using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Sets blocks with a background or a bar: quotations, program text and callouts.</summary>
sealed class BoxSetter(LayoutContext context, Flow flow, Frame frame)
{
    public void Set(Block block)
    {
        switch (block)
        {
            case BlockQuote quote: SetQuote(quote); break;
            case CodeBlock code: SetCode(code); break;
            case Callout callout: SetCallout(callout); break;
        }
    }

    void SetQuote(BlockQuote quote)
    {
        var outside = frame.WithRoomFor(Theme.QuoteIndent);
        var box = new Box(frame.Box, outside.StartOf(Theme.BarWidth), Theme.BarWidth, null, Theme.Line);
        flow.Gap(Theme.BlockGap);
        var inside = outside.Indented(ParentOfQuote().Add("BlockQuote"), Theme.QuoteIndent) with
        {
            Box = box,
            Format = frame.Format with { Colour = Theme.Muted }
        };
        var first = flow.Items.Count;
        new BlockSetter(context, flow, inside).Set(quote.Content);
        flow.KeepWhole(first);
        flow.Gap(Theme.BlockGap);
    }

    /// <summary>A quotation stands directly neither in another one nor in a cell (ISO 32000-2, annex L).</summary>
    StructureElement ParentOfQuote() => frame.Element.Role is "BlockQuote" or "TD" or "TH" ? frame.Element.Add("Div") : frame.Element;

    void SetCode(CodeBlock code)
    {
        var element = frame.Element.Add("P").Add("Code");
        var box = new Box(frame.Box, frame.X, frame.Width, Theme.CodeGround, null);
        var spot = element.AddContent();
        List<Piece> pieces = [.. CleanText.Lines(code.Text)
            .SelectMany(line => new Piece[] { new(line + " ", Theme.Code, spot), new("", Theme.Code, spot) })];
        var inset = Math.Min(Theme.BoxInset, frame.Width / 8);
        var lines = new LineBreaker(context.Typesetter, Theme.Code, frame.X + inset, frame.Width - 2 * inset,
            Alignment.Start).Break(pieces);
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
        var box = new Box(frame.Box, outside.X, outside.Width, ground, bar) { IsBarRight = frame.IsRightToLeft };
        var element = frame.Element.Add("Aside");
        var inside = new BlockSetter(context, flow,
            outside.Indented(element, Theme.BoxInset + Theme.BarWidth, Theme.BoxInset) with { Box = box, Gap = Theme.SmallGap });
        flow.Gap(Theme.BlockGap);
        SetInBox(box, () =>
        {
            if (!string.IsNullOrWhiteSpace(callout.Title))
            {
                inside.SetHead([callout.Title], element.Add("P").Add("Strong"), frame.Format with { IsBold = true });
                flow.SetGap(Theme.SmallGap);
            }
            inside.Set(callout.Content);
        });
        flow.Gap(Theme.BlockGap);
    }

    /// <summary>Sets items between two paddings that are kept with them.</summary>
    void SetInBox(Box box, Action set)
    {
        var first = flow.Items.Count;
        flow.Add(new Padding(Theme.BoxPadding) { KeepsNext = true, Opens = true }, box);
        set();
        flow.Items[^1].KeepsNext = true;
        flow.SetGap(0);
        flow.Add(new Padding(Theme.BoxPadding), box);
        flow.KeepWhole(first);
    }
}
