namespace AccessiblePdf.Writer;

/// <summary>An area of a page that leads somewhere; the edges count upwards from the page's lower left corner.</summary>
sealed record LinkArea(LinkTarget Target, StructureElement Element, double Left, double Bottom, double Right, double Top);
