using System.Globalization;
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
    const int MaxLettersNamed = 60;

    const int LongestMark = 4;

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
    static string OwnMarkOf(OpenXmlElement reference) => !HasOwnMark(reference) ? ""
        : TextOf(MarkRunOf(reference) ?? reference.Parent!).Trim();

    /// <summary>The run after that of the reference, if the mark stands there; null if it stands in the reference's own.</summary>
    public static OpenXmlElement? MarkRunOf(OpenXmlElement reference)
    {
        if (reference.Parent is not { } own || TextOf(own).Trim().Length > 0) return null;

        var next = own.ElementsAfter().FirstOrDefault(element => element.LocalName is not ("proofErr" or "bookmarkStart" or "bookmarkEnd"));
        return next is { LocalName: "r" } && TextOf(next).Trim() is { Length: > 0 and <= LongestMark } mark
            && (IsRaised(next) || !mark.Any(char.IsLetterOrDigit)) ? next : null;
    }

    static bool IsRaised(OpenXmlElement run) => run.Child("rPr") is { } format
        && (format.Child("vertAlign").Value() == "superscript"
            || format.Child("rStyle").Value()?.Contains("footnote", StringComparison.OrdinalIgnoreCase) == true);

    /// <summary>Letters and symbols of a run; those of a reference's run are its mark.</summary>
    static string TextOf(OpenXmlElement run) => string.Concat(run.Elements().Select(element => element.LocalName switch
    {
        "t" => element.InnerText,
        "sym" when int.TryParse(element.Value("char"), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var code) =>
            WordSymbols.Find(element.Value("font") ?? "", code) ?? "",
        _ => "",
    }));

    /// <summary>Whether a sign follows the reference, mostly in its run.</summary>
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
        beginnings[key] = $" ({Cut.To(text, MaxLettersNamed)})";
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
