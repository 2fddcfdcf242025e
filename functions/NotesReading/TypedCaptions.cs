using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Makes captions of paragraphs that begin like one ("Abb. 1: …", "Table 2. …"): beneath a picture, and above or beneath a table. Between
/// two tables it is not plain whose it is, and it stays a paragraph.
/// </summary>
static partial class TypedCaptions
{
    /// <summary>A longer paragraph explains what it stands beside.</summary>
    const int Longest = 200;

    public static IReadOnlyList<Block> Joined(IReadOnlyList<Block> blocks)
    {
        List<Block> joined = [];
        for (var at = 0; at < blocks.Count; at++)
        {
            if (blocks[at] is not Paragraph paragraph || TextRuns.Plain(paragraph.Content).Trim() is not { Length: <= Longest } words)
                joined.Add(blocks[at]);
            else if (OfPicture().IsMatch(words) && joined is [.., Figure { Caption.Count: 0, Decorative: false } figure]
                && With(figure, paragraph) is { } described)
                joined[^1] = described;
            else if (!OfTable().IsMatch(words) || IsOpen(joined.LastOrDefault()) == IsOpen(blocks.ElementAtOrDefault(at + 1)))
                joined.Add(paragraph);
            else if (IsOpen(joined.LastOrDefault()) && With(joined[^1], paragraph) is { } above)
                joined[^1] = above;
            else if (IsOpen(blocks.ElementAtOrDefault(at + 1)) && With(blocks[at + 1], paragraph) is { } below)
            {
                joined.Add(below);
                at++;
            }
            else
                joined.Add(paragraph);
        }

        return joined;
    }

    static bool IsOpen(Block? block) => block is Table { Caption.Count: 0 };

    /// <summary>null where links lead to both.</summary>
    static Block? With(Block block, Paragraph caption)
    {
        if (block.Anchor is not null && caption.Anchor is not null) return null;

        var (text, anchor) = (TextRuns.Trimmed(caption.Content), block.Anchor ?? caption.Anchor);
        return block is Figure figure ? figure with { Caption = text, Anchor = anchor }
            : (Table)block with { Caption = text, Anchor = anchor };
    }

    [GeneratedRegex(@"^(Abbildung|Abb\.|Bild|Foto|Grafik|Schaubild|Figure|Fig\.)(\s*\d+([.\-]\d+)*[a-z]?(\s*[:.–—-]\s|$)|:\s)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex OfPicture();

    [GeneratedRegex(@"^(Tabelle|Tab\.|Table)(\s*\d+([.\-]\d+)*[a-z]?(\s*[:.–—-]\s|$)|:\s)",
        RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex OfTable();
}
