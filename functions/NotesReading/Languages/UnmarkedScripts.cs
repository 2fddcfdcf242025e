using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Languages;

/// <summary>
/// Gives text a language by its script where the language that holds for it is not written in that script: a voice for German spells such
/// text or leaves it out.
/// </summary>
sealed class UnmarkedScripts
{
    /// <summary>Enough of a text to find it.</summary>
    const int LettersTold = 60;

    readonly string language, all, remedy;
    readonly Remarks remarks;
    readonly Dictionary<Script, string> inAll = [];

    UnmarkedScripts(string language, string all, string remedy, Remarks remarks) =>
        (this.language, this.all, this.remedy, this.remarks) = (language, all, remedy, remarks);

    /// <param name="blocks">The blocks.</param>
    /// <param name="language">The document's.</param>
    /// <param name="remedy">How to name a language in this format, as a German sentence.</param>
    /// <param name="remarks">Take what was assumed.</param>
    public static IReadOnlyList<Block> Marked(IReadOnlyList<Block> blocks, string language, string remedy, Remarks remarks)
    {
        List<string> all = [];
        new BlockMap(block => block, inline => inline) { OnText = Collected }.Of(blocks);
        var rule = new UnmarkedScripts(language, string.Join('\n', all), remedy, remarks);
        return new BlockMap(rule.OfFigure, inline => inline) { OnText = rule.OfText }.Of(blocks);

        IReadOnlyList<Inline> Collected(IReadOnlyList<Inline> text)
        {
            if (text.Any(inline => inline is TextRun)) all.Add(Plain(text));
            return text;
        }
    }

    /// <summary>What was assumed, as a German sentence without its full stop.</summary>
    public static string Told(string text, Script script, string assumed) =>
        $"{text} hat {script.German} Schriftzeichen, aber keine passende Angabe der Sprache, und wird auf "
        + $"{ScriptLanguages.NameOf(assumed)} vorgelesen";

    IReadOnlyList<Inline> OfText(IReadOnlyList<Inline> text)
    {
        if (!text.Any(inline => inline is TextRun run && (run.Language is not null || Scripts.AreIn(run.Text)))) return text;

        var near = Plain(text);
        return TextRuns.Joined(text.SelectMany(inline => inline is TextRun run ? Parted(run, near) : [inline]));
    }

    IEnumerable<Inline> Parted(TextRun run, string near)
    {
        var pieces = ScriptPieces.Of(run.Text);
        if (pieces is [(null, _)]) return [IsMistakenLatin(run) ? run with { Language = null } : run];

        return pieces.Select(piece => run with { Text = piece.Text, Language = LanguageOf(piece.Script, piece.Text, run.Language, near) });
    }

    static bool IsMistakenLatin(TextRun run) =>
        run.Language is { } own && !ScriptLanguages.Fits(null, own) && run.Text.Any(char.IsLetter);

    string? LanguageOf(Script? script, string text, string? marked, string near)
    {
        if (script is null || ScriptLanguages.Fits(script, marked ?? language, text)) return marked;

        var assumed = ScriptLanguages.Of(script, text, near) ?? InAll(script);
        if (LanguageTag.AreSame(assumed, language)) return null;

        remarks.HintFirst($"{nameof(UnmarkedScripts)} {assumed}", null,
            $"{Told($"„{Cut.To(text.Trim(), LettersTold)}“", script, assumed)}; das gilt für alle solchen Stellen. {remedy}");
        return assumed;
    }

    string InAll(Script script) =>
        inAll.TryGetValue(script, out var known) ? known : inAll[script] = ScriptLanguages.InAll(script, all);

    /// <summary>An alternative text has one language.</summary>
    Block OfFigure(Block block) => block is Figure figure && ScriptPieces.Of(figure.AlternativeText) is [({ } script, var text)]
        ? figure with { Language = LanguageOf(script, text, figure.Language, text) } : block;

    static string Plain(IEnumerable<Inline> text) => string.Concat(text.OfType<TextRun>().Select(run => run.Text));
}
