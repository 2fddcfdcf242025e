using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;
using ThaffFunctions.NotesReading.Word.Text;
using WrittenText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace ThaffFunctions.NotesReading.Word;

/// <summary>
/// The languages of a document's text. Word marks every run with one, often with that of the writer's keyboard or of the template, so that
/// text which is plainly in another language overrules the mark.
/// </summary>
sealed class WordLanguages
{
    public const string Remedy = "In Word lässt sich das für markierten Text unter „Überprüfen“, „Sprache“ angeben.";

    readonly RunLanguages basis;

    /// <summary>What most of the text is marked as.</summary>
    readonly string marked;

    public WordLanguages(OpenXmlElement body, WordStyles styles)
    {
        basis = styles.Languages;
        var all = string.Join(' ', body.Descendants<WrittenText>().Select(text => text.Text)); // not of formulas
        var most = body.Descendants().Where(element => element.LocalName == "p")
            .SelectMany(paragraph => RunsOf(paragraph, styles.Of(paragraph).Format.Languages))
            .GroupBy(run => (run.Language, run.Script), run => run.Letters).MaxBy(language => language.Sum())?.Key
            ?? (LanguageTag.German, null);
        AssumedBy = most.Script;
        marked = most.Language ?? ScriptLanguages.InAll(most.Script!, string.Join('\n', ParagraphsOf(body)));
        var written = LanguageGuess.Of(all);
        var found = written is { } guess && !LanguageTag.AreSame(guess.Tag, marked) ? guess.Tag : marked;
        Document = LanguageTag.AreSame(found, LanguageTag.German) ? LanguageTag.German : found;
    }

    /// <summary>The language of the document, as a BCP 47 tag.</summary>
    public string Document { get; }

    /// <summary>The script that tells the document's language where the marks cannot be true; null if they can.</summary>
    public Script? AssumedBy { get; }

    /// <param name="languages">What run and styles say.</param>
    /// <param name="text">The text.</param>
    /// <returns>null for the document's own, and for text without letters.</returns>
    public string? Of(RunLanguages languages, string text)
    {
        if (!text.Any(char.IsLetter) || languages.Over(basis).Of(text) is not { } mark) return null;

        return LanguageTag.AreSame(mark, Document) || LanguageTag.AreSame(mark, marked) ? null : mark;
    }

    /// <summary>The text of a paragraph without marks that its words contradict.</summary>
    public IReadOnlyList<Part> Doubted(IReadOnlyList<Part> paragraph)
    {
        var mistaken = paragraph.Select(part => part.Text).OfType<TextRun>().Where(run => run.Language is not null)
            .GroupBy(run => run.Language!, run => run.Text).Where(marked => IsMistaken(marked.Key, string.Join(' ', marked)))
            .Select(marked => marked.Key).ToHashSet();
        return mistaken.Count == 0 ? paragraph
            : [.. paragraph.Select(part => part.Text is TextRun run && run.Language is { } own && mistaken.Contains(own)
                ? part with { Text = run with { Language = null } } : part)];
    }

    bool IsMistaken(string mark, string text) => LanguageGuess.IsRather(text, Document, mark)
        || LanguageGuess.Of(text) is { } own && LanguageTag.AreSame(own.Tag, Document);

    static IEnumerable<string> ParagraphsOf(OpenXmlElement body) =>
        body.Descendants().Where(element => element.LocalName == "p").Select(paragraph => paragraph.InnerText);

    /// <summary>Either the language that a run is marked as, or the script that this language is not written in.</summary>
    IEnumerable<(string? Language, Script? Script, int Letters)> RunsOf(OpenXmlElement paragraph, RunLanguages style) =>
        from run in paragraph.Elements().Where(element => element.LocalName == "r")
        let text = string.Concat(run.Elements().Where(element => element.LocalName == "t").Select(element => element.InnerText))
        let language = RunLanguages.Of(run.Child("rPr")).Over(style).Over(basis).Of(text) ?? LanguageTag.German
        let script = ScriptPieces.Of(text).MaxBy(piece => piece.Text.Length).Script
        let isOther = script is not null && !ScriptLanguages.Fits(script, language)
        select (isOther ? null : language, isOther ? script : null, text.Count(char.IsLetter));
}
