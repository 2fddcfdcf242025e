using System.Text.RegularExpressions;
using Markdig.Extensions.Tables;
using Markdig.Helpers;
using Markdig.Parsers;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Lines that touch a table, as GitHub Flavored Markdown has it: a line below the table is one more row, a line above its header is a
/// paragraph. Markdig would take the table for text in both cases. A line below that names the source or explains the table is no row.
/// </summary>
static partial class TableLines
{
    /// <summary>Called when a paragraph is complete, which tables still are at that time.</summary>
    public static void Join(BlockProcessor processor, Block block)
    {
        if (block is HeadingBlock { IsSetext: true } underlined && DelimiterRowOf(underlined) is not null)
            block = WithoutUnderline(underlined);
        if (block is not ParagraphBlock paragraph || DelimiterRowOf(paragraph) is not { } row) return;

        if (row > 1) MoveAbove(paragraph, row - 1);
        if (FirstNoteOf(paragraph, row > 1 ? 2 : row + 1) is { } note) MoveBelow(paragraph, note);
        for (var at = row > 1 ? 2 : row + 1; at < paragraph.Lines.Count; at++)
        {
            ref var line = ref paragraph.Lines.Lines[at];
            if (!HasPipe(line.Slice.AsSpan())) line.Slice = new($"{line.Slice} |");
        }
    }

    /// <summary>Inside code a pipe is escaped too, and the backslash must go.</summary>
    public static void UnescapePipes(MarkdownDocument document)
    {
        foreach (var code in document.Descendants<TableCell>().SelectMany(cell => cell.Descendants<CodeInline>()))
            code.Content = code.Content.Replace("\\|", "|", StringComparison.Ordinal);
    }

    /// <summary>A line of dashes below a table is a rule and makes no heading of the table.</summary>
    static ParagraphBlock WithoutUnderline(HeadingBlock heading)
    {
        var table = new ParagraphBlock(heading.Parser!)
        {
            Line = heading.Line,
            Column = heading.Column,
            Lines = heading.Lines,
            ProcessInlines = true
        };
        var parent = heading.Parent!;
        var at = parent.IndexOf(heading);
        parent[at] = table;
        parent.Insert(at + 1, new ThematicBreakBlock(heading.Parser!) { Line = heading.Line + heading.Lines.Count });
        return table;
    }

    static int? DelimiterRowOf(LeafBlock paragraph)
    {
        for (var at = 1; at < paragraph.Lines.Count; at++)
        {
            if (IsDelimiterRow(paragraph.Lines.Lines[at].Slice.AsSpan()) && HasPipe(paragraph.Lines.Lines[at - 1].Slice.AsSpan()))
                return at;
        }

        return null;
    }

    static bool IsDelimiterRow(ReadOnlySpan<char> line) => line.Contains('|') && line.Contains('-') && !line.ContainsAnyExcept("|-: \t");

    /// <summary>The first line, from one on, that is a note about the table.</summary>
    static int? FirstNoteOf(ParagraphBlock table, int from)
    {
        for (var at = from; at < table.Lines.Count; at++)
        {
            if (table.Lines.Lines[at].Slice.AsSpan() is var line && !HasPipe(line) && Note().IsMatch(line)) return at;
        }

        return null;
    }

    static void MoveAbove(ParagraphBlock table, int count)
    {
        var above = Part(table, 0, count);
        table.Lines = Part(table.Lines, count, table.Lines.Count);
        table.Line += count;
        table.Parent!.Insert(IndexOf(table), above);
    }

    static void MoveBelow(ParagraphBlock table, int from)
    {
        var below = Part(table, from, table.Lines.Count);
        table.Lines = Part(table.Lines, 0, from);
        table.Parent!.Insert(IndexOf(table) + 1, below);
    }

    static int IndexOf(ParagraphBlock paragraph) =>
        paragraph.Parent![^1] == paragraph ? paragraph.Parent.Count - 1 : paragraph.Parent.IndexOf(paragraph);

    static ParagraphBlock Part(ParagraphBlock paragraph, int from, int to) => new(paragraph.Parser!)
    {
        Line = paragraph.Line + from,
        Column = paragraph.Column,
        Lines = Part(paragraph.Lines, from, to),
        ProcessInlines = true,
    };

    static StringLineGroup Part(StringLineGroup lines, int from, int to)
    {
        StringLineGroup part = new(to - from);
        for (var at = from; at < to; at++) part.Add(ref lines.Lines[at]);
        return part;
    }

    /// <summary>A pipe that separates cells: neither escaped nor inside code.</summary>
    static bool HasPipe(ReadOnlySpan<char> line)
    {
        for (var at = 0; at < line.Length; at++)
        {
            if (line[at] == '|') return true;
            if (line[at] == '\\') at++;
            else if (line[at] == '`') at = EndOfCode(line, at);
        }

        return false;
    }

    /// <summary>The last backtick of a code span, or of the opening backticks if the span is not closed.</summary>
    static int EndOfCode(ReadOnlySpan<char> line, int start)
    {
        var length = line[start..].IndexOfAnyExcept('`') is >= 0 and var run ? run : line.Length - start;
        for (var at = start + length; at < line.Length; at++)
        {
            if (line[at] != '`') continue;

            var closing = line[at..].IndexOfAnyExcept('`') is >= 0 and var end ? end : line.Length - at;
            if (closing == length) return at + closing - 1;
            at += closing - 1;
        }

        return start + length - 1;
    }

    [GeneratedRegex(@"^\s*[*_(]*(Quellen?|Sources?|Stand|Anmerkung(en)?|Hinweise?|Erläuterung(en)?|Legende|Notes?)\b[^:]*:",
        RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex Note();
}
