using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>Footnotes and endnotes; both become footnotes.</summary>
sealed class WordFootnotes
{
    /// <summary>Word allows no footnote in a footnote, but a file may nest them without limit.</summary>
    const int Deepest = 5;

    /// <summary>Enough of a footnote to recognise it.</summary>
    const int MostLettersNamed = 60;

    readonly Dictionary<(bool IsEndnote, string Id), Footnote?> read = [];
    readonly Dictionary<OpenXmlElement, Dictionary<string, OpenXmlElement>> byId = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<(bool IsEndnote, string Id), string> beginnings = [];
    int depth;

    /// <summary>Null if there is no such footnote, it refers to itself, or the nesting is too deep.</summary>
    public Footnote? Find(OpenXmlElement reference, WordContext context)
    {
        var key = KeyOf(reference);
        if (read.TryGetValue(key, out var known)) return known;
        if (depth == Deepest) return null;

        read[key] = null;
        var (part, root) = key.IsEndnote
            ? ((DocumentFormat.OpenXml.Packaging.OpenXmlPart?)context.Main.EndnotesPart,
            (OpenXmlElement?)context.Main.EndnotesPart?.Endnotes)
            : (context.Main.FootnotesPart, context.Main.FootnotesPart?.Footnotes);
        if (part is null || root is null || !FootnotesIn(root).TryGetValue(key.Id, out var footnote)) return null;

        depth++;
        context.Remarks.Enter("in einer Fußnote");
        var content = new StoryReader(context with { Part = part }, Story.Footnote).Read(footnote);
        context.Remarks.Leave();
        depth--;
        return read[key] = content.Count == 0 ? null : new Footnote(WithoutMark(content, OwnMarkOf(reference)));
    }

    /// <summary>The sign that the author chose instead of a number; empty if there is none. A number replaces it.</summary>
    static string OwnMarkOf(OpenXmlElement reference) => !HasOwnMark(reference) ? "" : string.Concat(
        reference.ElementsAfter().Where(element => element.LocalName == "t").Select(element => element.InnerText)).Trim();

    /// <summary>Whether a sign follows the reference in its run.</summary>
    public static bool HasOwnMark(OpenXmlElement reference) => reference.Value("customMarkFollows") is "1" or "true" or "on";

    /// <summary>The text of the footnote repeats its mark.</summary>
    static IReadOnlyList<Block> WithoutMark(IReadOnlyList<Block> content, string mark)
    {
        if (mark.Length == 0 || content is not [Paragraph { Content: [TextRun first, ..] text } paragraph, ..]) return content;
        if (!first.Text.StartsWith(mark, StringComparison.Ordinal) || TextRuns.Plain(text).Trim() == mark) return content;

        var rest = TextRuns.Trimmed([first with { Text = first.Text[mark.Length..] }, .. text.Skip(1)]);
        return [new Paragraph(rest) { Anchor = paragraph.Anchor }, .. content.Skip(1)];
    }

    /// <summary>
    /// The text of a footnote that is referred to inside another one, where the document model allows none; shortened if the full text
    /// stands elsewhere already.
    /// </summary>
    public string? InBrackets(OpenXmlElement reference, WordContext context)
    {
        var key = KeyOf(reference);
        if (beginnings.TryGetValue(key, out var beginning)) return beginning;

        var isNew = !read.ContainsKey(key);
        if (Find(reference, context) is not { } footnote) return null;

        var text = string.Join(' ', footnote.Content.OfType<Paragraph>().Select(paragraph => TextRuns.Plain(paragraph.Content)));
        beginnings[key] = $" ({Cut.To(text, MostLettersNamed)})";
        return isNew ? $" ({text})" : beginnings[key];
    }

    static (bool IsEndnote, string Id) KeyOf(OpenXmlElement reference) =>
        (reference.LocalName == "endnoteReference", reference.Value("id") ?? "");

    Dictionary<string, OpenXmlElement> FootnotesIn(OpenXmlElement root)
    {
        if (byId.TryGetValue(root, out var footnotes)) return footnotes;

        byId[root] = footnotes = [];
        foreach (var footnote in root.Where(one => one.Value("type") is null or "normal"))
            footnotes.TryAdd(footnote.Value("id") ?? "", footnote);
        return footnotes;
    }
}
