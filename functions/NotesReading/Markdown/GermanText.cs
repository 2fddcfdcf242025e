using Markdig;
using Markdig.Parsers;
using Markdig.Renderers;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Makes Markdown keep German text as it was written: dates and ordinals are no numbered lists, written numbers stay, bullets and letters
/// that people type before items begin lists, a gender star inside a word is a letter, text directly above or below a table does not
/// destroy it, and file names may have spaces. To be used after all other extensions.
/// </summary>
public sealed class GermanText : IMarkdownExtension
{
    public void Setup(MarkdownPipelineBuilder pipeline)
    {
        if (pipeline.BlockParsers.Find<ListBlockParser>() is { } lists)
        {
            lists.ItemParsers.ReplaceOrAdd<NumberedListItemParser>(new NumberedItemParser());
            lists.ItemParsers.Add(new TypedNumberParser());
            lists.ItemParsers.Add(new TypedBulletParser());
        }

        if (pipeline.BlockParsers.Find<ParagraphBlockParser>() is { } paragraphs) paragraphs.Closed += TableLines.Join;
        pipeline.InlineParsers.Insert(0, new WordStarParser());
        pipeline.InlineParsers.Insert(0, new SpacedAddressParser());
        pipeline.DocumentProcessed += WrittenNumbers.Keep;
        pipeline.DocumentProcessed += TableLines.UnescapePipes;
    }

    public void Setup(MarkdownPipeline pipeline, IMarkdownRenderer renderer)
    {
    }
}
