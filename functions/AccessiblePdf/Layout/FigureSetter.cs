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
        var parent = figure.Caption.Count > 0 ? frame.Element.Add("Div") : frame.Element;
        var element = figure.Decorative
            ? null
            : parent.Add(new StructureElement("Figure", parent) { AlternativeText = PlainText.OnOneLine(figure.AlternativeText) });
        flow.Add(new PictureItem(picture, element, frame.X, width, height)
        {
            KeepsNext = figure.Caption.Count > 0,
            MayShrink = figure.Width is null
        }, frame.Box);
        if (figure.Caption.Count > 0)
        {
            flow.Gap(5);
            new BlockSetter(context, flow, frame).SetText(figure.Caption, parent.Add("Caption"), Theme.Caption);
        }
        flow.Gap(Theme.BlockGap);
    }

    /// <summary>As wide as asked for, else by its pixels; never wider than its column nor too high for a page.</summary>
    (double Width, double Height) SizeOf(Figure figure, Picture picture)
    {
        var wish = figure.Width is { } share ? frame.Width * share : picture.Width * 72 / Theme.PixelsPerInch;
        var scale = Math.Min(Math.Min(wish, frame.Width) / picture.Width,
            Math.Min(frame.Tallest, Theme.LargestFigureHeight) / picture.Height);
        return (picture.Width * scale, picture.Height * scale);
    }
}
