using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Lists;

namespace ThaffFunctions.NotesReading.Word.Lists;

/// <summary>A line of a paragraph in which a list was typed.</summary>
/// <param name="Marker">Null for the text before the first item.</param>
/// <param name="Indent">The spaces before it.</param>
/// <param name="Text">Without the marker.</param>
/// <param name="AsWritten">With the marker.</param>
sealed record TypedLine(TypedMarker? Marker, int Indent, IReadOnlyList<Inline> Text, IReadOnlyList<Inline> AsWritten)
{
    public Paragraph Item(string? anchor) => new(Text) { Anchor = anchor };

    public Paragraph Written(string? anchor) => new(AsWritten) { Anchor = anchor };
}
