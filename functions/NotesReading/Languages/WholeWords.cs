using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Languages;

/// <summary>Gives a word that several runs hold one language: keyboards change theirs in the middle of words.</summary>
static class WholeWords
{
    /// <summary>The document's language stays if it has this share of the letters, for a voice of another would mistake the word.</summary>
    const double LeastShare = 1.0 / 3;

    public static Inline[] Of(IReadOnlyList<Inline> content)
    {
        Inline[] joined = [.. content];
        for (var start = 0; start < joined.Length; start++)
        {
            var end = start;
            while (end + 1 < joined.Length && IsCut(joined[end], joined[end + 1]) && (end == start || IsPart(joined[end]))) end++;
            if (end == start) continue;

            var language = LanguageOf([.. joined[start..(end + 1)].Cast<TextRun>()]);
            for (var at = start; at <= end; at++) if (IsPart(joined[at])) joined[at] = (TextRun)joined[at] with { Language = language };
            start = end - (IsPart(joined[end]) ? 0 : 1); // the last run may hold the next cut word, too
        }

        return joined;
    }

    /// <summary>A run with more than a part of the word says the language, else most letters do.</summary>
    static string? LanguageOf(TextRun[] word)
    {
        if (Array.Find(word, run => !IsPart(run)) is { } whole) return whole.Language;

        var letters = word.Sum(run => run.Text.Length);
        return word.Where(run => run.Language is null).Sum(run => run.Text.Length) >= letters * LeastShare ? null
            : word.GroupBy(run => run.Language).MaxBy(same => same.Sum(run => run.Text.Length))!.Key;
    }

    static bool IsPart(Inline inline) => inline is TextRun run && run.Text.All(char.IsLetterOrDigit);

    /// <summary>Whether a word reaches over the end of a run. Where the script changes, so may the language.</summary>
    static bool IsCut(Inline left, Inline right) => left is TextRun { Text: [.., var last] } && right is TextRun { Text: [var first, ..] }
        && char.IsLetterOrDigit(last) && char.IsLetterOrDigit(first) && (char.IsLetter(last) || char.IsLetter(first))
        && (char.IsDigit(last) || char.IsDigit(first) || Scripts.Of(last) == Scripts.Of(first));
}
