using System.Buffers;
using System.Text.RegularExpressions;

namespace AccessiblePdf.Model;

/// <summary>Finds the signs to tick in a text: boxes, also those typed as "[ ]", ticks and crosses.</summary>
public sealed partial class TickSigns
{
    /// <summary>
    /// What a sign begins with. U+1F5F9, a box with a tick, and its neighbours begin with a surrogate that other signs have too.
    /// </summary>
    static readonly SearchValues<char> Beginnings = SearchValues.Create("☐□❏❐❑❒◯⬜☑☒■◉✓✔✅✗✘❌[(\uD83D");

    readonly bool hasEmptyBox;

    TickSigns(bool hasEmptyBox) => this.hasEmptyBox = hasEmptyBox;

    /// <summary>Whether a text may have signs, without a closer look.</summary>
    /// <param name="text">Any text.</param>
    internal static bool MayBeIn(ReadOnlySpan<char> text) => text.ContainsAny(Beginnings);

    /// <summary>
    /// The signs of one text. ■, ◉ and [x] mean a ticked box only beside an empty one, [x] also at the beginning; round brackets are boxes
    /// if there are two empty ones, or another empty box.
    /// </summary>
    /// <param name="text">All of a paragraph, a cell or an item.</param>
    public static IReadOnlyList<TickSign> In(string text) => MayBeIn(text) ? [.. Around(text).Of(text, isBeginning: true)] : [];

    /// <summary>For the parts of one text.</summary>
    /// <param name="text">All of it.</param>
    internal static TickSigns Around(string text) => new(MayBeIn(text)
        && (Sign().EnumerateMatches(text) is var signs && HasEmptyBox(text, signs)));

    static bool HasEmptyBox(string text, Regex.ValueMatchEnumerator signs)
    {
        var round = 0;
        foreach (var sign in signs)
        {
            var first = text[sign.Index];
            if (first == '(' && MeaningOf(text, sign) == TickMeaning.BoxEmpty) round++;
            if (round > 1 || first != '(' && MeaningOf(text, sign) == TickMeaning.BoxEmpty) return true;
        }

        return false;
    }

    /// <param name="part">A part of the text.</param>
    /// <param name="isBeginning">Whether the text begins with it.</param>
    internal List<TickSign> Of(string part, bool isBeginning)
    {
        List<TickSign> found = [];
        foreach (var sign in Sign().EnumerateMatches(part))
        {
            var isFirst = isBeginning && string.IsNullOrWhiteSpace(part[..sign.Index]);
            if (hasEmptyBox || IsCertain(part[sign.Index], MeaningOf(part, sign), isFirst))
                found.Add(new(sign.Index, sign.Length, MeaningOf(part, sign)));
        }

        return found;
    }

    static bool IsCertain(char first, TickMeaning meaning, bool isFirst) => first switch
    {
        '(' or '■' or '◉' => false,
        '[' => meaning == TickMeaning.BoxEmpty || isFirst,
        _ => true,
    };

    static TickMeaning MeaningOf(string text, ValueMatch sign) => text[sign.Index] switch
    {
        '[' or '(' => text.AsSpan(sign.Index + 1, sign.Length - 2).ContainsAny('x', 'X') ? TickMeaning.BoxTicked : TickMeaning.BoxEmpty,
        '☑' or '☒' or '■' or '◉' => TickMeaning.BoxTicked,
        '\uD83D' => text[sign.Index + 1] == '\uDDF8' ? TickMeaning.Tick : TickMeaning.BoxTicked,
        '✓' or '✔' or '✅' => TickMeaning.Tick,
        '✗' or '✘' or '❌' => TickMeaning.Cross,
        _ => TickMeaning.BoxEmpty,
    };

    [GeneratedRegex(@"(?:[☐□❏❐❑❒◯⬜☑☒■◉✓✔✅✗✘❌]|\uD83D[\uDDF5\uDDF7-\uDDF9])\uFE0F?|\[(?:[ \u00A0]{1,3}|[xX])\]|\((?:[ \u00A0]{1,3}|[xX])\)",
        RegexOptions.CultureInvariant)]
    private static partial Regex Sign();
}
