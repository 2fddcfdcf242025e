using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.Insights.Reading;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Footnotes and endnotes; here both stand at the foot of the page.</summary>
sealed class WordFootnotes
{
    /// <summary>Word allows no note in a note; a file may, without end.</summary>
    const int Deepest = 5;

    /// <summary>As much of a note that stands elsewhere as finds it again.</summary>
    const int MostLettersNamed = 60;

    readonly Dictionary<(bool IsEndnote, string Id), Footnote?> read = [];
    readonly Dictionary<OpenXmlElement, Dictionary<string, OpenXmlElement>> byId = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<(bool IsEndnote, string Id), string> beginnings = [];
    int depth;

    /// <summary>null if there is no such note, it refers to itself, or it stands in too many others.</summary>
    public Footnote? Find(OpenXmlElement reference, WordContext context)
    {
        var key = KeyOf(reference);
        if (read.TryGetValue(key, out var known)) return known;
        if (depth == Deepest) return null;

        read[key] = null;
        var (part, root) = key.IsEndnote
            ? ((DocumentFormat.OpenXml.Packaging.OpenXmlPart?)context.Main.EndnotesPart, (OpenXmlElement?)context.Main.EndnotesPart?.Endnotes)
            : (context.Main.FootnotesPart, context.Main.FootnotesPart?.Footnotes);
        if (part is null || root is null || !NotesIn(root).TryGetValue(key.Id, out var note)) return null;

        depth++;
        context.Remarks.Enter("in einer Fußnote");
        var content = new StoryReader(context with { Part = part }, Story.Note).Read(note);
        context.Remarks.Leave();
        depth--;
        return read[key] = content.Count == 0 ? null : new Footnote(content);
    }

    /// <summary>A note as it stands in another, where none can be: its text, or its beginning if the text stands elsewhere already.</summary>
    public string? InBrackets(OpenXmlElement reference, WordContext context)
    {
        var key = KeyOf(reference);
        if (beginnings.TryGetValue(key, out var beginning)) return beginning;

        var isNew = !read.ContainsKey(key);
        if (Find(reference, context) is not { } note) return null;

        var text = string.Join(' ', note.Content.OfType<Paragraph>().Select(paragraph => TextRuns.Plain(paragraph.Content)));
        beginnings[key] = $" ({Cut.To(text, MostLettersNamed)})";
        return isNew ? $" ({text})" : beginnings[key];
    }

    static (bool IsEndnote, string Id) KeyOf(OpenXmlElement reference) => (reference.LocalName == "endnoteReference", reference.Value("id") ?? "");

    Dictionary<string, OpenXmlElement> NotesIn(OpenXmlElement root)
    {
        if (byId.TryGetValue(root, out var notes)) return notes;

        byId[root] = notes = [];
        foreach (var note in root.Where(note => note.Value("type") is null or "normal")) notes.TryAdd(note.Value("id") ?? "", note);
        return notes;
    }
}
