namespace AccessiblePdf.Layout;

/// <summary>
/// Divides a flow into pages. What stays together is said by <see cref="FlowItem.KeepsNext"/>; <see cref="Flow"/> sets it for headings.
/// </summary>
sealed class Paginator(IReadOnlyList<FlowItem> source)
{
    const double LeastRoomToSplit = 60;

    readonly List<FlowItem> items = [.. source];
    readonly List<Page> pages = [];
    readonly Queue<FlowItem> carriedNotes = [];
    double used;
    double notesHeight;
    bool isCarrying;

    Page Current => pages[^1];

    double Bottom => Current.Paper.TextBottom;

    bool IsFresh => Current.Items.Count == 0;

    public IReadOnlyList<Page> Cut()
    {
        BeginPage(items.FirstOrDefault());
        for (var at = 0; at < items.Count;)
        {
            if (items[at] is NewPage)
            {
                at++;
                if (at < items.Count && !IsFresh) BeginPage(items[at]);
                continue;
            }
            if (items[at].Paper != Current.Paper) BeginPage(items[at]);
            var end = EndOfChain(at);
            if (Fits(at, end)) at = Put(at, end);
            else if (SplitsLast(at, end)) at = Put(at, end);
            else if (!IsFresh && ShrinksToFit(at, end)) at = Put(at, end);
            else if (!IsFresh || Current.Notes.Count > 0) BeginPage(items[at]);
            else at = PutOversized(at);
        }
        while (carriedNotes.Count > 0) BeginPage(null);
        PlaceNotes();
        return pages;
    }

    int EndOfChain(int start)
    {
        var end = start + 1;
        while (end < items.Count && items[end - 1].KeepsNext && items[end] is not NewPage && items[end].Paper == items[start].Paper) end++;
        return end;
    }

    bool Fits(int start, int end) => used + HeightOf(start, end) + HeightOfNotes(start, end) <= Bottom - notesHeight;

    double HeightOf(int start, int end)
    {
        var height = 0.0;
        for (var i = start; i < end; i++) height += items[i].Height + (IsFresh && i == start ? 0 : items[i].Gap);
        return height;
    }

    double HeightOfNotes(int start, int end)
    {
        var height = 0.0;
        for (var i = start; i < end; i++)
        {
            foreach (var line in items[i].Notes.SelectMany(note => note.Items)) height += line.Height + line.Gap;
        }
        height = Math.Min(height, Current.Paper.TextHeight / 5); // the rest of longer notes goes on over the page
        return height > 0 && notesHeight == 0 ? height + Page.NotesGap : height;
    }

    /// <summary>Divides the chain's last item so that the chain fits.</summary>
    bool SplitsLast(int start, int end) => SplitsLast(start, end, HeightOfNotes(start, end));

    bool SplitsLast(int start, int end, double heightOfNotes)
    {
        var last = items[end - 1];
        var gap = IsFresh && start == end - 1 ? 0 : last.Gap;
        var room = Bottom - notesHeight - used - HeightOf(start, end - 1) - heightOfNotes - gap;
        if (last.StaysWhole && !IsFresh) return false;
        if (room < (IsFresh ? 0 : LeastRoomToSplit) || last.Divided(room) is not var (first, rest)) return false;
        items[end - 1] = first;
        items.Insert(end, rest);
        return true;
    }

    /// <summary>Scales down a picture of the chain so that the chain fits on the page.</summary>
    bool ShrinksToFit(int start, int end)
    {
        var missing = used + HeightOf(start, end) + HeightOfNotes(start, end) - (Bottom - notesHeight);
        for (var i = start; i < end; i++)
        {
            if (items[i].Shrunk(items[i].Height - missing - 0.01) is not { } small) continue;
            items[i] = small;
            return true;
        }
        return false;
    }

    int Put(int start, int end)
    {
        for (var i = start; i < end; i++) Put(items[i]);
        for (var i = start; i < end; i++) AddNotes(items[i]);
        return end;
    }

    void Put(FlowItem item)
    {
        if (!IsFresh) used += item.Gap;
        Current.Items.Add(new(item, used));
        item.Place(pages.Count - 1, used);
        used += item.Height;
    }

    void AddNotes(FlowItem item)
    {
        foreach (var note in item.Notes) AddNotes(note.Items);
    }

    /// <summary>
    /// A chain higher than a page, or with longer notes: as much as fits, the last item divided if it can be, and what does not fit of the
    /// notes goes on over the page. A row whose pictures leave no room for its notes has the page for itself.
    /// </summary>
    int PutOversized(int at)
    {
        if (!Fits(at, at + 1) && !SplitsLast(at, at + 1)) SplitsLast(at, at + 1, heightOfNotes: 0);
        do
        {
            at = Put(at, at + 1);
        }
        while (at < items.Count && items[at - 1].KeepsNext && items[at].Paper == Current.Paper
        && (Fits(at, at + 1) || SplitsLast(at, at + 1)));
        return at;
    }

    void BeginPage(FlowItem? first)
    {
        if (pages.Count > 0 && IsFresh && Current.Notes.Count == 0) pages.RemoveAt(pages.Count - 1);
        pages.Add(new() { Paper = first?.Paper ?? Paper.Upright });
        (used, notesHeight, isCarrying) = (Theme.Top, 0, false);
        var waiting = carriedNotes.ToArray();
        carriedNotes.Clear();
        AddNotes(waiting);
        if (pages.Count > 1 && first?.RepeatedHeader is { } header)
        {
            Current.RepeatedHeader = new(header, used);
            used += header.Height;
        }
    }

    /// <summary>What stays together of a note and finds no room is carried over as a whole.</summary>
    void AddNotes(IReadOnlyList<FlowItem> lines)
    {
        for (var at = 0; at < lines.Count;)
        {
            var end = at + 1;
            while (end < lines.Count && lines[end - 1].KeepsNext) end++;
            var height = Current.Notes.Count == 0 ? Page.NotesGap : 0;
            for (var i = at; i < end; i++) height += lines[i].Gap + lines[i].Height;
            isCarrying |= Current.Notes.Count > 0 && height > Bottom - notesHeight - LimitOfNotes;
            for (; at < end; at++) AddNote(lines[at]);
        }
    }

    /// <summary>How high notes reach.</summary>
    double LimitOfNotes => IsFresh ? Theme.Top + Current.Paper.TextHeight / 2 : used;

    /// <summary>
    /// Notes carried over from the page before take at most half of a page; what is higher, such as a table's row, is divided there if it
    /// can be. One with pictures that high takes the whole page.
    /// </summary>
    void AddNote(FlowItem line)
    {
        var gap = line.Gap + (Current.Notes.Count == 0 ? Page.NotesGap : 0);
        var isEmpty = IsFresh && Current.Notes.Count == 0;
        var room = Bottom - notesHeight - gap - LimitOfNotes;
        if (isEmpty && line.Height > room && (line.Divided(room) ?? line.Divided(Bottom - gap - Theme.Top)) is var (first, rest))
        {
            PutNote(first, gap);
            line = rest;
            isCarrying = true;
        }
        isCarrying |= !isEmpty && line.Height > room;
        if (isCarrying) carriedNotes.Enqueue(line);
        else PutNote(line, gap);
    }

    void PutNote(FlowItem line, double gap)
    {
        Current.Notes.Add(line);
        notesHeight += line.Height + gap;
    }

    void PlaceNotes()
    {
        for (var page = 0; page < pages.Count; page++)
        {
            foreach (var (line, top) in pages[page].PlacedNotes) line.Place(page, top);
        }
    }
}
