namespace AccessiblePdf.Layout;

/// <summary>A page's size in points: A4 upright, or turned for tables that are too wide.</summary>
sealed class Paper(double width, double height)
{
    public double Width { get; } = width;

    public double Height { get; } = height;

    public static Paper Upright { get; } = new(595.276, 841.89);

    public static Paper Turned { get; } = new(Upright.Height, Upright.Width);

    /// <summary>The width of the column of text.</summary>
    public double TextWidth => Width - Theme.Left - Theme.Right;

    public double TextHeight => Height - Theme.Top - Theme.Bottom;

    /// <summary>Where text and notes end, from the page's upper edge.</summary>
    public double TextBottom => Height - Theme.Bottom;
}
