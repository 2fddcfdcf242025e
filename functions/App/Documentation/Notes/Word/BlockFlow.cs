using AccessiblePdf.Model;
using ThaffFunctions.Documentation.Notes.Lists;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Puts paragraphs together that Word only sets below each other: items to lists, lines to quotations, captions to what they name.</summary>
sealed class BlockFlow
{
    readonly List<Block> blocks = [];
    readonly ListStack lists = new();
    readonly ListDepths depths = new();
    readonly TypedItems typed = new();
    readonly List<Block> quote = [];
    readonly List<string> code = [];
    (IReadOnlyList<Inline> Text, string? Anchor)? caption;

    /// <summary>Whether anything was said yet; a logo says nothing.</summary>
    public bool HasText => blocks.Any(block => block is not (Figure or PageBreak)) || lists.IsOpen || typed.Any || quote.Count > 0 || code.Count > 0 || caption is not null;

    public void Add(Block block)
    {
        End();
        if (block is PageBreak && blocks is [] or [.., PageBreak]) return;

        blocks.Add(WithCaption(block));
    }

    public void AddItem(WordLabel label, int? indent, IEnumerable<Block> content)
    {
        EndBut(lists);
        lists.Add(depths.Of(label, indent), label.Marker, content);
    }

    /// <summary>Whether a paragraph without a label goes on with the last item.</summary>
    public bool ContinuesItem(int indent) => lists.IsOpen && depths.IsBelowLast(indent);

    public bool IsListOpen => lists.IsOpen;

    public void Continue(IEnumerable<Block> content)
    {
        EndBut(lists);
        lists.Continue(content);
    }

    public void AddTyped(TypedMarker marker, int indent, Paragraph asWritten, Paragraph asItem)
    {
        EndBut(typed);
        typed.Add(marker, indent, asWritten, asItem);
    }

    public void AddQuote(IEnumerable<Block> content)
    {
        EndBut(quote);
        quote.AddRange(content);
    }

    public void AddCode(string line)
    {
        EndBut(code);
        code.Add(line);
    }

    /// <summary>Belongs to the picture before it; or to what follows; or to the table before it.</summary>
    /// <param name="text">What it says.</param>
    /// <param name="anchor">What links lead to it by, and so to what it names.</param>
    public void AddCaption(IReadOnlyList<Inline> text, string? anchor)
    {
        End();
        if (blocks is [.., Figure { Caption.Count: 0 } figure])
            blocks[^1] = figure with { Caption = text, Anchor = figure.Anchor ?? anchor };
        else if (blocks is [.., Chart { Title: ChartReader.Untitled } chart])
            blocks[^1] = chart with { Title = TextRuns.Plain(text).Trim(), Anchor = chart.Anchor ?? anchor };
        else
            caption = (text, anchor);
    }

    public IReadOnlyList<Block> Take()
    {
        End();
        EndCaption();
        while (blocks is [.., PageBreak]) blocks.RemoveAt(blocks.Count - 1);
        return [.. blocks];
    }

    void End() => EndBut(null);

    /// <summary>Ends what is open, unless more of it follows.</summary>
    void EndBut(object? goesOn)
    {
        if (goesOn != lists && lists.IsOpen)
        {
            AddAll([.. lists.Take().SelectMany(NumberedLine.Of)]);
            depths.Clear();
        }

        if (goesOn != typed) AddAll(typed.Take());
        if (goesOn != quote && quote.Count > 0)
        {
            AddAll([new BlockQuote([.. quote])]);
            quote.Clear();
        }

        if (goesOn != code && code.Count > 0)
        {
            AddAll([new CodeBlock(string.Join('\n', code))]);
            code.Clear();
        }

        if (goesOn is not null) EndCaption();
    }

    void AddAll(IReadOnlyList<Block> more)
    {
        if (more.Count > 0) EndCaption();
        blocks.AddRange(more);
    }

    Block WithCaption(Block block)
    {
        if (caption is not { } above) return block;

        switch (block)
        {
            case Table table:
                caption = null;
                return table with { Caption = above.Text, Anchor = above.Anchor };
            case Figure figure:
                caption = null;
                return figure with { Caption = above.Text, Anchor = figure.Anchor ?? above.Anchor };
            case Chart { Title: ChartReader.Untitled } chart:
                caption = null;
                return chart with { Title = TextRuns.Plain(above.Text).Trim(), Anchor = chart.Anchor ?? above.Anchor };
            default:
                EndCaption();
                return block;
        }
    }

    void EndCaption()
    {
        if (caption is not { } below) return;

        caption = null;
        if (blocks is [.., Table { Caption.Count: 0 } table])
            blocks[^1] = table with { Caption = below.Text, Anchor = below.Anchor };
        else
            blocks.Add(new Paragraph(below.Text) { Anchor = below.Anchor });
    }
}
