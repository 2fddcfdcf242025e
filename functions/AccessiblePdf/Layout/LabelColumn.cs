using AccessiblePdf.Writer.Fonts;

namespace AccessiblePdf.Layout;

/// <summary>What stands beside the items of a list.</summary>
/// <param name="Texts">One for each.</param>
/// <param name="Format">How they look.</param>
/// <param name="Width">From where they begin to where the items do.</param>
/// <param name="Gap">Between two items.</param>
sealed record LabelColumn(List<ShapedText> Texts, TextFormat Format, double Width, double Gap)
{
    /// <summary>How many lists with bullets or numbers are around the items' content.</summary>
    public int ListDepth { get; init; }
}
