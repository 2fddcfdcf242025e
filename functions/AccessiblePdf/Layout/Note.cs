using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>A footnote: its number, its text at the foot of a page, and the links in both directions.</summary>
sealed class Note(int number, Footnote footnote)
{
    public int Number { get; } = number;

    public Footnote Footnote { get; } = footnote;

    /// <summary>Where the note stands.</summary>
    public Destination Place { get; } = new();

    /// <summary>Where the text first refers to it.</summary>
    public Destination Reference { get; } = new();

    /// <summary>The note's lines.</summary>
    public IReadOnlyList<FlowItem> Items { get; set; } = [];
}
