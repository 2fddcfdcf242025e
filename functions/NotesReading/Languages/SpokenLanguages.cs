using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Languages;

/// <summary>
/// The languages of a document's text, so that it is read aloud by the rules of each. A run names its language only where it differs from
/// the document's.
/// </summary>
static class SpokenLanguages
{
    /// <summary>Paragraphs in an unmarked language that are told; the rest of a file is like them.</summary>
    const int MaxTold = 3;

    const int LettersTold = 60;

    /// <summary>
    /// Words, and blank runs, signs and single letters between them, have one language, so that a sentence is not read in pieces.
    /// </summary>
    public static IReadOnlyList<Inline> Joined(IReadOnlyList<Inline> content)
    {
        if (!content.Any(inline => inline is TextRun { Language: not null })) return content;

        var joined = WholeWords.Of(content);
        Join(joined, HoldsWord, (run, before, next) => run.Language == before || run.Language == next ? run.Language : null);
        Join(joined, HoldsLetter, (_, _, _) => null);
        return joined;
    }

    /// <summary>Gives the runs that do not count the language of those around them, or another one where these differ.</summary>
    static void Join(Inline[] content, Predicate<TextRun> counts, Func<TextRun, string?, string?, string?> between)
    {
        string? before = null;
        for (var at = 0; at < content.Length; at++)
        {
            if (content[at] is not TextRun run) continue;
            if (counts(run))
            {
                before = run.Language;
                continue;
            }

            var next = content.Skip(at + 1).OfType<TextRun>().FirstOrDefault(after => counts(after))?.Language;
            content[at] = run with { Language = before == next ? before : between(run, before, next) };
        }
    }

    static bool HoldsLetter(TextRun run) => run.Text.Any(char.IsLetter);

    /// <summary>One Latin or Greek letter is no word, but a sign or a number; it does not change the voice.</summary>
    static bool HoldsWord(TextRun run) =>
        run.Text.Count(char.IsLetter) > 1 || run.Text.Any(letter => char.IsLetter(letter) && letter >= '\u0400');

    /// <summary>The same text in a document of another language: runs now say what they took from their own document before.</summary>
    public static IReadOnlyList<Block> Moved(IReadOnlyList<Block> blocks, string from, string to) => new BlockMap(
        block => block is Figure figure ? figure with { Language = Relative(figure.Language ?? from, to) } : block,
        inline => inline switch
        {
            TextRun run => run with { Language = Relative(run.Language ?? from, to) },
            Formula formula => formula with { Language = Relative(formula.Language ?? from, to) },
            _ => inline,
        }).Of(blocks);

    /// <summary>Tells staff of text that is plainly in another language than the document and not marked so.</summary>
    /// <param name="blocks">The blocks.</param>
    /// <param name="language">The document's.</param>
    /// <param name="remedy">What to do about it in this format, as a German sentence.</param>
    /// <param name="remarks">Take the hints.</param>
    public static void TellUnmarked(IReadOnlyList<Block> blocks, string language, string remedy, Remarks remarks)
    {
        var unmarked = new List<(string Text, string German)>();
        var all = new List<string>();
        new BlockMap(
            block =>
            {
                if (block is not Paragraph paragraph) return block;
                var text = string.Concat(paragraph.Content.OfType<TextRun>().Where(run => run.Language is null).Select(run => run.Text));
                all.Add(text);
                if (LanguageGuess.Of(text) is { } guess && !LanguageTag.AreSame(guess.Tag, language)) unmarked.Add((text, guess.German));
                return block;
            },
            inline => inline).Of(blocks);

        if (unmarked.Count > 1 && LanguageGuess.Of(string.Join(' ', all)) is { } whole && !LanguageTag.AreSame(whole.Tag, language))
        {
            remarks.Hint(null, $"Der Text ist offenbar {whole.German}, wird aber mit anderer Aussprache vorgelesen. {remedy}");
            return;
        }

        foreach (var (text, german) in unmarked.Take(MaxTold))
            remarks.Hint(null, $"Der Absatz „{Cut.To(text.Trim(), LettersTold)}“ ist offenbar {german}, aber nicht so gekennzeichnet. "
                + remedy);
    }

    static string? Relative(string language, string document) => LanguageTag.AreSame(language, document) ? null : language;
}
