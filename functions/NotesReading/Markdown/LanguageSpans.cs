using System.Text.RegularExpressions;
using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Languages;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Text whose language is said: <c>[text]{lang=en}</c>, a link <c>[text](address){lang=en}</c> and a heading that ends with
/// <c>{lang=en}</c>, as Pandoc writes them. The text may hold emphasis, links and footnotes.
/// </summary>
static partial class LanguageSpans
{
    /// <param name="pieces">The pieces of a paragraph.</param>
    /// <param name="line">Where it begins in the file.</param>
    /// <param name="remarks">Take what is wrong; it stays in the text as it is written.</param>
    public static List<Piece> Read(List<Piece> pieces, int? line, Remarks remarks)
    {
        for (var at = 0; at < pieces.Count; at++)
        {
            if (TextOf(pieces[at]) is not { } run) continue;

            foreach (Match mark in Mark().Matches(run.Text))
            {
                var isOfLink = mark.Index == 0 && !mark.Groups["span"].Success && at > 0 && pieces[at - 1].Text is Link;
                var opening = mark.Groups["span"].Success ? OpeningOf(pieces, at, mark.Index) : null;
                if (!isOfLink && opening is null) continue;
                if (LanguageTag.Parse(mark.Groups["tag"].Value) is not { } language)
                {
                    remarks.Hint(line, RemarkTexts.LanguageTag(mark.Groups["tag"].Value));
                    continue;
                }

                at = opening is { } start ? MarkSpan(pieces, start, (at, mark), language) : MarkLink(pieces, at, mark.Length, language);
                break; // what follows the mark is a piece of its own now
            }
        }

        return pieces;
    }

    /// <summary>A language that is said at the end of a heading is that of the whole heading.</summary>
    public static IReadOnlyList<Piece> ReadEnd(IReadOnlyList<Piece> heading)
    {
        if (heading is not [.., var last] || TextOf(last) is not { } run || End().Match(run.Text) is not { Success: true } end
            || LanguageTag.Parse(end.Groups["tag"].Value) is not { } language) return heading;

        return [.. heading.SkipLast(1).Append(run with { Text = run.Text[..end.Index] }).Select(piece => In(piece, language))];
    }

    /// <summary>Marks what stands between the brackets and takes the brackets away.</summary>
    /// <returns>The index of the last piece that was handled.</returns>
    static int MarkSpan(List<Piece> pieces, (int Piece, int At) opens, (int Piece, Match Mark) closes, string language)
    {
        var ((first, start), (last, mark)) = (opens, closes);
        var (opening, closing) = (TextOf(pieces[first])!, TextOf(pieces[last])!);
        var rest = closing with { Text = closing.Text[(mark.Index + mark.Length)..] };
        List<Piece> marked = first == last
            ? [opening with { Text = opening.Text[(start + 1)..mark.Index] }]
            : [opening with { Text = opening.Text[(start + 1)..] }, .. pieces[(first + 1)..last],
                closing with { Text = closing.Text[..mark.Index] }];
        List<Piece> replaced = [opening with { Text = opening.Text[..start] }, .. marked.Select(piece => In(piece, language)), rest];
        replaced.RemoveAll(IsEmpty);
        pieces.RemoveRange(first, last - first + 1);
        pieces.InsertRange(first, replaced);
        return first + replaced.Count - (IsEmpty(rest) ? 1 : 2); // the rest may hold another mark
    }

    /// <returns>The index of the last piece that was handled.</returns>
    static int MarkLink(List<Piece> pieces, int at, int length, string language)
    {
        pieces[at - 1] = In(pieces[at - 1], language);
        var run = TextOf(pieces[at])!;
        pieces[at] = run with { Text = run.Text[length..] };
        if (IsEmpty(pieces[at])) pieces.RemoveAt(at);
        return at - 1;
    }

    /// <summary>The bracket that belongs to the closing one; null if there is none.</summary>
    static (int Piece, int At)? OpeningOf(List<Piece> pieces, int last, int end)
    {
        var depth = 0;
        for (var at = last; at >= 0; at--)
        {
            if (TextOf(pieces[at]) is not { } run) continue;
            for (var letter = (at == last ? end : run.Text.Length) - 1; letter >= 0; letter--)
            {
                if (run.Text[letter] == ']') depth++;
                if (run.Text[letter] == '[' && depth-- == 0) return (at, letter);
            }
        }

        return null;
    }

    static Piece In(Piece piece, string language) => piece.Text is { } text ? In(text, language)
        : piece.Figure is { } figure ? figure with { Language = figure.Language ?? language } : piece;

    static Inline In(Inline inline, string language) => inline switch
    {
        TextRun run => run with { Language = run.Language ?? language },
        Link link => link with { Content = [.. link.Content.Select(part => In(part, language))] },
        Reference reference => reference with { Content = [.. reference.Content.Select(part => In(part, language))] },
        _ => inline,
    };

    /// <summary>null for everything that is no running text: in code, brackets are code.</summary>
    static TextRun? TextOf(Piece piece) => piece.Text is TextRun run && !run.Style.HasFlag(TextStyle.Code) ? run : null;

    static bool IsEmpty(Piece piece) => piece.Text is TextRun { Text: "" };

    [GeneratedRegex(@"(?<span>\])?\{:?lang=[""„“”]?(?<tag>[^\s{}""„“”]*)[""“”]?\}", RegexOptions.ExplicitCapture)]
    private static partial Regex Mark();

    [GeneratedRegex(@"\s*\{:?lang=[""„“”]?(?<tag>[^\s{}""„“”]*)[""“”]?\}\s*$", RegexOptions.ExplicitCapture)]
    private static partial Regex End();
}
