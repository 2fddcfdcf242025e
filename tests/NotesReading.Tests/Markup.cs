using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Tests;

/// <summary>Writes a document model as plain markup, so that tests show in one line what was read.</summary>
sealed class Markup
{
    static readonly HtmlEncoder Encoder = HtmlEncoder.Create(UnicodeRanges.All);

    static readonly (TextStyle Style, string Tag)[] Tags =
    [
        (TextStyle.Bold, "strong"), (TextStyle.Italic, "em"), (TextStyle.Strikethrough, "s"), (TextStyle.Underline, "u"),
        (TextStyle.Subscript, "sub"), (TextStyle.Superscript, "sup"), (TextStyle.Code, "code"),
    ];

    readonly StringBuilder text = new();
    readonly List<Footnote> footnotes = [];
    readonly Dictionary<ReadOnlyMemory<byte>, Picture> pictures;

    Markup(IEnumerable<Picture> pictures) => this.pictures = pictures.ToDictionary(picture => picture.Bytes);

    /// <summary>The blocks, followed by the footnotes with their numbers.</summary>
    public static string Of(NotesContent content)
    {
        var markup = new Markup(content.Pictures);
        markup.Write(content.Blocks);
        for (var number = 1; number <= markup.footnotes.Count; number++)
        {
            markup.text.Append(CultureInfo.InvariantCulture, $"<footnote>{number} ");
            markup.WriteTight(markup.footnotes[number - 1].Content);
            markup.text.Append("</footnote>");
        }

        return markup.text.ToString();
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
                Element(heading, string.Create(CultureInfo.InvariantCulture, $"h{heading.Level}"),
                () => Write(heading.Content)); break;
            case Paragraph paragraph: Element(paragraph, "p", () => Write(paragraph.Content)); break;
            case BulletList list: Element(list, "ul", () => Write(list.Items)); break;
            case NumberedList list: Element(list, "ol", () => Write(list.Items), AttributesOf(list)); break;
            case DefinitionList list: Element(list, "dl", () => Write(list.Items)); break;
            case BlockQuote quote: Element(quote, "blockquote", () => Write(quote.Content)); break;
            case CodeBlock code: Element(code, "pre", () => text.AppendJoin('\n', code.Text.Split('\n').Select(Encoder.Encode))); break;
            case Table table: Write(table); break;
            case Chart chart:
                Write(chart.ToTable(CultureInfo.GetCultureInfo("de-DE")) with { Caption = [chart.Title], Anchor = chart.Anchor });
                break;
            case Figure figure: Write(figure); break;
            case ThematicBreak: text.Append("<hr>"); break;
            case PageBreak: break;
            default: throw new NotSupportedException(block.GetType().Name);
        }
    }

    static string AttributesOf(NumberedList list)
    {
        var type = list.Numbering switch
        {
            Numbering.LowerAlpha => " type=\"a\"",
            Numbering.UpperAlpha => " type=\"A\"",
            Numbering.LowerRoman => " type=\"i\"",
            Numbering.UpperRoman => " type=\"I\"",
            _ => "",
        };
        return list.Start == 1 ? type : string.Create(CultureInfo.InvariantCulture, $"{type} start=\"{list.Start}\"");
    }

    void Write(IEnumerable<ListItem> items)
    {
        foreach (var item in items)
        {
            text.Append("<li>").Append(item.Done is { } done ? done ? "☑ " : "☐ " : "");
            WriteTight(item.Content);
            text.Append("</li>");
        }
    }

    void Write(IEnumerable<Definition> items)
    {
        foreach (var item in items)
        {
            text.Append("<dt>");
            Write(item.Term);
            text.Append("</dt>");
            if (item.Content.Count == 0) continue;

            text.Append("<dd>");
            WriteTight(item.Content);
            text.Append("</dd>");
        }
    }

    /// <summary>A single paragraph without its element.</summary>
    void WriteTight(IReadOnlyList<Block> content)
    {
        if (content is [Paragraph { Anchor: null } first, ..] && content.OfType<Paragraph>().Count() == 1)
        {
            Write(first.Content);
            content = [.. content.Skip(1)];
        }

        Write(content);
    }

    void Write(Table table) => Element(table, "table", () =>
    {
        if (table.Caption.Count > 0)
        {
            text.Append("<caption>");
            Write(table.Caption);
            text.Append("</caption>");
        }

        Write("thead", table.Header, table.Columns);
        Write("tbody", table.Rows, table.Columns);
    });

    void Write(string group, IReadOnlyList<TableRow> rows, IReadOnlyList<Alignment> columns)
    {
        if (rows.Count == 0) return;

        text.Append('<').Append(group).Append('>');
        List<int> covered = []; // by column: the rows that cells from above still cover
        foreach (var row in rows)
        {
            text.Append("<tr>");
            var column = 0;
            foreach (var cell in row.Cells)
            {
                while (covered.ElementAtOrDefault(column) > 0) column++;
                Write(cell, group == "thead", columns.ElementAtOrDefault(column));
                for (var end = column + cell.ColumnSpan; column < end; column++)
                {
                    while (covered.Count <= column) covered.Add(0);
                    covered[column] = cell.RowSpan;
                }
            }

            for (var index = 0; index < covered.Count; index++) covered[index]--;
            text.Append("</tr>");
        }

        text.Append("</").Append(group).Append('>');
    }

    void Write(TableCell cell, bool isHeader, Alignment alignment)
    {
        var name = isHeader || cell.IsRowHeader ? "th" : "td";
        text.Append('<').Append(name).Append(isHeader ? " scope=\"col\"" : cell.IsRowHeader ? " scope=\"row\"" : "");
        if (cell.ColumnSpan > 1) text.Append(CultureInfo.InvariantCulture, $" colspan=\"{cell.ColumnSpan}\"");
        if (cell.RowSpan > 1) text.Append(CultureInfo.InvariantCulture, $" rowspan=\"{cell.RowSpan}\"");
        text.Append(alignment switch { Alignment.End => " class=\"end\"", Alignment.Center => " class=\"middle\"", _ => "" }).Append('>');
        WriteTight(cell.Content);
        text.Append("</").Append(name).Append('>');
    }

    void Write(Figure figure) => Element(figure, "figure", () =>
    {
        if (figure.Target is { } target) text.Append("<a href=\"").Append(Encoder.Encode(target.AbsoluteUri)).Append("\">");
        text.Append(CultureInfo.InvariantCulture, $"<img src=\"{pictures[figure.Image].Name}\" "
            + $"alt=\"{(figure.Decorative ? "" : Encoder.Encode(figure.AlternativeText))}\">");
        if (figure.Target is not null) text.Append("</a>");
        if (figure.Caption.Count == 0) return;

        text.Append("<figcaption>");
        Write(figure.Caption);
        text.Append("</figcaption>");
    });

    void Write(IEnumerable<Inline> content)
    {
        foreach (var inline in content) Write(inline);
    }

    void Write(Inline inline)
    {
        switch (inline)
        {
            case TextRun run:
                var tags = Tags.Where(tag => run.Style.HasFlag(tag.Style)).Select(tag => tag.Tag).ToArray();
                if (run.Language is { } language) text.Append(CultureInfo.InvariantCulture, $"<span lang=\"{language}\">");
                foreach (var tag in tags) text.Append('<').Append(tag).Append('>');
                text.Append(Encoder.Encode(run.Text));
                foreach (var tag in tags.Reverse()) text.Append("</").Append(tag).Append('>');
                if (run.Language is not null) text.Append("</span>");
                break;
            case LineBreak:
                text.Append("<br>");
                break;
            case Link link:
                WriteLink(link.Target.AbsoluteUri, link.Content, link.Title is { } title ? $" title=\"{Encoder.Encode(title)}\"" : "");
                break;
            case Reference reference:
                WriteLink($"#{Uri.EscapeDataString(reference.Anchor)}", reference.Content);
                break;
            case Footnote footnote:
                text.Append(CultureInfo.InvariantCulture, $"<ref>{NumberOf(footnote)}</ref>");
                break;
            case Formula formula:
                text.Append(Encoder.Encode(formula.Text));
                break;
            case Blank blank:
                text.Append('_', blank.Letters);
                break;
            default:
                throw new NotSupportedException(inline.GetType().Name);
        }
    }

    /// <summary>Referring to one footnote twice means the same object, not an equal one.</summary>
    int NumberOf(Footnote footnote)
    {
        var known = footnotes.FindIndex(other => ReferenceEquals(other, footnote));
        if (known >= 0) return known + 1;

        footnotes.Add(footnote);
        return footnotes.Count;
    }

    void WriteLink(string address, IReadOnlyList<Inline> content, string attributes = "")
    {
        text.Append("<a href=\"").Append(Encoder.Encode(address)).Append('"').Append(attributes).Append('>');
        Write(content);
        text.Append("</a>");
    }

    void Element(Block block, string name, Action content, string attributes = "")
    {
        text.Append('<').Append(name).Append(block.Anchor is { } anchor ? $" id=\"{Encoder.Encode(anchor)}\"" : "").Append(attributes)
            .Append('>');
        content();
        text.Append("</").Append(name).Append('>');
    }
}
