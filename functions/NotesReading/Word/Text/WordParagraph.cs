using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Languages;
using ThaffFunctions.NotesReading.Lists;
using ThaffFunctions.NotesReading.Word.Lists;
using ThaffFunctions.NotesReading.Word.Styles;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>A paragraph as read, before it is decided which block it becomes.</summary>
/// <param name="Style">Its style.</param>
/// <param name="Label">The label that Word sets before it.</param>
/// <param name="Indent">Its own indent, if it has one; in twentieths of a point.</param>
/// <param name="Anchor">The anchor of links to it.</param>
/// <param name="Parts">Its content.</param>
sealed record WordParagraph(ParagraphStyle Style, WordLabel? Label, int? Indent, string? Anchor, IReadOnlyList<Part> Parts)
{
    /// <summary>About one centimetre on a page of A4, as a share of the width of the text.</summary>
    const double WidestIcon = 0.07;

    public bool BeginsPage => Filled.FirstOrDefault().Block is PageBreak;

    public bool EndsPage => Filled.LastOrDefault().Block is PageBreak;

    IEnumerable<Part> Filled => Parts.Where(IsFilled);

    /// <summary>Without the page breaks at its beginning and end, which belong between paragraphs.</summary>
    public WordParagraph WithoutOuterBreaks()
    {
        var (start, end) = (0, Parts.Count);
        for (var at = 0; at < end && (IsBreak(Parts[at]) || !IsFilled(Parts[at])); at++) start = IsBreak(Parts[at]) ? at + 1 : start;
        for (var at = end - 1; at >= start && (IsBreak(Parts[at]) || !IsFilled(Parts[at])); at--) end = IsBreak(Parts[at]) ? at : end;
        return this with { Parts = [.. Parts.Skip(start).Take(end - start)] };
    }

    /// <summary>All its text, without what splits it; with its label if that is more than the label of an item.</summary>
    public IReadOnlyList<Inline> Text() => Tidy(Texts(Parts)) is { Count: > 0 } text ? [.. Prefix(), .. text] : [];

    /// <summary>
    /// Its blocks, with its tabs, which may be those of columns: pictures and page breaks split it; what floats follows below, and so does
    /// an icon within a sentence.
    /// </summary>
    public IReadOnlyList<Block> Blocks()
    {
        List<Block> blocks = [];
        List<Part> text = [];
        var standsBelow = Parts.Select((part, at) => part.Floats || IsIconInLine(at)).ToArray();
        foreach (var part in Parts.Where((_, at) => !standsBelow[at]).Append(Part.Of(new PageBreak())))
        {
            if (part.Text is not null)
            {
                text.Add(part);
                continue;
            }

            if (TextRuns.Trimmed(Texts(text)) is { Count: > 0 } before)
                blocks.Add(new Paragraph([.. blocks.Count == 0 ? Prefix() : [], .. before]));
            text.Clear();
            blocks.Add(part.Block!);
        }

        blocks.RemoveAt(blocks.Count - 1);
        blocks.AddRange(Parts.Where((_, at) => standsBelow[at]).Select(part => part.Block!));
        if (Anchor is not null && blocks is [var first, ..]) blocks[0] = first with { Anchor = Anchor };
        return blocks;
    }

    /// <summary>Everything but its text: pictures, text boxes, page breaks.</summary>
    public IEnumerable<Block> Beside() => Parts.Select(part => part.Block).OfType<Block>();

    public IEnumerable<Inline> Untrimmed() => Parts.Select(part => part.Text is LineBreak ? "\n" : part.Text).OfType<Inline>();

    /// <summary>
    /// The items of a list that was typed into one paragraph with line breaks (Shift+Enter), and the text before them; empty if it is none.
    /// A line without a marker continues its item.
    /// </summary>
    public IReadOnlyList<TypedLine> TypedLines()
    {
        List<List<Inline>> written = [.. TextRuns.Lines(Texts(Parts))];
        written.RemoveRange(0, written.FindIndex(HasText) is > 0 and var blank ? blank : 0);
        written.RemoveRange(written.FindLastIndex(HasText) + 1, written.Count - written.FindLastIndex(HasText) - 1);
        var markers = TickRows.Kept(LetterRows.Kept(written.ConvertAll(line => MarkerOf(TextRuns.Trimmed(line)))));
        if (written.Count <= 1 || !TypedItems.AreItems(markers)) return [];

        var indents = written.ConvertAll(IndentOf);
        var next = markers.Index().FirstOrDefault(marker => marker is { Index: > 0, Item: not null }).Index;
        if (next > 0) indents[0] = Math.Min(indents[0], indents[next]); // spaces before the first item alone mean nothing
        List<TypedLine> lines = [];
        for (var at = 0; at < written.Count;)
        {
            var end = at + 1;
            while (end < written.Count && markers[end] is null) end++;
            var text = Lines(written[at..end]);
            var item = markers[at] is { } marker ? TextRuns.Trimmed([((TextRun)text[0]) with { Text = marker.Rest }, .. text[1..]]) : text;
            lines.Add(new(markers[at], indents[at], Tidy(item), Tidy(text)));
            at = end;
        }

        return lines;
    }

    static List<Inline> Lines(List<List<Inline>> lines) =>
        [.. lines.SelectMany((line, at) => at == 0 ? TextRuns.Trimmed(line) : TextRuns.Trimmed(line).Prepend(new LineBreak()))];

    static int IndentOf(List<Inline> line) => line is [TextRun first, ..] ? first.Text.Length - first.Text.TrimStart().Length : 0;

    public TypedMarker? TypedMarker() => MarkerOf(TextRuns.Trimmed(Texts(Parts)));

    /// <summary>The text after the marker may have another style, such as bold.</summary>
    static TypedMarker? MarkerOf(List<Inline> line)
    {
        if (line is not [TextRun first, .. var others]) return null;

        var rest = TextRuns.Plain(others);
        return Marker.Typed(first.Text + rest) is { } marker
            ? marker with { Rest = marker.Rest[..Math.Max(0, marker.Rest.Length - rest.Length)] }
            : null;
    }

    static bool HasText(List<Inline> line) => TextRuns.Trimmed(line).Count > 0;

    public IReadOnlyList<Inline> TextAfter(TypedMarker marker)
    {
        var text = TextRuns.Trimmed(Texts(Parts));
        return text is [TextRun first, .. var rest] ? Tidy([first with { Text = marker.Rest }, .. rest]) : text;
    }

    IEnumerable<Inline> Prefix() =>
        Label is { Label.Length: > 0 } && (Style.Kind == StyleKind.Heading || Label.Definition.HasWords) ? [new TextRun(Label.Label + " ")]
            : [];

    static bool IsBreak(Part part) => part.Block is PageBreak;

    /// <summary>Whether a picture of about the size of letters has text on both sides in its line.</summary>
    bool IsIconInLine(int at) => Parts[at].Block is Figure { Width: <= WidestIcon }
        && TextBeside(Parts.Take(at).Reverse()) && TextBeside(Parts.Skip(at + 1));

    /// <summary>Other icons may stand between.</summary>
    static bool TextBeside(IEnumerable<Part> parts) => parts.FirstOrDefault(
        part => part.Text is not null ? part.Text is not TextRun run || !string.IsNullOrWhiteSpace(run.Text)
            : part.Block is not Figure { Width: <= WidestIcon }).Text is not (null or LineBreak);

    static bool IsFilled(Part part) => part.Text is not (LineBreak or TextRun { Text: "" or " " });

    /// <summary>Tab stops do not exist here: a tab becomes a space.</summary>
    static List<Inline> Tidy(IEnumerable<Inline> text) =>
        TextRuns.Trimmed(text.Select(inline => inline is TextRun run ? run with { Text = run.Text.Replace('\t', ' ') } : inline));

    static List<Inline> Texts(IEnumerable<Part> parts) =>
        TextRuns.Joined(SpokenLanguages.Joined([.. parts.Select(part => part.Text).OfType<Inline>()]));
}
