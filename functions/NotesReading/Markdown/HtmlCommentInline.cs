using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary>A comment within a text.</summary>
sealed class HtmlCommentInline : LeafInline;
