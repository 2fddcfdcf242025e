using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>What a caption belongs to, with it.</summary>
static class Captioned
{
    /// <summary>null if it takes none. Of a chart it is the title, which is letters only.</summary>
    public static Block? With(Block block, IReadOnlyList<Inline> text, string? anchor) => block switch
    {
        Table table => table with { Caption = text, Anchor = table.Anchor ?? anchor },
        Figure figure => figure with { Caption = text, Anchor = figure.Anchor ?? anchor },
        Chart { Title: ChartReader.Untitled } chart => chart with { Title = TitleOf(text), Anchor = chart.Anchor ?? anchor },
        _ => null,
    };

    /// <summary>A caption may hold nothing but a note.</summary>
    static string TitleOf(IReadOnlyList<Inline> text) => TextRuns.Plain(text).Trim() is { Length: > 0 } words ? words : ChartReader.Untitled;
}
