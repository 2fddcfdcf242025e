using AccessiblePdf.Model;
using ThaffFunctions.NotesReading.Lists;

namespace ThaffFunctions.NotesReading.Word.Lists;

/// <summary>
/// Paragraphs that begin with a typed bullet or number. They become a list if one marker is certain or two follow each other; otherwise
/// they stay text, such as a date.
/// </summary>
sealed class TypedItems
{
    readonly List<(TypedMarker Marker, int Indent, Paragraph AsWritten, Paragraph AsItem)> items = [];

    public bool Any => items.Count > 0;

    public void Add(TypedMarker marker, int indent, Paragraph asWritten, Paragraph asItem) =>
        items.Add((marker, indent, asWritten, asItem));

    public IReadOnlyList<Block> Take()
    {
        var lists = new ListBuilder();
        if (AreItems([.. items.Select(item => item.Marker)]))
        {
            foreach (var item in items) lists.Add(item.Indent, item.Marker.Marker, item.AsItem);
        }

        IReadOnlyList<Block> taken = lists.IsOpen ? lists.Take() : [.. items.Select(item => item.AsWritten)];
        items.Clear();
        return taken;
    }

    /// <summary>Whether one marker is certain, or two follow each other.</summary>
    public static bool AreItems(IReadOnlyList<TypedMarker> markers) =>
        markers.Any(marker => marker.IsCertain)
            || markers.Zip(markers.Skip(1)).Any(pair => pair.Second.Marker.MayFollow(pair.First.Marker));
}
