using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ThaffFunctions.Documentation.Notes.Markdown;

/// <summary>
/// Markdig knows a footnote only where no other block is open around it, and a list of definitions stays open for ever. Here a footnote may
/// also stand below a list's item or in a quote; there it goes on as long as its lines are indented.
/// </summary>
sealed class NoteParser : FootnoteParser
{
    static readonly object Inside = new();

    public override BlockState TryOpen(BlockProcessor processor)
    {
        ContainerBlock[] around = [.. OpenAround(processor.CurrentContainer)];
        if (around.Any(block => block is Footnote)) return BlockState.None;

        foreach (var block in around) block.IsOpen = false;
        var state = base.TryOpen(processor);
        foreach (var block in around) block.IsOpen = true;

        if (state == BlockState.Continue && around.Any(block => block is not DefinitionList)) processor.NewBlocks.Peek().SetData(Inside, true);
        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (!block.ContainsData(Inside)) return base.TryContinue(processor, block);
        if (processor.IsBlankLine) return processor.CurrentBlock is { IsBreakable: false } ? BlockState.Continue : BlockState.ContinueDiscard;
        if (!processor.IsCodeIndent) return BlockState.None;

        processor.GoToCodeIndent();
        return BlockState.Continue;
    }

    /// <summary>The blocks that a new one would stand in, but for the document.</summary>
    static IEnumerable<ContainerBlock> OpenAround(ContainerBlock? block)
    {
        for (; block is not (null or MarkdownDocument); block = block.Parent)
        {
            if (block.IsOpen) yield return block;
        }
    }
}
