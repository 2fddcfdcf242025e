using AccessiblePdf.Model;
using DocumentFormat.OpenXml;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Footnotes and endnotes; here both stand at the foot of the page.</summary>
sealed class WordFootnotes
{
    readonly Dictionary<(bool IsEndnote, string Id), Footnote?> read = [];

    /// <summary>null if there is no such note, or it refers to itself.</summary>
    public Footnote? Find(OpenXmlElement reference, WordContext context)
    {
        var key = (IsEndnote: reference.LocalName == "endnoteReference", Id: reference.Value("id") ?? "");
        if (read.TryGetValue(key, out var known)) return known;

        read[key] = null;
        var (part, root) = key.IsEndnote
            ? ((DocumentFormat.OpenXml.Packaging.OpenXmlPart?)context.Main.EndnotesPart, (OpenXmlElement?)context.Main.EndnotesPart?.Endnotes)
            : (context.Main.FootnotesPart, context.Main.FootnotesPart?.Footnotes);
        if (part is null || root?.FirstOrDefault(note => note.Value("id") == key.Id && note.Value("type") is null or "normal") is not { } note) return null;

        context.Remarks.Enter("in einer Fußnote");
        var content = new StoryReader(context with { Part = part }, Story.Note).Read(note);
        context.Remarks.Leave();
        return read[key] = content.Count == 0 ? null : new Footnote(content);
    }
}
