using Markdig.Helpers;
using ThaffFunctions.NotesReading.Lists;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Tells markers that people type and Markdown does not know from text that begins like one: they stand in a row. Without it their lines
/// would run into one paragraph.
/// </summary>
static class TypedRows
{
    /// <summary>Within so many lines the next item must follow.</summary>
    const int MaxLinesOfItem = 50;

    /// <summary>What stands before a line within lists and quotations.</summary>
    const string Margin = " \t>";

    /// <summary>Whether a letter or number belongs to a row that begins with the first one.</summary>
    /// <param name="line">From the marker on; the whole text is around it.</param>
    /// <param name="marker">Its marker.</param>
    public static bool Hold(StringSlice line, Marker marker)
    {
        var lines = marker.Number == 1 ? LinesAfter(line) : LinesBefore(line);
        foreach (var other in lines.Take(MaxLinesOfItem))
        {
            if (FormOf(other) != FormOf(line) || Marker.Typed(other.ToString()) is not { Marker: var beside }) continue;
            if (marker.Number == 1 ? beside.MayFollow(marker) : marker.MayFollow(beside)) return marker.Number == 1 || Hold(other, beside);
            if (beside.Number == 1 && beside.Numbering == marker.Numbering) return false; // another row
        }

        return false;
    }

    /// <summary>Whether the line before or after, but for blank ones and what goes on with an item, begins with the same sign.</summary>
    public static bool HoldSign(StringSlice line)
    {
        var (own, column) = (MarginOf(line).Count('>'), MarginOf(line).Length);
        return Begins(LinesAfter(line)) || Begins(LinesBefore(line));

        bool Begins(IEnumerable<StringSlice> lines) => lines.Take(MaxLinesOfItem)
            .Where(other => !other.IsEmpty && (MarginOf(other).Length <= column || MarginOf(other).Count('>') != own))
            .Select(other => MarginOf(other).Count('>') == own ? other.CurrentChar : default).FirstOrDefault() == line.CurrentChar;
    }

    static ReadOnlySpan<char> MarginOf(StringSlice line) => line.Text.AsSpan()[StartOf(line.Text, line.Start)..line.Start];

    /// <summary>Brackets before and after, or the full stop.</summary>
    static (bool, char) FormOf(StringSlice line)
    {
        var text = line.AsSpan();
        var end = text.IndexOfAny(' ', '\t');
        return end > 0 ? (text[0] == '(', text[end - 1]) : default;
    }

    static IEnumerable<StringSlice> LinesAfter(StringSlice line)
    {
        for (var start = EndOf(line.Text, line.Start) + 1; start < line.Text.Length;)
        {
            var end = EndOf(line.Text, start);
            yield return Trimmed(line.Text, start, end);
            start = end + 1;
        }
    }

    static IEnumerable<StringSlice> LinesBefore(StringSlice line)
    {
        for (var end = StartOf(line.Text, line.Start) - 1; end >= 0;)
        {
            var start = StartOf(line.Text, end);
            yield return Trimmed(line.Text, start, end);
            end = start - 1;
        }
    }

    static StringSlice Trimmed(string text, int start, int end)
    {
        while (start < end && Margin.Contains(text[start], StringComparison.Ordinal)) start++;
        if (end > start && text[end - 1] == '\r') end--;
        return new(text, start, end - 1);
    }

    /// <summary>The index of the line's end, which is no part of it.</summary>
    static int EndOf(string text, int at) => text.IndexOf('\n', at) is >= 0 and var end ? end : text.Length;

    /// <param name="text">The text.</param>
    /// <param name="at">In the line, or its end.</param>
    static int StartOf(string text, int at) => at == 0 ? 0 : text.LastIndexOf('\n', at - 1) + 1;
}
