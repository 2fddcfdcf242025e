using Markdig.Extensions.Footnotes;
using Markdig.Syntax;
using ThaffFunctions.Insights.Reading;

namespace ThaffFunctions.Documentation.Notes.Markdown;

/// <summary>Notes as they stand in others, where none can be: in brackets, each with its whole text only where it stands for the first time.</summary>
sealed class NotesInNotes
{
    /// <summary>As much of a note that stands elsewhere as finds it again.</summary>
    const int MostLettersNamed = 60;

    /// <summary>The beginnings of those whose whole text stands somewhere.</summary>
    readonly Dictionary<Footnote, string> beginnings = [];

    /// <summary>It stands at the foot of a page.</summary>
    public void Pass(Footnote note) => beginnings.TryAdd(note, Cut.To(TextOf(note), MostLettersNamed));

    /// <summary>The notes that it refers to in turn follow it.</summary>
    public string InBrackets(Footnote first)
    {
        List<string> texts = [];
        Queue<Footnote> open = new([first]);
        while (open.TryDequeue(out var note))
        {
            if (beginnings.TryGetValue(note, out var beginning))
            {
                texts.Add($" ({beginning})");
                continue;
            }

            Pass(note);
            texts.Add($" ({TextOf(note)})");
            foreach (var link in note.Descendants<FootnoteLink>().Where(link => !link.IsBackLink)) open.Enqueue(link.Footnote);
        }

        return string.Concat(texts);
    }

    /// <summary>What leads back to the text is a paragraph without letters.</summary>
    static string TextOf(Footnote note) => string.Join(' ', note.Descendants<LeafBlock>()
        .Select(leaf => leaf is CodeBlock code ? code.Lines.ToString() : MarkdownText.Of(leaf.Inline))
        .Where(text => text.Length > 0));
}
