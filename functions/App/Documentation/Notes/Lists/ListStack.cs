using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Notes.Lists;

/// <summary>Makes nested lists of items that only say how deep they stand, in whatever unit.</summary>
sealed class ListStack
{
    /// <summary>More levels than Word has are drawn as its last one.</summary>
    const int MaxLevels = 9;

    readonly Stack<OpenList> open = new();
    readonly List<Block> closed = [];

    public bool IsOpen => open.Count > 0;

    public void Add(int depth, Marker marker, params IEnumerable<Block> content)
    {
        while (open.TryPeek(out var deeper) && deeper.Depth > depth) Close();
        if (open.TryPeek(out var list) && (list.Depth == depth || open.Count == MaxLevels) && !marker.MayFollow(list.Last)) Close();
        if (!open.TryPeek(out list) || (list.Depth < depth && open.Count < MaxLevels)) open.Push(list = new(depth, marker));

        list.Last = marker;
        list.Items.Add((marker.Done, [.. content]));
    }

    /// <summary>Adds to the last item.</summary>
    public void Continue(IEnumerable<Block> content) => open.Peek().Items[^1].Content.AddRange(content);

    /// <summary>What was added since the last time.</summary>
    public IReadOnlyList<Block> Take()
    {
        while (open.Count > 0) Close();
        Block[] taken = [.. closed];
        closed.Clear();
        return taken;
    }

    void Close()
    {
        var list = open.Pop().ToBlock();
        (open.TryPeek(out var outer) ? outer.Items[^1].Content : closed).Add(list);
    }

    sealed class OpenList(int depth, Marker first)
    {
        readonly Marker first = first;

        public int Depth => depth;

        public Marker Last { get; set; }

        public List<(bool? Done, List<Block> Content)> Items { get; } = [];

        public Block ToBlock()
        {
            ListItem[] items = [.. Items.Select(item => new ListItem([.. item.Content]) { Done = item.Done })];
            return first.Numbering is { } numbering ? new NumberedList(items) { Start = first.Number, Numbering = numbering } : new BulletList(items);
        }
    }
}
