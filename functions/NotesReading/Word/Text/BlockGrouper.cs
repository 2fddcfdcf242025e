using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Lists;
using ThaffFunctions.NotesReading.Word.Charts;
using ThaffFunctions.NotesReading.Word.Lists;

namespace ThaffFunctions.NotesReading.Word.Text;

/// <summary>
/// Groups paragraphs that Word only sets below each other: items to lists, lines to quotations, captions to pictures and tables.
/// </summary>
sealed class BlockGrouper(Func<string, bool> namesSection)
{
    readonly List<Block> blocks = [];
    readonly ListBuilder lists = new();
    readonly ListDepths depths = new();
    readonly TypedItems typed = new();
    readonly List<Block> quote = [];
    readonly List<string> code = [];
    readonly List<Definition> terms = [];
    (IReadOnlyList<Inline> Text, string? Anchor)? caption;
    bool isParted, isTypedInItem;

    /// <summary>Whether there is any text yet; a logo above the title is none.</summary>
    public bool HasText => blocks.Any(block => block is not (Figure or PageBreak)) || lists.IsOpen || typed.Any || quote.Count > 0
        || code.Count > 0 || terms.Count > 0 || caption is not null;

    /// <returns>The caption, if it became the title of a chart and lost its footnotes and links.</returns>
    public IReadOnlyList<Inline> Add(Block block)
    {
        End();
        if (block is PageBreak && blocks is [] or [.., PageBreak]) return [];

        var isUntitled = block is Chart chart && ChartVocabulary.IsUntitled(chart.Title);
        IReadOnlyList<Inline> title = isUntitled && caption is { } above ? above.Text : [];
        blocks.Add(WithCaption(block));
        return title;
    }

    /// <summary>Remembers an empty line, which may part two lists.</summary>
    public void AddBlank() => isParted = true;

    public void AddItem(WordLabel label, int? indent, IEnumerable<Block> content)
    {
        if (depths.IsApart(label, indent, isParted)) End();
        isParted = false;
        EndBut(lists);
        lists.Add(depths.Of(label, indent), label.Marker, content);
    }

    /// <summary>Whether a paragraph without a label continues the last item.</summary>
    public bool ContinuesItem(int indent) => lists.IsOpen && depths.IsBelowLast(indent);

    public bool IsListOpen => lists.IsOpen;

    public void Continue(IEnumerable<Block> content)
    {
        EndBut(lists);
        lists.Continue(content);
    }

    /// <summary>Whether a typed marker begins a list inside the last item, rather than going on with an open one.</summary>
    public bool BeginsAnotherList(Marker marker) => !lists.GoOnWith(marker);

    public void AddTyped(TypedMarker marker, int indent, Paragraph asWritten, Paragraph asItem, bool isInItem)
    {
        if (isInItem != isTypedInItem) EndTyped();
        isTypedInItem = isInItem;
        EndBut(typed);
        typed.Add(marker, indent, asWritten, asItem);
    }

    void EndTyped()
    {
        if (!typed.Any) return;
        if (isTypedInItem) lists.Continue(typed.Take());
        else AddAll(typed.Take());
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

    public bool IsTermOpen => terms.Count > 0;

    public void AddTerm(IReadOnlyList<Inline> term)
    {
        EndBut(terms);
        terms.Add(new(term));
    }

    /// <summary>Adds to what the last term means.</summary>
    public void AddMeaning(IEnumerable<Block> content)
    {
        EndBut(terms);
        terms[^1] = terms[^1] with { Content = [.. terms[^1].Content, .. content] };
    }

    /// <summary>A caption belongs to the picture before it, otherwise to what follows, otherwise to the table before it.</summary>
    /// <param name="text">Its text.</param>
    /// <param name="anchor">The anchor of links to it, and so to what it names.</param>
    /// <returns>The caption, if it became the title of a chart and lost its footnotes and links.</returns>
    public IReadOnlyList<Inline> AddCaption(IReadOnlyList<Inline> text, string? anchor)
    {
        End();
        if (blocks is [.., var before]
            && (before is Figure { Caption.Count: 0 } || before is Chart chart && ChartVocabulary.IsUntitled(chart.Title)))
        {
            blocks[^1] = Captioned.With(before, text, anchor)!;
            return before is Chart ? text : [];
        }

        EndCaption();
        caption = (text, anchor);
        return [];
    }

    /// <summary>Removes the last block if it is of a kind and nothing is open after it.</summary>
    public void RemoveLast(Predicate<Block> isOfKind)
    {
        if (!lists.IsOpen && !typed.Any && quote.Count + code.Count + terms.Count == 0 && caption is null
            && blocks is [.., var last] && isOfKind(last)) blocks.RemoveAt(blocks.Count - 1);
    }

    public IReadOnlyList<Block> Take()
    {
        End();
        EndCaption();
        while (blocks is [.., PageBreak]) blocks.RemoveAt(blocks.Count - 1);
        return [.. blocks];
    }

    void End() => EndBut(null);

    /// <summary>Closes the open groups, except for the one that continues.</summary>
    void EndBut(object? goesOn)
    {
        if (goesOn != typed) EndTyped();
        if (goesOn != lists && lists.IsOpen && !(goesOn == typed && isTypedInItem))
        {
            AddAll([.. lists.Take().SelectMany(block => NumberedLine.Of(block, namesSection))]);
            depths.Clear();
        }

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

        if (goesOn != terms && terms.Count > 0)
        {
            AddAll([new DefinitionList([.. terms])]);
            terms.Clear();
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

        if (Captioned.With(block, above.Text, above.Anchor) is not { } named)
        {
            EndCaption();
            return block;
        }

        caption = null;
        return named;
    }

    void EndCaption()
    {
        if (caption is not { } below) return;

        caption = null;
        if (blocks is [.., Table { Caption.Count: 0 } table])
            blocks[^1] = Captioned.With(table, below.Text, below.Anchor)!;
        else
            blocks.Add(new Paragraph(below.Text) { Anchor = below.Anchor });
    }
}
