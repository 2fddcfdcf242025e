using Markdig.Syntax;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>A comment that stands alone, of one line or more: what authors write for themselves.</summary>
sealed class HtmlComment(HtmlCommentParser parser) : LeafBlock(parser);
