namespace AccessiblePdf.Layout;

/// <summary>A page: its items and the notes at its foot.</summary>
sealed class Page
{
    /// <summary>Between the text and the notes.</summary>
    public const double NotesGap = 14;

    public required Paper Paper { get; init; }

    public List<PlacedItem> Items { get; } = [];

    public List<FlowItem> Notes { get; } = [];

    /// <summary>The notes stand on the lower edge.</summary>
    public IEnumerable<PlacedItem> PlacedNotes
    {
        get
        {
            var top = NotesTop;
            foreach (var line in Notes)
            {
                yield return new(line, top + line.Gap);
                top += line.Gap + line.Height;
            }
        }
    }

    public double NotesTop => Paper.TextBottom - Notes.Sum(line => line.Gap + line.Height);

    /// <summary>A table's header drawn again, and where.</summary>
    public PlacedItem? RepeatedHeader { get; set; }
}
