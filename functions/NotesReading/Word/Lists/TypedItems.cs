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
        var markers = TickRows.Kept(LetterRows.Kept([.. items.Select(item => (TypedMarker?)item.Marker)]));
        var areItems = AreItems(markers);
        var lists = new ListBuilder();
        List<Block> taken = [];
        foreach (var (item, marker) in items.Zip(markers))
        {
            if (areItems && marker is not null)
            {
                lists.Add(item.Indent, IsTicked(item.Marker, item.Indent) ? Marker.Box(isDone: true) : item.Marker.Marker, item.AsItem);
                continue;
            }

            taken.AddRange(lists.Take());
            taken.Add(item.AsWritten);
        }

        items.Clear();
        return [.. taken, .. lists.Take()];
    }

    bool IsTicked(TypedMarker marker, int indent) => marker.IsFilledBox
        && items.Exists(item => item.Indent == indent && item.Marker.Marker.Done == false);

    /// <summary>The blocks of a paragraph into which a list was typed.</summary>
    /// <param name="lines">Its lines.</param>
    /// <param name="indent">Of the paragraph.</param>
    /// <param name="anchor">Of links to it.</param>
    public static IReadOnlyList<Block> BlocksOf(IReadOnlyList<TypedLine> lines, int indent, string? anchor)
    {
        List<Block> blocks = [];
        var typed = new TypedItems();
        foreach (var (at, line) in lines.Index())
        {
            var own = at == 0 ? anchor : null;
            if (line.Marker is { } marker) typed.Add(marker, indent + line.Indent, line.Written(own), line.Item(own));
            else blocks.Add(line.Item(own));
        }

        return [.. blocks, .. typed.Take()];
    }

    /// <summary>Whether one marker is certain, or one follows another of its kind.</summary>
    /// <param name="markers">null for a line without one.</param>
    public static bool AreItems(IEnumerable<TypedMarker?> markers)
    {
        List<Marker> last = [];
        foreach (var typed in markers.OfType<TypedMarker>())
        {
            if (typed.IsCertain || last.Exists(before => typed.Marker.MayFollow(before))) return true;

            last.RemoveAll(before => before.Numbering == typed.Marker.Numbering);
            last.Add(typed.Marker);
        }

        return false;
    }
}
