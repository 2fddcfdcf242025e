using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Html;

/// <summary>Writes text, links and footnote references inside a paragraph, and numbers the footnotes.</summary>
sealed class InlineHtml(StringBuilder html, ContentWords words)
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    static readonly (TextStyle Style, string Tag)[] Tags =
    [
        (TextStyle.Bold, "strong"), (TextStyle.Italic, "em"), (TextStyle.Strikethrough, "s"), (TextStyle.Underline, "u"),
        (TextStyle.Subscript, "sub"), (TextStyle.Superscript, "sup"), (TextStyle.Code, "code"),
    ];

    readonly List<Footnote> notes = [];

    /// <summary>The footnotes referenced so far, in the order of their numbers.</summary>
    public IReadOnlyList<Footnote> Notes => notes;

    /// <param name="content">All of one text.</param>
    public void Write(IReadOnlyList<Inline> content) => WriteAll(SpokenText.Of(content, words.Shared, words.Language));

    void WriteAll(IEnumerable<Inline> content)
    {
        foreach (var inline in content) Write(inline);
    }

    /// <summary>Encodes only characters that have a meaning in HTML; umlauts and other letters stay as they are.</summary>
    public static string Escaped(string text) => Encoder.Encode(text);

    /// <summary>The id attribute of a block with an anchor; empty for other blocks.</summary>
    public static string IdOf(Block block) => block.Anchor is { } anchor ? $" id=\"{Escaped(IdOf(anchor))}\"" : "";

    /// <summary>The lang attribute of what is in another language than the text around it; empty for null.</summary>
    public static string LanguageOf(string? language) => language is null ? "" : $" lang=\"{Escaped(language)}\"";

    /// <summary>With a prefix, so that it cannot collide with the ids of the page itself.</summary>
    static string IdOf(string anchor) => $"abschnitt-{anchor}";

    void Write(Inline inline)
    {
        switch (inline)
        {
            case TextRun run:
                var tags = Tags.Where(tag => run.Style.HasFlag(tag.Style)).Select(tag => tag.Tag).ToArray();
                if (run.Language is not null) html.Append("<span").Append(LanguageOf(run.Language)).Append('>');
                foreach (var tag in tags) html.Append('<').Append(tag).Append('>');
                WriteText(run);
                foreach (var tag in tags.Reverse()) html.Append("</").Append(tag).Append('>');
                if (run.Language is not null) html.Append("</span>");
                break;
            case LineBreak:
                html.Append("<br>");
                break;
            case Blank blank:
                html.Append("<span aria-hidden=\"true\">").Append('_', blank.Letters).Append("</span>");
                break;
            case Formula formula:
                FormulaHtml.Write(formula, html);
                break;
            case Link link:
                WriteLink(link.Target.AbsoluteUri, link.Content, link.Title);
                break;
            case Reference reference:
                WriteLink($"#{Uri.EscapeDataString(IdOf(reference.Anchor))}", reference.Content);
                break;
            case Footnote note:
                WriteNoteLink(note);
                break;
            default:
                throw new NotSupportedException($"Inline {inline.GetType().Name} on a page");
        }
    }

    /// <summary>Spaces part the words from the letters around them.</summary>
    void WriteText(TextRun run)
    {
        if (run.Spoken is { } spoken)
            html.Append("<span class=\"unseen\"> ").Append(Escaped(spoken)).Append(" </span><span aria-hidden=\"true\">")
                .Append(Escaped(run.Text)).Append("</span>");
        else
            html.Append(Escaped(run.Text));
    }

    void WriteLink(string address, IReadOnlyList<Inline> content, string? title = null)
    {
        html.Append("<a href=\"").Append(Escaped(address));
        if (title is not null) html.Append("\" title=\"").Append(Escaped(title));
        html.Append("\">");
        WriteAll(content);
        html.Append("</a>");
    }

    void WriteNoteLink(Footnote note)
    {
        var known = notes.FindIndex(other => ReferenceEquals(other, note));
        if (known < 0) notes.Add(note);
        var number = known < 0 ? notes.Count : known + 1;
        var id = known < 0 ? string.Create(CultureInfo.InvariantCulture, $" id=\"verweis-{number}\"") : ""; // the back link's target
        var label = string.Format(CultureInfo.InvariantCulture, words.Shared.Footnote, number);
        html.Append(CultureInfo.InvariantCulture, $"<sup{id}><a href=\"#fussnote-{number}\" role=\"doc-noteref\" aria-label=\"{label}\">");
        html.Append(CultureInfo.InvariantCulture, $"{number}</a></sup>");
    }
}
