using System.Buffers;
using System.Globalization;
using System.Text.RegularExpressions;

namespace AccessiblePdf.Model;

/// <summary>
/// Gives words to what says something to the eye only. Screen readers leave out the signs of boxes to tick, or name what they look like,
/// and read raised and lowered letters as if they belonged to the word before, and struck text as if it were valid.
/// </summary>
public sealed partial class SpokenText
{
    static readonly SearchValues<char> Marks = SearchValues.Create("☐☑☒✓✔✗✘");

    static readonly HashSet<string> Endings =
    [
        "st", "nd", "rd", "th", "er", "re", "ère", "ème", "te", "ter", "de", "bis", "os", "as", "me", "mes", "lle", "lles", "gr", "ª", "º",
        "ten", "tem", "tes", "ste", "ster", "sten", "stem", "stes", "tel", "stel", "ern", "fach",
    ];

    readonly Wording words;
    readonly string? language;
    readonly string pause;
    readonly List<Inline> spoken = [];
    string before = "";

    SpokenText(Wording words, string? language, string pause) => (this.words, this.language, this.pause) = (words, language, pause);

    /// <summary>The same text, in which such signs are runs of their own with <see cref="TextRun.Spoken"/>.</summary>
    /// <param name="content">All of one text.</param>
    /// <param name="words">The words.</param>
    /// <param name="language">The language of the words as a BCP 47 tag, where it differs from the document's.</param>
    public static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> content, Wording words, string? language = null) =>
        content.Any(MayNeedWords) ? new SpokenText(words, language, PauseIn(CleanText.Of(content).Trim())).Read(content) : content;

    static bool MayNeedWords(Inline inline) => inline switch
    {
        TextRun { Spoken: null } run => MayNeedWords(run),
        Link link => link.Content.Any(MayNeedWords),
        Reference reference => reference.Content.Any(MayNeedWords),
        _ => false,
    };

    static bool MayNeedWords(TextRun run) => StruckText.Is(run) || HasSigns(run);

    static bool HasSigns(TextRun run) => !run.Style.HasFlag(TextStyle.Code)
        && (IsShifted(run.Style) || run.Text.AsSpan().ContainsAny(Marks));

    static bool IsShifted(TextStyle style) => (style & (TextStyle.Superscript | TextStyle.Subscript)) != 0;

    /// <summary>A mark belongs to the words after it, unless the last of them stands at the end of the text: "yes ☒ no ☐".</summary>
    static string PauseIn(string text) => !text.Any(char.IsLetterOrDigit) ? ""
        : Marks.Contains(text[^1]) && !Marks.Contains(text[0]) ? "," : ":";

    List<Inline> Read(IReadOnlyList<Inline> content)
    {
        foreach (var inline in StruckText.Told(content, words, language))
        {
            if (inline is TextRun { Spoken: null } run && HasSigns(run)) Read(run);
            else
                spoken.Add(inline switch
                {
                    Link link => link with { Content = Inside(link.Content) },
                    Reference reference => reference with { Content = Inside(reference.Content) },
                    _ => inline,
                });
            before = CleanText.Of([inline]);
        }

        return spoken;
    }

    List<Inline> Inside(IReadOnlyList<Inline> content) => new SpokenText(words, language, pause) { before = before }.Read(content);

    void Read(TextRun run)
    {
        if (IsShifted(run.Style))
        {
            spoken.Add(WordsFor(run) is { } shifted ? Saying(run, shifted) : run);
            return;
        }

        var text = run.Text;
        for (var start = 0; start < text.Length;)
        {
            var mark = text.AsSpan(start).IndexOfAny(Marks);
            var end = mark < 0 ? text.Length : start + mark;
            if (end > start) spoken.Add(run with { Text = text[start..end] });
            if (mark >= 0) spoken.Add(Saying(run with { Text = text[end].ToString() }, MeaningOf(text[end]) + pause));
            start = end + 1;
        }
    }

    TextRun Saying(TextRun run, string said) => run with { Spoken = said, Language = language };

    string MeaningOf(char mark) => mark switch
    {
        '☐' => words.BoxEmpty,
        '☑' or '☒' => words.BoxTicked,
        '✓' or '✔' => words.Tick,
        _ => words.Cross,
    };

    /// <summary>Raised endings of numbers and abbreviations ("1st", "Mlle") and lowered digits ("CO2") are read as they stand.</summary>
    string? WordsFor(TextRun run)
    {
        var text = CleanText.OnOneLine(run.Text).TrimEnd();
        if (!Term().IsMatch(text) || !text.Any(char.IsLetterOrDigit)) return null;

        var last = before is [.., var letter] ? letter : ' ';
        var isRaised = run.Style.HasFlag(TextStyle.Superscript);
        if (isRaised ? IsEnding(text, last) : text.All(char.IsDigit) && !char.IsDigit(last)) return null;

        return string.Format(CultureInfo.InvariantCulture, isRaised ? words.Raised : words.Lowered, text);
    }

    /// <summary>A single letter is an ending only behind a number, in Arabic or Roman digits, and in "no".</summary>
    static bool IsEnding(string text, char last) => Endings.Contains(text)
        || text is "e" or "o" or "a" or "d" && (char.IsDigit(last) || last is 'I' or 'V' or 'X' or 'L' or 'C' or 'M' or 'n' or 'N');

    /// <summary>Longer text is only set small.</summary>
    [GeneratedRegex(@"^[\p{L}\d+\-−–*,;()=]{1,8}$", RegexOptions.NonBacktracking | RegexOptions.CultureInvariant)]
    private static partial Regex Term();
}
