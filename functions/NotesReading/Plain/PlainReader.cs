using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Lists;

namespace ThaffFunctions.NotesReading.Plain;

/// <summary>
/// Turns typed lines into blocks: empty lines separate paragraphs, a heading is underlined or a single line that ends with a colon, an item
/// begins with a bullet or number.
/// </summary>
sealed class PlainReader(string title)
{
    /// <summary>A longer line that ends with a colon is a sentence, not a heading.</summary>
    const int MaxHeading = 80;

    const int TabWidth = 4;

    /// <summary>Within so many lines the next item must follow.</summary>
    const int MaxLinesOfItem = 50;

    readonly List<Block> blocks = [];
    readonly HeadingLevels levels = new();
    readonly ListBuilder lists = new();

    public IReadOnlyList<Block> Read(IEnumerable<string> lines)
    {
        List<string> group = [];
        foreach (var line in lines.Append(""))
        {
            if (!string.IsNullOrWhiteSpace(line))
                group.Add(line);
            else if (group.Count > 0)
                ReadGroup([.. group], group.Clear);
        }

        blocks.AddRange(lists.Take());
        return blocks;
    }

    void ReadGroup(string[] lines, Action clear)
    {
        clear();
        var first = lines[0].Trim();
        if (lines is [_, var under, ..] && UnderlineOf(under) is { } level)
            AddHeading(level, first, lines[2..]);
        else if (lines is [_] && first.Length <= MaxHeading && first.EndsWith(':') && Marker.Typed(first) is null)
            AddHeading(2, first[..^1].TrimEnd(), []);
        else if (blocks.Count == 0 && first.Equals(title, StringComparison.OrdinalIgnoreCase))
            ReadLines(lines[1..]);
        else
            ReadLines(lines);
    }

    void AddHeading(int level, string text, string[] below)
    {
        blocks.AddRange(lists.Take());
        if (blocks.Count > 0 || !text.Equals(title, StringComparison.OrdinalIgnoreCase))
            blocks.Add(new Heading(levels.Next(level), Autolinks.Linked(text)));
        ReadLines(below);
    }

    void ReadLines(string[] lines)
    {
        List<string> paragraph = [];
        for (var at = 0; at < lines.Length; at++)
        {
            var (indent, line) = (IndentOf(lines[at]), lines[at].Trim());
            if (ItemAt(lines, at) is { } item)
            {
                EndParagraph(paragraph);
                while (at + 1 < lines.Length && IndentOf(lines[at + 1]) > indent && ItemAt(lines, at + 1) is null)
                    item = item with { Rest = $"{item.Rest} {lines[++at].Trim()}" };
                lists.Add(indent, item.Marker, new Paragraph(Autolinks.Linked(item.Rest)));
            }
            else
            {
                paragraph.Add(line);
            }
        }

        EndParagraph(paragraph);
    }

    void EndParagraph(List<string> lines)
    {
        if (lines.Count == 0) return;

        blocks.AddRange(lists.Take());
        blocks.Add(new Paragraph(
            [.. lines.SelectMany((line, index) => index == 0 ? Autolinks.Linked(line) : Autolinks.Linked(line).Prepend(new LineBreak()))]));
        lines.Clear();
    }

    /// <summary>
    /// An ordinal ("2. Etage") begins like a numbered item. A numbered line is an item if it goes on with an open list, if the next number
    /// follows soon, or if its number is 1 and the line before does not lead to it. A letter with a full stop may be an abbreviation, and
    /// begins a list only as an a that a b follows.
    /// </summary>
    TypedMarker? ItemAt(string[] lines, int at)
    {
        if (Marker.Typed(lines[at].TrimStart()) is not { } item) return null;
        if (item.KeepsSign) return KeepsSign(lines, at - 1) || KeepsSign(lines, at + 1) ? item : null;
        if (item.Marker.Numbering is null || (item.IsLetterWithStop ? lists.GoOnWith(item.Marker) : lists.HasNumbers)) return item;
        if (item.IsLetterWithStop && item.Marker.Number > 1) return null;
        if (!item.IsLetterWithStop && item.Marker.Number == 1 && (at == 0 || !Ordinals.Follow(lines[at - 1]))) return item;

        return lines.Skip(at + 1).Take(MaxLinesOfItem)
            .Any(line => Marker.Typed(line.TrimStart()) is { } next && next.Marker.MayFollow(item.Marker)) ? item : null;
    }

    static bool KeepsSign(string[] lines, int at) =>
        at >= 0 && at < lines.Length && Marker.Typed(lines[at].TrimStart()) is { KeepsSign: true };

    static int? UnderlineOf(string line) => line.Trim() is { Length: >= 3 } under ? under.Distinct().ToArray() switch
    {
        ['='] => 1,
        ['-'] => 2,
        _ => null,
    } : null;

    static int IndentOf(string line) => line.TakeWhile(char.IsWhiteSpace).Sum(space => space == '\t' ? TabWidth : 1);
}
