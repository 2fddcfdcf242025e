using System.Globalization;
using AccessiblePdf.Model;
using Markdig.Parsers;
using ThaffFunctions.NotesReading.Lists;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Parses letters before items, and numbers in brackets: "a)", "(1)", "b.".</summary>
sealed class TypedNumberParser : OrderedListItemParser
{
    public TypedNumberParser() => OpeningCharacters = ['(', .. Letters('a'), .. Letters('A')];

    public override bool TryParse(BlockProcessor state, char pendingBulletType, out ListInfo result)
    {
        var line = state.Line;
        var end = line.AsSpan().IndexOfAny(' ', '\t');
        result = default;
        if (end is < 1 or > 4 || Marker.Typed(line.ToString()) is not { Marker: { Numbering: { } numbering } marker }
            || !TypedRows.Hold(line, marker)) return false;

        var type = numbering switch { Numbering.LowerAlpha => 'a', Numbering.UpperAlpha => 'A', _ => '1' };
        result = new(type, marker.Number.ToString(CultureInfo.InvariantCulture), line.AsSpan()[end - 1], "1");
        for (var sign = 0; sign < end; sign++) state.NextChar();
        return true;
    }

    static IEnumerable<char> Letters(char first) => Enumerable.Range(first, 26).Select(letter => (char)letter);
}
