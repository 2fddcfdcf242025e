using System.Globalization;
using DocumentFormat.OpenXml;
using Markdig.Helpers;
using ThaffFunctions.NotesReading.Word.Fields;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Styles;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>
/// Anchors for the targets of links inside the document. Every heading gets one, made of its words as in Markdown, so that other pages can
/// link to it.
/// </summary>
sealed class WordAnchors
{
    readonly Dictionary<OpenXmlElement, string> byParagraph = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<string, string> byBookmark = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> taken = [];
    readonly Dictionary<string, int> used = []; // by name: how many further ones were made

    public WordAnchors(OpenXmlElement body, WordStyles styles)
    {
        var targets = TargetsIn(body);
        List<string> waiting = [];
        foreach (var element in body.Descendants())
        {
            if (element.LocalName == "bookmarkStart" && element.Value("name") is { } name && targets.Contains(name))
            {
                if (element.Ancestors().FirstOrDefault(outer => outer.LocalName == "p") is { } around)
                    Name(around, [name]);
                else
                    waiting.Add(name);
            }
            else if (element.LocalName == "p")
            {
                var kind = styles.Of(element).Kind;
                if (kind == StyleKind.Heading) byParagraph[element] = Free(LinkHelper.UrilizeAsGfm(TextOf(element).Trim()));
                if (kind != StyleKind.Title) Name(element, waiting);
                waiting.Clear();
            }
        }
    }

    /// <summary>Null if no link leads there.</summary>
    public string? Of(OpenXmlElement paragraph) => byParagraph.GetValueOrDefault(paragraph);

    /// <summary>Null if there is no such bookmark.</summary>
    public string? Find(string bookmark) => byBookmark.GetValueOrDefault(bookmark);

    void Name(OpenXmlElement paragraph, IEnumerable<string> bookmarks)
    {
        foreach (var bookmark in bookmarks)
        {
            if (!byParagraph.TryGetValue(paragraph, out var anchor))
                byParagraph[paragraph] = anchor = Free(LinkHelper.UrilizeAsGfm(bookmark));
            byBookmark.TryAdd(bookmark, anchor);
        }
    }

    string Free(string text)
    {
        var name = text = text.Length > 0 ? text : "abschnitt";
        while (!taken.Add(name)) name = string.Create(
            CultureInfo.InvariantCulture, $"{text}-{used[text] = used.GetValueOrDefault(text) + 1}");
        return name;
    }

    static HashSet<string> TargetsIn(OpenXmlElement body)
    {
        HashSet<string> targets = new(StringComparer.OrdinalIgnoreCase);
        foreach (var paragraph in body.Descendants().Where(element => element.LocalName == "p"))
        {
            targets.UnionWith(paragraph.Descendants().Where(element => element.LocalName == "hyperlink")
                .Select(link => link.Value("anchor")).OfType<string>());
            targets.UnionWith(Field.WordsIn(paragraph));
        }

        return targets;
    }

    /// <summary>Without the text of text boxes, which are anchored in a paragraph but no part of it.</summary>
    static string TextOf(OpenXmlElement element) => string.Concat(element.Seen().Select(inner => inner.LocalName switch
    {
        "t" => Composed.Of(inner.InnerText),
        "drawing" or "pict" or "object" => "",
        _ => TextOf(inner),
    }));
}
