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
        if (processor.IsCodeIndent || !processor.Line.Match(Begin) || EndAfter(processor) is not { } end) return BlockState.None;

        processor.NewBlocks.Push(new HtmlComment(this) { Line = processor.LineIndex, Column = processor.Column });
        return end <= processor.Line.End ? BlockState.BreakDiscard : BlockState.ContinueDiscard;
    }

    public override BlockState TryContinue(BlockProcessor processor, Block block) =>
        processor.Line.AsSpan().IndexOf(End) >= 0 ? BlockState.BreakDiscard : BlockState.ContinueDiscard;

    /// <summary>
    /// Where the comment that begins here ends; null if it does not, or text follows in that line. Many comments that nobody ends would
    /// each be looked through to the end of the file: the document remembers what was found.
    /// </summary>
    int? EndAfter(BlockProcessor processor)
    {
        var (text, start) = (processor.Line.Text, processor.Line.Start);
        if (processor.Document.GetData(this) is (int from, int end, bool isAlone) && start >= from && (end < 0 || start <= end))
            return isAlone ? end : null;

        end = text.IndexOf(End, start, StringComparison.Ordinal);
        isAlone = end >= 0 && IsRestBlank(text.AsSpan(end + End.Length));
        processor.Document.SetData(this, (start, end, isAlone));
        return isAlone ? end : null;
    }

    static bool IsRestBlank(ReadOnlySpan<char> rest) =>
        (rest.IndexOfAny('\r', '\n') is >= 0 and var end ? rest[..end] : rest).IsWhiteSpace();
}
