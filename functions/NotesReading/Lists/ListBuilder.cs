using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Lists;

/// <summary>Builds nested lists from items of which only the depth is known, in any unit.</summary>
sealed class ListBuilder
{
    /// <summary>Word has nine levels; deeper items stand on the ninth.</summary>
    const int MaxLevels = 9;

    readonly Stack<OpenList> open = new();
    readonly List<Block> closed = [];

    public bool IsOpen => open.Count > 0;

    public bool HasNumbers => open.Any(list => list.Last.Numbering is not null);

    /// <summary>Whether an item with this marker continues one of the open lists.</summary>
    public bool GoOnWith(Marker marker) => open.Any(list => marker.MayFollow(list.Last));

    public void Add(int depth, Marker marker, params IEnumerable<Block> content)
    {
        while (open.TryPeek(out var deeper) && deeper.Depth > depth) Close();
        if (open.TryPeek(out var list) && (list.Depth == depth || open.Count == MaxLevels) && !marker.MayFollow(list.Last)) Close();
        if (!open.TryPeek(out list) || (list.Depth < depth && open.Count < MaxLevels)) open.Push(list = new(depth, marker));

        list.Last = marker;
        list.Items.Add((marker.Done, [.. content]));
    }

    /// <summary>Adds content to the last item.</summary>
    public void Continue(IEnumerable<Block> content) => open.Peek().Items[^1].Content.AddRange(content);

    /// <summary>Closes the open lists and returns all lists since the last call.</summary>
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
            return first.Numbering is { } numbering ? new NumberedList(items) { Start = first.Number, Numbering = numbering }
                : new BulletList(items);
        }
    }
}
