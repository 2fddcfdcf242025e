using AccessiblePdf.Model;
using DocumentFormat.OpenXml;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Footnotes and endnotes; here both stand at the foot of the page.</summary>
sealed class WordFootnotes
{
    /// <summary>Word allows no note in a note; a file may, without end.</summary>
    const int Deepest = 5;

    readonly Dictionary<(bool IsEndnote, string Id), Footnote?> read = [];
    readonly Dictionary<OpenXmlElement, Dictionary<string, OpenXmlElement>> byId = new(ReferenceEqualityComparer.Instance);
    int depth;

    /// <summary>null if there is no such note, it refers to itself, or it stands in too many others.</summary>
    public Footnote? Find(OpenXmlElement reference, WordContext context)
    {
        var key = (IsEndnote: reference.LocalName == "endnoteReference", Id: reference.Value("id") ?? "");
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

    Dictionary<string, OpenXmlElement> NotesIn(OpenXmlElement root)
    {
        if (byId.TryGetValue(root, out var notes)) return notes;

        byId[root] = notes = [];
        foreach (var note in root.Where(note => note.Value("type") is null or "normal")) notes.TryAdd(note.Value("id") ?? "", note);
        return notes;
    }
}
