namespace AccessiblePdf.Layout;

/// <summary>An item and its upper edge on the page.</summary>
sealed record PlacedItem(FlowItem Item, double Top);
