using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Word.Charts;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Adds a caption to the block it belongs to.</summary>
static class Captioned
{
    /// <summary>Null if the block takes no caption. A chart takes it as its title, which is plain text.</summary>
    public static Block? With(Block block, IReadOnlyList<Inline> text, string? anchor) => block switch
    {
        Table { Caption: [_, ..] own } table =>
            table with { Caption = [.. text, new LineBreak(), .. own], Anchor = table.Anchor ?? anchor },
        Table table => table with { Caption = text, Anchor = table.Anchor ?? anchor },
        Figure figure => figure with { Caption = text, Anchor = figure.Anchor ?? anchor },
        Chart chart when ChartVocabulary.IsUntitled(chart.Title) =>
            chart with { Title = TitleOf(text, chart.Title), Anchor = chart.Anchor ?? anchor },
        _ => null,
    };

    /// <summary>A caption may consist of a footnote only.</summary>
    static string TitleOf(IReadOnlyList<Inline> text, string untitled) =>
        TextRuns.Plain(text).Trim() is { Length: > 0 } words ? words : untitled;
}
