using System.Text;
using System.Text.RegularExpressions;
using AccessiblePdf.Model;
using Markdig.Extensions.Footnotes;
using Markdig.Extensions.TaskLists;
using Markdig.Syntax.Inlines;
using Inline = AccessiblePdf.Model.Inline;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>Turns the inlines of a Markdown paragraph into text, links, footnotes and figures.</summary>
sealed partial class InlineReader(FigureReader figures, IReadOnlySet<string> anchors, Func<FootnoteLink, Piece> footnoteOf, Remarks remarks)
{
    public IReadOnlyList<Piece> Read(ContainerInline? container)
    {
        if (container is null) return [];

        var pieces = LanguageSpans.Read(Joined(Read(container, TextStyle.Plain)), container.FirstChild?.Line + 1, remarks);
        var runs = pieces.Select(piece => piece.Text).OfType<TextRun>().Where(run => !run.Style.HasFlag(TextStyle.Code)).ToList();
        if (Placeholders.FirstIn(TextRuns.Plain(runs)) is { } unfilled)
            remarks.HintFirst(nameof(Placeholders), container.FirstChild!.Line + 1, Placeholders.Told(unfilled));
        foreach (var run in runs)
        {
            foreach (Match reference in FootnoteReference().Matches(run.Text))
                remarks.Hint(container.FirstChild!.Line
                    + 1, $"Zu „{reference.Value}“ gibt es keine Fußnote; die Zeichen stehen so im Text. Erwartet wird eine Zeile "
                    + $"„{reference.Value}: …“.");
        }

        return pieces;
    }

    IEnumerable<Piece> Read(ContainerInline container, TextStyle style) => container.SelectMany(inline => Read(inline, style));

    IEnumerable<Piece> Read(Markdig.Syntax.Inlines.Inline inline, TextStyle style) => inline switch
    {
        LiteralInline literal => [new TextRun(literal.Content.ToString(), style)],
        HtmlEntityInline entity => [new TextRun(entity.Transcoded.ToString(), style)],
        CodeInline code => [new TextRun(code.Content, style | TextStyle.Code)],
        LineBreakInline { IsHard: true } or HtmlBreakInline => [new LineBreak()],
        LineBreakInline => [new TextRun(" ", style)],
        EmphasisInline { DelimiterChar: '~' or '^', DelimiterCount: 1 } span when MarkdownText.Of(span).Contains(' ') =>
            Literal(span, style),
        EmphasisInline emphasis => Read(emphasis, style | StyleOf(emphasis)),
        AutolinkInline link => Linked((link.IsEmail ? "mailto:" : "") + link.Url, link.Line, [new TextRun(link.Url, style)]),
        LinkInline { IsImage: true } picture => figures.Read(picture),
        LinkInline link => ReadLink(link, style),
        FootnoteLink { IsBackLink: true } or TaskList or HtmlCommentInline => [],
        FootnoteLink footnote => [footnoteOf(footnote)],
        DelimiterInline delimiter => Read(delimiter, style).Prepend(new TextRun(delimiter.ToLiteral(), style)),
        ContainerInline container => Read(container, style),
        _ => [new TextRun(inline.ToString() ?? "", style)],
    };

    /// <summary>A subscript or superscript with a space is none: in "10~12 Plätze, 3~4 frei" the signs are text.</summary>
    IEnumerable<Piece> Literal(EmphasisInline span, TextStyle style)
    {
        var sign = new TextRun(span.DelimiterChar.ToString(), style);
        return Read((ContainerInline)span, style).Prepend(sign).Append(sign);
    }

    /// <summary>
    /// In the document model a link holds text only. A picture inside stands before it, or is the link itself if there is no text; a
    /// footnote follows it.
    /// </summary>
    IEnumerable<Piece> ReadLink(LinkInline link, TextStyle style)
    {
        var parts = Joined(Read((ContainerInline)link, style));
        List<Inline> text = [.. parts.Select(part => part.Text is LineBreak ? new TextRun(" ", style) : part.Text as TextRun)
            .OfType<TextRun>()];
        if (text.All(run => string.IsNullOrWhiteSpace(TextRuns.Plain([run]))) && parts.Exists(part => part.Figure is not null)
            && TargetOf(link.Url) is { } target)
            return [.. parts.Where(part => part.Text is not TextRun)
                .Select(part => part.Figure is { } figure ? figure with { Target = target } : part)];
        if (text.Count == 0) text =
            [.. parts.Where(part => part.Figure is not null).Select(part => new TextRun(part.Figure!.AlternativeText, style))];
        if (text.Count == 0) text = [new TextRun(link.Url ?? "", style)];

        return
        [
            .. parts.Where(part => part.Figure is not null),
            .. Linked(link.Url ?? "", link.Line, text, link.Title),
            .. parts.Where(part => part.Text is AccessiblePdf.Model.Footnote),
        ];
    }

    IEnumerable<Piece> Linked(string address, int line, IReadOnlyList<Inline> text, string? title = null)
    {
        if (TargetOf(address) is { } usable)
        {
            var said = string.IsNullOrWhiteSpace(title) ? null : title.Trim();
            if (said is null && RemarkTexts.IsBareAddress(usable, TextRuns.Plain(text)))
                remarks.HintFirst(nameof(RemarkTexts.BareAddress), line + 1, RemarkTexts.BareAddress(address));
            else if (said is null && TextRuns.Plain(text) is var words && LinkText.SaysNothing(words))
                remarks.HintFirst(nameof(RemarkTexts.EmptyLinkText), line + 1, RemarkTexts.EmptyLinkText(words));
            return [new Link(usable, text) { Title = said }];
        }

        if (address is ['#', .. var escaped] && Uri.UnescapeDataString(escaped) is var anchor && anchors.Contains(anchor))
        {
            if (TextRuns.Plain(text) is var name && RemarkTexts.IsBareName(name, anchor))
                remarks.HintFirst(nameof(RemarkTexts.BareName), line + 1, RemarkTexts.BareName(name.Trim()));
            return [new Reference(anchor, text)];
        }

        remarks.HintFirst(RemarkTexts.KindOfLink(address), line + 1, RemarkTexts.UsableLink(address));
        if (Uri.TryCreate(address, UriKind.Absolute, out var target)
            && target is { Scheme: not ("file" or "javascript" or "vbscript" or "data") } && !IsIn(text, target))
            text = [.. text, new TextRun($" ({address})")];
        return text.Select(part => (Piece)part);
    }

    /// <summary>null for an address that no link may have.</summary>
    static Uri? TargetOf(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var target) && target.Scheme is "https" or "http" or "mailto" ? target : null;

    /// <summary>Whether the address is part of the text already, such as the number of a tel: link.</summary>
    static bool IsIn(IReadOnlyList<Inline> text, Uri target) =>
        Letters(TextRuns.Plain(text)).Contains(Letters(target.OriginalString[(target.Scheme.Length + 1)..]),
            StringComparison.OrdinalIgnoreCase);

    static string Letters(string text) => string.Concat(text.Where(char.IsLetterOrDigit));

    static TextStyle StyleOf(EmphasisInline emphasis) => (emphasis.DelimiterChar, emphasis.DelimiterCount) switch
    {
        ('~', 2) => TextStyle.Strikethrough,
        ('~', _) => TextStyle.Subscript,
        ('^', _) => TextStyle.Superscript,
        (_, 2) => TextStyle.Bold,
        _ => TextStyle.Italic,
    };

    /// <summary>Joins neighbouring runs of the same style and language.</summary>
    static List<Piece> Joined(IEnumerable<Piece> pieces)
    {
        List<Piece> joined = [];
        StringBuilder letters = new();
        foreach (var piece in pieces)
        {
            if (piece.Text is not TextRun next || joined is not [.., { Text: TextRun last }]
                || last.Style != next.Style || last.Language != next.Language)
            {
                End();
                joined.Add(piece);
            }

            if (piece.Text is TextRun run) letters.Append(run.Text);
        }

        End();
        return joined;

        void End()
        {
            if (letters.Length > 0) joined[^1] = ((TextRun)joined[^1].Text!) with { Text = letters.ToString() };
            letters.Clear();
        }
    }

    [GeneratedRegex(@"\[\^[^\s\]]+\]", RegexOptions.NonBacktracking)]
    private static partial Regex FootnoteReference();
}
