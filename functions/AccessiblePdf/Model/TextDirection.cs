using AccessiblePdf.Bidi;

namespace AccessiblePdf.Model;

/// <summary>
/// Which way text goes. A block goes the way of its first letter, as HTML's <c>dir="auto"</c> has it, and one without letters as what is
/// around it; U+200F or U+200E at its beginning say otherwise.
/// </summary>
public static class TextDirection
{
    static readonly string[] RightToLeft =
        ["ar", "arc", "ckb", "dv", "fa", "he", "iw", "ji", "ks", "nqo", "prs", "ps", "sd", "syr", "ug", "ur", "yi"];

    /// <summary>Whether a language is written from right to left, as far as its tag tells.</summary>
    /// <param name="language">A BCP 47 tag such as <c>ar</c> or <c>az-Arab</c>.</param>
    public static bool IsRightToLeft(string language)
    {
        ArgumentNullException.ThrowIfNull(language);
        var parts = language.Split('-');
        // the script, if named, is the part of four letters
        return Array.Find(parts, part => part.Length == 4 && char.IsAsciiLetter(part[0])) is { } script
            ? script.ToUpperInvariant() is "ARAB" or "HEBR" or "SYRC" or "THAA" or "NKOO"
            : Array.Exists(RightToLeft, known => known.Equals(parts[0], StringComparison.OrdinalIgnoreCase));
    }

    /// <summary>Whether a block, with all in it, is written from right to left; <see langword="null"/> if it has no letters.</summary>
    public static bool? IsRightToLeft(Block block)
    {
        ArgumentNullException.ThrowIfNull(block);
        return block switch
        {
            Heading heading => Of(heading.Content),
            Paragraph paragraph => Of(paragraph.Content),
            BulletList list => First(list.Items.SelectMany(item => item.Content)),
            NumberedList list => First(list.Items.SelectMany(item => item.Content)),
            DefinitionList list => First(list.Items.SelectMany(item => item.Content.Prepend(new Paragraph(item.Term)))),
            Table table => First(table.Header.Concat(table.Rows).SelectMany(row => row.Cells).SelectMany(cell => cell.Content)),
            BlockQuote quote => First(quote.Content),
            Callout callout => EmbeddingLevels.IsRightToLeft(callout.Title) ?? First(callout.Content),
            Figure figure => Of(figure.Caption),
            _ => null,
        };
    }

    static bool? First(IEnumerable<Block> blocks) => blocks.Select(IsRightToLeft).FirstOrDefault(found => found is not null);

    static bool? Of(IReadOnlyList<Inline> content) => EmbeddingLevels.IsRightToLeft(CleanText.Of(content));
}
