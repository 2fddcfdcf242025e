using Markdig.Parsers;
using Markdig.Syntax;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>
/// Comments in lines of their own. One that nobody ends is text, and so is all other HTML; within a paragraph
/// <see cref="HtmlInlineParser"/> finds them.
/// </summary>
sealed class HtmlCommentParser : BlockParser
{
    public const string Begin = "<!--", End = "-->";

    public HtmlCommentParser() => OpeningCharacters = ['<'];

    public override bool CanInterrupt(BlockProcessor processor, Block block) => block is not ParagraphBlock;

    public override BlockState TryOpen(BlockProcessor processor)
    {
        if (processor.IsCodeIndent || !processor.Line.Match(Begin)) return BlockState.None;

        var text = processor.Line.Text;
        var end = text.IndexOf(End, processor.Line.Start, StringComparison.Ordinal);
        if (end < 0 || !IsRestBlank(text, end + End.Length)) return BlockState.None;

        processor.NewBlocks.Push(new HtmlComment(this) { Line = processor.LineIndex, Column = processor.Column });
        return end <= processor.Line.End ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        processor.Line.AsSpan().IndexOf(End) >= 0 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;

    static bool IsRestBlank(string text, int start)
    {
        var end = text.AsSpan(start).IndexOfAny('\r', '\n');
        return (end < 0 ? text.AsSpan(start) : text.AsSpan(start, end)).IsWhiteSpace();
    }
}
