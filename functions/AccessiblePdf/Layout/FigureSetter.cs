using AccessiblePdf.Checks;
using AccessiblePdf.Model;
using AccessiblePdf.Writer;
using AccessiblePdf.Writer.Images;

namespace AccessiblePdf.Layout;

/// <summary>Sets pictures with their captions (ISO 14289-1, 7.3).</summary>
sealed class FigureSetter(LayoutContext context, Flow flow, Frame frame)
{
    public void Set(Figure figure)
    {
        var picture = context.Pictures[figure];
        var (width, height) = SizeOf(figure, picture);
        flow.Gap(Theme.BlockGap);
        var isLinked = figure.Target is not null;
        // beside the figure: whoever hears an alternative text hears nothing of what stands inside
        var parent = !figure.Decorative && figure.Caption.Count > 0 ? frame.Element.Add("Div") : frame.Element;
        var link = isLinked ? parent.Add("P").Add("Link") : null;
        var around = link ?? parent;
        var element = figure.Decorative
            ? null
            : around.Add(new StructureElement("Figure", around)
            {
                AlternativeText = CleanText.OnOneLine(figure.AlternativeText),
                Language = figure.Language,
            });
        flow.Add(new PictureItem(picture, element, frame.StartOf(width), width, height)
        {
            Link = link,
            Target = figure.Target is { } target ? new(LinkDescriptions.Of(figure), InlineSetter.AddressOf(target), null) : null,
            KeepsNext = figure.Caption.Count > 0,
            MayShrink = figure.Width is null
        }, frame.Box);
        if (figure.Caption.Count > 0)
        {
            flow.Gap(5);
            // what only decorates has no caption
            new BlockSetter(context, flow, frame).SetText(figure.Caption, parent.Add(figure.Decorative ? "P" : "Caption"), Theme.Caption);
        }
        flow.Gap(Theme.BlockGap);
    }

    /// <summary>The width the document sets, else by its pixels; limited by column and page.</summary>
    (double Width, double Height) SizeOf(Figure figure, Picture picture)
    {
        var wish = figure.Width is { } share ? frame.Width * share : picture.Width * 72 / Theme.PixelsPerInch;
        var scale = Math.Min(Math.Min(wish, frame.Width) / picture.Width,
            Math.Min(frame.Tallest, Theme.LargestFigureHeight) / picture.Height);
        return (picture.Width * scale, picture.Height * scale);
    }
}
