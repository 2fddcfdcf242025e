using Markdig.Extensions.DefinitionLists;
using Markdig.Extensions.Footnotes;
using Markdig.Parsers;
using Markdig.Syntax;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Parses the text of a footnote inside other blocks too. Markdig accepts one only where no block is open around it, but a definition list
/// never closes. Inside a list item or quote a footnote continues as long as its lines are indented.
/// </summary>
sealed class FootnoteParser : Markdig.Extensions.Footnotes.FootnoteParser
{
    static readonly object Inside = new();

    public override BlockState TryOpen(BlockProcessor processor)
    {
        ContainerBlock[] around = [.. OpenAround(processor.CurrentContainer)];
        if (around.Any(block => block is Footnote)) return BlockState.None;

        foreach (var block in around) block.IsOpen = false;
        var state = base.TryOpen(processor);
        foreach (var block in around) block.IsOpen = true;

        if (state == BlockState.Continue && around.Any(block => block is not DefinitionList))
            processor.NewBlocks.Peek().SetData(Inside, true);
        return state;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block)
    {
        if (!block.ContainsData(Inside)) return base.TryContinue(processor, block);
        if (processor.IsBlankLine)
            return processor.CurrentBlock is { IsBreakable: false } ? BlockState.Continue : BlockState.ContinueDiscard;
        if (!processor.IsCodeIndent) return BlockState.None;

        processor.GoToCodeIndent();
        return BlockState.Continue;
    }

    /// <summary>The open blocks around a new one, except for the document.</summary>
    static IEnumerable<ContainerBlock> OpenAround(ContainerBlock? block)
    {
        for (; block is not (null or MarkdownDocument); block = block.Parent)
        {
            if (block.IsOpen) yield return block;
        }
    }
}
