using System.Globalization;

namespace AccessiblePdf.Model;

/// <summary>
/// Screen readers read struck text as if it were valid: its first and its last word are runs of their own that say so. The words between
/// are read as they stand.
/// </summary>
static class StruckText
{
    public static bool Is(Inline inline) => inline is TextRun { Spoken: null } run && run.Style.HasFlag(TextStyle.Strikethrough);

    /// <param name="content">All of one text.</param>
    /// <param name="words">The words.</param>
    /// <param name="language">The language of the words as a BCP 47 tag, where it differs from the document's.</param>
    public static IEnumerable<Inline> Told(IReadOnlyList<Inline> content, Wording words, string? language)
    {
        var isBehind = false;
        for (var at = 0; at < content.Count; at++)
        {
            if (!Is(content[at]) || IsBlank(content[at]))
            {
                if (!IsBlank(content[at])) isBehind = false;
                yield return content[at];
                continue;
            }

            var begins = !isBehind;
            isBehind = true;
            var ends = content.Skip(at + 1).FirstOrDefault(inline => !IsBlank(inline)) is { } after && !Is(after);
            foreach (var piece in Parted((TextRun)content[at], begins ? words.StruckBegins : null, ends ? words.StruckEnds : null))
                yield return piece.Spoken is null ? piece : piece with { Language = language };
        }
    }

    static IEnumerable<TextRun> Parted(TextRun run, string? begins, string? ends)
    {
        var text = run.Text;
        var start = begins is null ? 0 : text.Length - text.TrimStart().Length;
        var end = ends is null ? text.Length : text.TrimEnd().Length;
        var first = begins is null ? start : text.IndexOf(' ', start) is > 0 and var space && space < end ? space : end;
        var last = ends is null ? end : Math.Max(start, text.LastIndexOf(' ', end - 1) + 1);
        (int Start, int End, string? Words)[] pieces = first > last
            ? [(0, start, null), (start, end, Put(ends!, begins!)), (end, text.Length, null)]
            : [(0, start, null), (start, first, begins), (first, last, null), (last, end, ends), (end, text.Length, null)];
        foreach (var piece in pieces.Where(piece => piece.End > piece.Start))
        {
            var part = text[piece.Start..piece.End];
            yield return run with { Text = part, Spoken = piece.Words is { } words ? Put(words, part) : null };
        }
    }

    static string Put(string words, string text) => string.Format(CultureInfo.InvariantCulture, words, text);

    static bool IsBlank(Inline inline) => inline is TextRun run ? string.IsNullOrWhiteSpace(run.Text) : inline is LineBreak;
}
