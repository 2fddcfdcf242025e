namespace AccessiblePdf.Writer;

/// <summary>A place in the logical structure whose content is drawn on one or more pages.</summary>
sealed class ContentSpot(StructureElement element)
{
    public StructureElement Element { get; } = element;

    int[] marks = [];

    /// <summary>Page and identifier (MCID) of each marked-content sequence, in the order of drawing; most spots have one.</summary>
    public ReadOnlySpan<int> Marks => marks;

    public void AddMark(int page, int mark) => marks = [.. marks, page, mark];
}
