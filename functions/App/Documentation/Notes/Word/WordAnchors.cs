using System.Globalization;
using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using Markdig.Helpers;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Names for what links of the document lead to. Headings always have one, made of their words as in Markdown, so that others can link to them.</summary>
sealed class WordAnchors
{
    readonly Dictionary<OpenXmlElement, string> byParagraph = new(ReferenceEqualityComparer.Instance);
    readonly Dictionary<string, string> byBookmark = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> taken = [];
    readonly Dictionary<string, int> used = []; // how often a name was wished for again

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

    /// <summary>null: no link leads there.</summary>
    public string? Of(OpenXmlElement paragraph) => byParagraph.GetValueOrDefault(paragraph);

    /// <summary>null: there is no such bookmark.</summary>
    public string? Find(string bookmark) => byBookmark.GetValueOrDefault(bookmark);

    void Name(OpenXmlElement paragraph, IEnumerable<string> bookmarks)
    {
        foreach (var bookmark in bookmarks)
        {
            if (!byParagraph.TryGetValue(paragraph, out var anchor)) byParagraph[paragraph] = anchor = Free(LinkHelper.UrilizeAsGfm(bookmark));
            byBookmark.TryAdd(bookmark, anchor);
        }
    }

    string Free(string wish)
    {
        var name = wish = wish.Length > 0 ? wish : "abschnitt";
        while (!taken.Add(name)) name = string.Create(CultureInfo.InvariantCulture, $"{wish}-{used[wish] = used.GetValueOrDefault(wish) + 1}");
        return name;
    }

    static HashSet<string> TargetsIn(OpenXmlElement body)
    {
        HashSet<string> targets = new(StringComparer.OrdinalIgnoreCase);
        foreach (var paragraph in body.Descendants().Where(element => element.LocalName == "p"))
        {
            targets.UnionWith(paragraph.Descendants().Where(element => element.LocalName == "hyperlink").Select(link => link.Value("anchor")).OfType<string>());
            var instructions = string.Concat(paragraph.Descendants().Select(element => element.LocalName == "instrText" ? element.InnerText : element.Value("instr") ?? ""));
            targets.UnionWith(instructions.Split(' ', '"'));
        }

        return targets;
    }

    /// <summary>Without that of boxes, which stand in a paragraph and are not part of it.</summary>
    static string TextOf(OpenXmlElement element) => string.Concat(element.Seen().Select(inner => inner.LocalName switch
    {
        "t" => inner.InnerText,
        "drawing" or "pict" or "object" => "",
        _ => TextOf(inner),
    }));
}
