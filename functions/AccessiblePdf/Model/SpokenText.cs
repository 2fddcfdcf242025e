using System.Globalization;
using System.Text.RegularExpressions;

namespace AccessiblePdf.Model;

/// <summary>
/// Gives words to what says something to the eye only. Screen readers leave out the signs of boxes to tick, or name what they look like,
/// and read raised and lowered letters as if they belonged to the word before, and struck text as if it were valid.
/// </summary>
public sealed partial class SpokenText
{
    static readonly HashSet<string> Endings =
    [
        "st", "nd", "rd", "th", "er", "re", "ère", "ème", "te", "ter", "de", "bis", "os", "as", "me", "mes", "lle", "lles", "gr", "ª", "º",
        "ten", "tem", "tes", "ste", "ster", "sten", "stem", "stes", "tel", "stel", "ern", "fach",
    ];

    readonly Wording words;
    readonly string? language;
    readonly TickSigns signs;
    readonly string pause;
    readonly List<Inline> spoken = [];
    string before = "";
    bool isBeginning = true;

    SpokenText(Wording words, string? language, TickSigns signs, string pause) =>
        (this.words, this.language, this.signs, this.pause) = (words, language, signs, pause);

    /// <summary>The same text, in which such signs are runs of their own with <see cref="TextRun.Spoken"/>.</summary>
    /// <param name="content">All of one text.</param>
    /// <param name="words">The words.</param>
    /// <param name="language">The language of the words as a BCP 47 tag, where it differs from the document's.</param>
    public static IReadOnlyList<Inline> Of(IReadOnlyList<Inline> content, Wording words, string? language = null) =>
        content.Any(MayNeedWords) ? Of(content, CleanText.Of(content).Trim(), words, language) : content;

    static List<Inline> Of(IReadOnlyList<Inline> content, string text, Wording words, string? language) =>
        new SpokenText(words, language, TickSigns.Around(text), PauseIn(text)).Read(content);

    static bool MayNeedWords(Inline inline) => inline switch
    {
        TextRun { Spoken: null } run => MayNeedWords(run),
        Link link => link.Content.Any(MayNeedWords),
        Reference reference => reference.Content.Any(MayNeedWords),
        _ => false,
    };

    static bool MayNeedWords(TextRun run) => StruckText.Is(run) || HasSigns(run);

    static bool HasSigns(TextRun run) => !run.Style.HasFlag(TextStyle.Code)
        && (IsShifted(run.Style) || TickSigns.MayBeIn(run.Text));

    static bool IsShifted(TextStyle style) => (style & (TextStyle.Superscript | TextStyle.Subscript)) != 0;

    /// <summary>A sign belongs to the words after it, unless the last of them stands at the end of the text: "yes ☒ no ☐".</summary>
    static string PauseIn(string text) => TickSigns.In(text) is not [var first, ..] signs || IsAlone(text, signs) ? ""
        : signs[^1].End == text.Length && first.Start > 0 ? "," : ":";

    static bool IsAlone(string text, IReadOnlyList<TickSign> signs) =>
        !text.Where((character, at) => char.IsLetterOrDigit(character) && !signs.Any(sign => sign.Start <= at && at < sign.End)).Any();

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
            isBeginning &= string.IsNullOrWhiteSpace(before);
        }

        return spoken;
    }

    List<Inline> Inside(IReadOnlyList<Inline> content) =>
        new SpokenText(words, language, signs, pause) { before = before, isBeginning = isBeginning }.Read(content);

    void Read(TextRun run)
    {
        if (IsShifted(run.Style))
        {
            spoken.Add(WordsFor(run) is { } shifted ? Saying(run, shifted) : run);
            return;
        }

        var start = 0;
        foreach (var sign in signs.Of(run.Text, isBeginning))
        {
            if (sign.Start > start) spoken.Add(run with { Text = run.Text[start..sign.Start] });
            spoken.Add(Saying(run with { Text = run.Text[sign.Start..sign.End] }, WordsFor(sign.Meaning) + pause));
            start = sign.End;
        }

        if (start < run.Text.Length) spoken.Add(run with { Text = run.Text[start..] });
    }

    TextRun Saying(TextRun run, string said) => run with { Spoken = said, Language = language };

    string WordsFor(TickMeaning meaning) => meaning switch
    {
        TickMeaning.BoxEmpty => words.BoxEmpty,
        TickMeaning.BoxTicked => words.BoxTicked,
        TickMeaning.Tick => words.Tick,
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
