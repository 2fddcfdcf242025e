using Markdig.Extensions.Footnotes;
using Markdig.Syntax;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Footnotes that are referred to inside other footnotes, where the document model allows none. Their text stands there in brackets: in
/// full the first time, shortened later.
/// </summary>
sealed class FootnotesInFootnotes
{
    /// <summary>Enough of a footnote to recognise it.</summary>
    const int MaxLettersNamed = 60;

    /// <summary>The shortened texts of the footnotes whose full text stands somewhere already.</summary>
    readonly Dictionary<Footnote, string> beginnings = [];

    /// <summary>Remembers that the full text of a footnote stands somewhere.</summary>
    public void Pass(Footnote footnote) => beginnings.TryAdd(footnote, Cut.To(TextOf(footnote), MaxLettersNamed));

    /// <summary>The text in brackets, followed by the footnotes that it refers to in turn.</summary>
    public string InBrackets(Footnote first)
    {
        List<string> texts = [];
        Queue<Footnote> open = new([first]);
        while (open.TryDequeue(out var footnote))
        {
            if (beginnings.TryGetValue(footnote, out var beginning))
            {
                texts.Add($" ({beginning})");
                continue;
            }

            Pass(footnote);
            texts.Add($" ({TextOf(footnote)})");
            foreach (var link in footnote.Descendants<FootnoteLink>().Where(link => !link.IsBackLink)) open.Enqueue(link.Footnote);
        }

        return string.Concat(texts);
    }

    /// <summary>Markdig adds the links back to the text as a paragraph without text.</summary>
    static string TextOf(Footnote footnote) => string.Join(' ', footnote.Descendants<LeafBlock>()
        .Select(leaf => leaf is CodeBlock code ? code.Lines.ToString() : MarkdownText.Of(leaf.Inline))
        .Where(text => text.Length > 0));
}
