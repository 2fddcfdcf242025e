using System.Text.RegularExpressions;
using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Letters;

namespace ThaffFunctions.NotesReading;

/// <summary>
/// Replaces what authors type for its look: runs of spaces become one, lines of signs become a rule, and underscores and dots within text a
/// line to write on. Read aloud, they would be a gap, or "underscore" twenty times.
/// </summary>
static partial class TypedLayout
{
    const int LeastOfRule = 5, LongestBlank = 60;

    /// <summary>Behind a space or colon, and behind a word, where they may be an omission that somebody typed long.</summary>
    const int LeastDots = 6, LeastDotsAtWord = 10;

    public static IReadOnlyList<Block> Replaced(IReadOnlyList<Block> blocks) =>
        new BlockMap(WithBlanks, inline => inline is TextRun run ? AsRead(run) : inline) { OnText = Exponents.Spelled }
            .Of(blocks.Select(block => IsRule(block) ? new ThematicBreak { Anchor = block.Anchor } : block));

    static bool IsRule(Block block) => block is Paragraph { Content: var text } && text.All(inline => inline is TextRun)
        && TextRuns.Plain(text).Where(letter => !char.IsWhiteSpace(letter)).ToList() is { Count: >= LeastOfRule } signs
        && signs.TrueForAll(sign => sign == signs[0]) && "_-–—=*~·.…#".Contains(signs[0], StringComparison.Ordinal);

    static Block WithBlanks(Block block) =>
        block is Paragraph paragraph && paragraph.Content.Any(inline => inline is TextRun run && FindBlank(run, 0).Length > 0)
            ? paragraph with { Content = [.. paragraph.Content.SelectMany(inline => inline is TextRun run ? Parted(run) : [inline])] }
            : block;

    static IEnumerable<Inline> Parted(TextRun run)
    {
        var start = 0;
        while (FindBlank(run, start) is { Length: > 0 } blank)
        {
            if (blank.Start > start) yield return run with { Text = run.Text[start..blank.Start] };
            yield return new Blank(LettersOf(run.Text.AsSpan(blank.Start, blank.Length)));
            start = blank.Start + blank.Length;
        }

        if (start < run.Text.Length) yield return run with { Text = run.Text[start..] };
    }

    /// <summary>The next underscores that are no part of a name or of program text, or dots that are too many for an omission.</summary>
    static (int Start, int Length) FindBlank(TextRun run, int from)
    {
        if (run.Style.HasFlag(TextStyle.Code)) return default;

        foreach (var signs in Signs().EnumerateMatches(run.Text, from))
        {
            var end = signs.Index + signs.Length;
            if (run.Text[signs.Index] == '_' ? !IsPartOfName(run.Text, signs.Index, end) : AreDotsToWriteOn(run.Text, signs.Index, end))
                return (signs.Index, signs.Length);
        }

        return default;
    }

    /// <summary>Before a number, dots lead the eye to it.</summary>
    static bool AreDotsToWriteOn(string text, int start, int end) => text.AsSpan(end).TrimStart() is not [>= '0' and <= '9', ..]
        && (end == text.Length || !char.IsLetterOrDigit(text[end]))
        && DotsIn(text.AsSpan(start, end - start))
            >= (start == 0 || IsSpace(text[start - 1]) || text[start - 1] is ':' or '(' ? LeastDots : LeastDotsAtWord);

    static int DotsIn(ReadOnlySpan<char> signs) => signs.Length + 2 * signs.Count('…');

    /// <summary>Of average width: dots are about half as wide.</summary>
    static int LettersOf(ReadOnlySpan<char> signs) => Math.Min(LongestBlank, signs[0] == '_' ? signs.Length : DotsIn(signs) / 2);

    static bool IsPartOfName(string text, int start, int end) =>
        start > 0 && char.IsLetterOrDigit(text[start - 1]) || end < text.Length && char.IsLetterOrDigit(text[end]);

    static TextRun AsRead(TextRun run)
    {
        var text = run.Text.Replace('\t', ' '); // tab stops do not exist here
        if (!run.Style.HasFlag(TextStyle.Code)) // reference managers escape ampersands for TeX
            text = SingleSpaced(PlainLetters.Of(text).Replace("\\&", "&", StringComparison.Ordinal));
        return ReferenceEquals(text, run.Text) ? run : run with { Text = text };
    }

    /// <summary>The same string if there is nothing to replace.</summary>
    public static string SingleSpaced(string text)
    {
        if (!HasGap(text)) return text;

        List<char> kept = new(text.Length);
        foreach (var letter in text)
        {
            if (!IsSpace(letter)) kept.Add(letter);
            else if (kept is [.., var last] && IsSpace(last)) kept[^1] = ' ';
            else kept.Add(letter);
        }

        return new([.. kept]);
    }

    static bool HasGap(string text)
    {
        for (var at = 1; at < text.Length; at++)
        {
            if (IsSpace(text[at]) && IsSpace(text[at - 1])) return true;
        }

        return false;
    }

    static bool IsSpace(char letter) => letter is ' ' or '\t' or '\u00A0' or '\u2007' or '\u202F' or '\u2003' or '\u2002';

    [GeneratedRegex("_{3,}|[.…]{3,}", RegexOptions.NonBacktracking)]
    private static partial Regex Signs();
}
