using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes.Lists;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>A paragraph as read, before it is known what becomes of it.</summary>
/// <param name="Style">What it is by its style.</param>
/// <param name="Label">What Word sets before it.</param>
/// <param name="Indent">Where it begins, if it says so itself; in twentieths of a point.</param>
/// <param name="Anchor">What links lead to it by.</param>
/// <param name="Parts">What stands in it.</param>
sealed record WordParagraph(ParagraphStyle Style, WordLabel? Label, int? Indent, string? Anchor, IReadOnlyList<Part> Parts)
{
    public bool BeginsPage => Filled.FirstOrDefault().Block is PageBreak;

    public bool EndsPage => Filled.LastOrDefault().Block is PageBreak;

    IEnumerable<Part> Filled => Parts.Where(IsFilled);

    /// <summary>Page breaks at its ends stand before and after it.</summary>
    public WordParagraph WithoutOuterBreaks()
    {
        var (start, end) = (0, Parts.Count);
        for (var at = 0; at < end && (IsBreak(Parts[at]) || !IsFilled(Parts[at])); at++) start = IsBreak(Parts[at]) ? at + 1 : start;
        for (var at = end - 1; at >= start && (IsBreak(Parts[at]) || !IsFilled(Parts[at])); at--) end = IsBreak(Parts[at]) ? at : end;
        return this with { Parts = [.. Parts.Skip(start).Take(end - start)] };
    }

    /// <summary>All its text, whatever parts it; with a label that is more than an item's.</summary>
    public IReadOnlyList<Inline> Text() => Tidy(Texts(Parts)) is { Count: > 0 } text ? [.. Prefix(), .. text] : [];

    /// <summary>A picture or page break parts it; what floats stands below.</summary>
    public IReadOnlyList<Block> Blocks()
    {
        List<Block> blocks = [];
        List<Part> text = [];
        foreach (var part in Parts.Where(part => !part.Floats).Append(Part.Of(new PageBreak())))
        {
            if (part.Text is not null)
            {
                text.Add(part);
                continue;
            }

            if (Tidy(Texts(text)) is { Count: > 0 } before) blocks.Add(new Paragraph([.. blocks.Count == 0 ? Prefix() : [], .. before]));
            text.Clear();
            blocks.Add(part.Block!);
        }

        blocks.RemoveAt(blocks.Count - 1);
        blocks.AddRange(Parts.Where(part => part.Floats).Select(part => part.Block!));
        if (Anchor is not null && blocks is [var first, ..]) blocks[0] = first with { Anchor = Anchor };
        return blocks;
    }

    /// <summary>What is no text: pictures, boxes, page breaks.</summary>
    public IEnumerable<Block> Beside() => Parts.Select(part => part.Block).OfType<Block>();

    public IEnumerable<Inline> Untrimmed() => Parts.Select(part => part.Text is LineBreak ? "\n" : part.Text).OfType<Inline>();

    public TypedMarker? TypedMarker() => TextRuns.Trimmed(Texts(Parts)) is [TextRun first, ..] ? Marker.Typed(first.Text) : null;

    public IReadOnlyList<Inline> TextAfter(TypedMarker marker)
    {
        var text = TextRuns.Trimmed(Texts(Parts));
        return text is [TextRun first, .. var rest] ? Tidy([first with { Text = marker.Rest }, .. rest]) : text;
    }

    IEnumerable<Inline> Prefix() => Label is { Label.Length: > 0 } && (Style.Kind == StyleKind.Heading || Label.Definition.HasWords) ? [new TextRun(Label.Label + " ")] : [];

    static bool IsBreak(Part part) => part.Block is PageBreak;

    static bool IsFilled(Part part) => part.Text is not (LineBreak or TextRun { Text: "" or " " });

    /// <summary>Places that tabs lead to are none here.</summary>
    static List<Inline> Tidy(IEnumerable<Inline> text) =>
        TextRuns.Trimmed(text.Select(inline => inline is TextRun run ? run with { Text = run.Text.Replace('\t', ' ') } : inline));

    static List<Inline> Texts(IEnumerable<Part> parts) => TextRuns.Joined(parts.Select(part => part.Text).OfType<Inline>());
}
