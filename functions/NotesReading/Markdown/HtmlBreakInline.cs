using Markdig.Syntax.Inlines;

namespace ThaffFunctions.NotesReading.Markdown;

/// <summary><c>&lt;br&gt;</c>; Markdig's own line break would end the row of a table.</summary>
sealed class HtmlBreakInline : LeafInline;
