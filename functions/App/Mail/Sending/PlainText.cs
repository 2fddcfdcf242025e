using System.Text;
using System.Text.RegularExpressions;
using AngleSharp.Dom;
using AngleSharp.Html.Parser;

namespace ThaffFunctions.Mail.Sending;

/// <summary>The text part of a mail, made from its HTML: nothing said in one is missing in the other.</summary>
static partial class PlainText
{
    static readonly HashSet<string> Blocks = new(StringComparer.OrdinalIgnoreCase)
        { "p", "div", "h1", "h2", "h3", "h4", "ul", "ol", "table", "tr", "td", "th", "blockquote", "dl", "dt", "dd", "hr", "section",
            "header", "footer" };

    public static string From(string html)
    {
        var text = new StringBuilder();
        Write(new HtmlParser().ParseDocument(html).Body!, text);
        return BlankLines().Replace(LineEnds().Replace(text.ToString(), "\n"), "\n\n").Trim() + "\n";
    }

    static void Write(INode parent, StringBuilder text)
    {
        foreach (var node in parent.ChildNodes)
        {
            if (node is IText words) WriteWords(words.Data, text);
            else if (node is IElement element && !element.HasAttribute("hidden")) WriteElement(element, text);
        }
    }

    static void WriteElement(IElement element, StringBuilder text)
    {
        switch (element.LocalName)
        {
            case "br": text.Append('\n'); break;
            case "a": WriteLink(element, text); break;
            case "img": WriteWords(element.GetAttribute("alt") ?? "", text); break;
            case "li": WriteItem(element, text); break;
            case var name when Blocks.Contains(name): WriteBlock(element, text); break;
            default: Write(element, text); break;
        }
    }

    static void WriteBlock(IElement element, StringBuilder text)
    {
        text.Append("\n\n");
        Write(element, text);
        text.Append("\n\n");
    }

    static void WriteItem(IElement item, StringBuilder text)
    {
        var mark = item.ParentElement is { LocalName: "ol" } list
            ? $"{list.Children.Index(item) + 1}. "
            : "- ";
        text.Append('\n').Append(mark);
        Write(item, text);
    }

    static void WriteLink(IElement link, StringBuilder text)
    {
        var start = text.Length;
        Write(link, text);
        var target = link.GetAttribute("href") ?? "";
        if (target.Length > 0 && text.ToString(start, text.Length - start).Trim() != target.Replace("mailto:", "",
            StringComparison.Ordinal))
            text.Append(": ").Append(target);
    }

    /// <summary>White space means one space, and none where a line begins.</summary>
    static void WriteWords(string words, StringBuilder text)
    {
        var flowing = Spaces().Replace(words.Replace("\u00AD", "", StringComparison.Ordinal), " ");
        text.Append(text.Length > 0 && char.IsWhiteSpace(text[^1]) ? flowing.TrimStart() : flowing);
    }

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();

    [GeneratedRegex(@" *\n")]
    private static partial Regex LineEnds();

    [GeneratedRegex(@"\n{3,}")]
    private static partial Regex BlankLines();
}
