using System.Globalization;
using System.Text;
using AccessiblePdf.Model;
using ThaffFunctions.NotesReading;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Documentation.Html;

/// <summary>
/// Writes the blocks of a document as HTML for its page; the PDF is made from the same blocks. Headings are one level lower, because the
/// page has its own h1.
/// </summary>
sealed class ContentHtml
{
    const int DeepestHeading = 6;

    readonly StringBuilder html = new();
    readonly InlineHtml inlines;
    readonly TableHtml tables;
    readonly FigureHtml figures;

    readonly ContentWords words;
    readonly HtmlDirection direction;

    ContentHtml(string path, NotesContent content)
    {
        words = ContentWords.Of(content.Language);
        direction = new(TextDirection.IsRightToLeft(content.Language));
        inlines = new(html, words);
        tables = new(html, inlines, words, direction);
        figures = new(html, inlines, path, content.Pictures);
    }

    /// <param name="path">The path of the page.</param>
    /// <param name="content">The blocks and pictures.</param>
    public static string Of(string path, NotesContent content)
    {
        var page = new ContentHtml(path, content);
        var isGerman = LanguageTag.AreSame(content.Language, LanguageTag.German);
        var isRightToLeft = TextDirection.IsRightToLeft(content.Language);
        if (!isGerman) page.html.Append("<div").Append(InlineHtml.LanguageOf(content.Language))
            .Append(isRightToLeft ? HtmlDirection.AttributeOf(isRightToLeft) : "").Append(">\n");
        page.Write(content.Blocks);
        page.WriteNotes();
        if (!isGerman) page.html.Append("</div>\n");
        return page.html.ToString();
    }

    void Write(IEnumerable<Block> blocks)
    {
        foreach (var block in blocks) Write(block);
    }

    void Write(Block block)
    {
        switch (block)
        {
            case Heading heading:
                var level = Math.Min(heading.Level + 1, DeepestHeading).ToString(CultureInfo.InvariantCulture);
                Element($"h{level}", block, InlineHtml.IdOf(heading), () => inlines.Write(heading.Content));
                break;
            case Paragraph paragraph:
                Element("p", block, InlineHtml.IdOf(paragraph), () => inlines.Write(paragraph.Content));
                break;
            case BulletList list:
                Element("ul", block, "", () => Write(list.Items));
                break;
            case NumberedList list:
                var start = list.Start == 1 ? "" : string.Create(CultureInfo.InvariantCulture, $" start=\"{list.Start}\"");
                Element("ol", block, TypeOf(list.Numbering) + start, () => Write(list.Items));
                break;
            case AccessiblePdf.Model.DefinitionList list:
                Element("dl", block, "", () => Write(list.Items));
                break;
            case BlockQuote quote:
                Element("blockquote", block, "", () => Write(quote.Content));
                break;
            case CodeBlock code:
                var lines = code.Text.Split('\n').Select(InlineHtml.Escaped);
                html.Append("<pre tabindex=\"0\"><code>").AppendJoin('\n', lines).Append("</code></pre>\n");
                break;
            case Table table:
                tables.Write(table, WriteTight);
                break;
            case Chart chart:
                tables.Write(chart.ToTable(Berlin.German) with { Caption = [chart.Title], Anchor = chart.Anchor }, WriteTight);
                break;
            case PageBreak:
                break;
            case Figure figure:
                figures.Write(figure);
                break;
            case Callout callout:
                Write(callout);
                break;
            case ThematicBreak:
                html.Append("<hr>\n");
                break;
            default:
                throw new NotSupportedException($"Block {block.GetType().Name} on a page");
        }
    }

    static string TypeOf(Numbering numbering) => numbering switch
    {
        Numbering.LowerAlpha => " type=\"a\"",
        Numbering.UpperAlpha => " type=\"A\"",
        Numbering.LowerRoman => " type=\"i\"",
        Numbering.UpperRoman => " type=\"I\"",
        _ => "",
    };

    void Write(IEnumerable<ListItem> items)
    {
        foreach (var item in items) Element("li", new BulletList(item), item.Done is null ? "" : " class=\"task\"", () => Write(item));
    }

    void Write(ListItem item)
    {
        if (item.Done is { } done)
        {
            var (said, shown) = done ? (words.Shared.BoxTicked, '☑') : (words.Shared.BoxEmpty, '☐');
            html.Append(CultureInfo.InvariantCulture, $"<span class=\"unseen\"{InlineHtml.LanguageOf(words.Language)}>{said}: </span>")
                .Append(CultureInfo.InvariantCulture, $"<span aria-hidden=\"true\">{shown} </span>");
        }

        WriteTight(item.Content);
    }

    /// <summary>Writes an only paragraph without a p element if it comes first, as in a tight Markdown list.</summary>
    void WriteTight(IReadOnlyList<Block> content)
    {
        if (content is [Paragraph { Anchor: null } first, ..] && content.OfType<Paragraph>().Count() == 1)
        {
            inlines.Write(first.Content);
            Write(content.Skip(1));
        }
        else
        {
            Write(content);
        }
    }

    void Write(IEnumerable<Definition> items)
    {
        foreach (var item in items)
        {
            Element("dt", new Paragraph(item.Term), "", () => inlines.Write(item.Term));
            if (item.Content.Count > 0) Element("dd", new BlockQuote(item.Content), "", () => WriteTight(item.Content));
        }
    }

    /// <summary>The heading or title names the kind of box; colour is never the only sign (WCAG 1.4.1).</summary>
    void Write(Callout callout)
    {
        Element("div", callout, $" class=\"callout {ToneOf(callout)}\"", () =>
        {
            if (callout.Title.Length > 0)
                Element("p", new Paragraph(callout.Title), " class=\"title\"", () => html.Append(InlineHtml.Escaped(callout.Title)));
            Write(callout.Content);
        });
    }

    static string ToneOf(Callout callout) => callout.Tone.ToString().ToLowerInvariant();

    void WriteNotes()
    {
        var notes = inlines.Notes;
        if (notes.Count == 0) return;

        html.Append(CultureInfo.InvariantCulture, $"<section class=\"footnotes\" role=\"doc-endnotes\" aria-label=\"{words.Footnotes}\">");
        html.Append("<ol>\n");
        for (var number = 1; number <= notes.Count; number++)
        {
            var content = notes[number - 1].Content;
            Element("li", new BlockQuote(content), string.Create(CultureInfo.InvariantCulture, $" id=\"fussnote-{number}\""), () =>
            {
                WriteTight(content);
                var label = string.Format(CultureInfo.InvariantCulture, words.Shared.FootnoteReturn, number);
                html.Append(CultureInfo.InvariantCulture,
                    $" <a href=\"#verweis-{number}\" role=\"doc-backlink\" aria-label=\"{label}\">↑</a>");
            });
        }

        html.Append("</ol></section>\n");
    }

    void Element(string name, Block block, string attributes, Action content) => direction.Within(block, way =>
    {
        html.Append('<').Append(name).Append(attributes).Append(way).Append('>');
        content();
        html.Append("</").Append(name).Append(">\n");
    });
}
