namespace AccessiblePdf.Writer;

/// <summary>A place in the document; known when its page is set.</summary>
sealed class Destination
{
    /// <summary>The page's index.</summary>
    public int Page { get; set; }

    /// <summary>The distance from the page's top edge.</summary>
    public double Top { get; set; }
}
