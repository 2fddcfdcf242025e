using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Items one below the other, before they are divided into pages.</summary>
sealed class Flow
{
    readonly List<FlowItem> items = [];
    readonly List<Destination> awaited = [];
    double gap;
    bool isGapSet, isHeaded;

    /// <summary>Where the last heading begins.</summary>
    int? heading;

    /// <summary>A line alone below a heading, if it comes last.</summary>
    FlowItem? lone;

    public IReadOnlyList<FlowItem> Items => items;

    /// <summary>Requests a gap before the next item; the largest request counts.</summary>
    public void Gap(double height)
    {
        if (!isGapSet) gap = Math.Max(gap, height);
    }

    /// <summary>Sets the gap before the next item and ignores all requests.</summary>
    public void SetGap(double height) => (gap, isGapSet) = (height, true);

    /// <summary>Before a heading's lines.</summary>
    public void BeginHeading(double height)
    {
        if (isHeaded) SetGap(Theme.HeadingGap);
        else Gap(height);
        lone = null;
        heading = items.Count;
    }

    /// <summary>
    /// After a heading's lines. What is below it is more than one line, if there is more: at a page's end both would be overlooked.
    /// </summary>
    public void EndHeading()
    {
        SetGap(Theme.GapAfterHeading);
        isHeaded = true;
    }

    /// <summary>Makes the next item the target of a link.</summary>
    public void Await(Destination destination) => awaited.Add(destination);

    public void Add(FlowItem item, Box? box)
    {
        item.Box = box;
        item.Gap = items is [] or [.., Padding { Opens: true }] ? 0 : gap;
        lone?.KeepsNext = true;
        lone = isHeaded && item is LineItem { KeepsNext: false } ? item : null;
        items.Add(item);
        (gap, isGapSet, isHeaded) = (0, false, false);
        if (item is NewPage) return; // a page break is no link target
        item.Add(awaited);
        awaited.Clear();
    }

    /// <summary>The first item after the first few that shows something.</summary>
    public FlowItem? FirstDrawn(int first) => items.Skip(first).FirstOrDefault(item => item is not (NewPage or Padding { Opens: true }));

    /// <summary>Gives the items after the first few a minimum height, so that a label beside them has room.</summary>
    public void FillUpTo(double height, int first, Box? box)
    {
        var missing = height - HeightOf(items.Skip(first));
        if (missing <= 0) return;
        items[^1].KeepsNext = true;
        SetGap(0);
        Add(new Padding(missing), box);
    }

    /// <summary>Keeps the items after the first few on one page, if they are small enough.</summary>
    public void KeepWhole(int first)
    {
        if (first == items.Count || HeightOf(items.Skip(first)) > Theme.KeptTogether) return;
        foreach (var item in items.Skip(first).SkipLast(1)) item.KeepsNext = true;
    }

    /// <summary>
    /// The rule for widows and orphans, for whatever has parts: at a page's end stand a few of them, or a part that is high by itself.
    /// </summary>
    /// <param name="starts">
    /// Where each part begins, in order; one that counts as several is named so often. The last one ends where the flow does.
    /// </param>
    /// <param name="least">How many parts there are on each side of a page's end.</param>
    /// <param name="highest">How high what stays together is at most: more is not lonely.</param>
    public void KeepEnds(IReadOnlyList<int> starts, int least, double highest)
    {
        if (starts.Count == 0) return;
        Keep(starts[0], forward: true);
        Keep(items.Count - 1, forward: false);

        // as many parts as are low enough
        void Keep(int end, bool forward)
        {
            for (var count = least; count > 1; count--)
            {
                if (EndOf(end, forward ? 1 : -1, count) is not { } other) continue;
                for (var i = Math.Min(end, other); i < Math.Max(end, other); i++) items[i].KeepsNext = true;
                return;
            }
        }

        int? EndOf(int item, int step, int count)
        {
            var height = items[item].Height;
            while (Parts(item, step) < count)
            {
                if (item + step < starts[0] || item + step == items.Count) return null;
                height += items[item + step].Height + items[Math.Max(item, item + step)].Gap;
                if (height > highest) return null;
                item += step;
            }
            return item;
        }

        // how many parts have something between the one end and an item
        int Parts(int item, int step) => step > 0
            ? starts.Count(start => start <= item)
            : starts.Count(start => start >= item) + (starts.Contains(item) ? 0 : 1);
    }

    /// <summary>
    /// Keeps the last heading, and the few lines below it, with what comes after the first few items: a heading with a sentence is about
    /// the table that follows, and would stand alone on the page before.
    /// </summary>
    public void KeepHeadingWith(int first)
    {
        if (heading is not { } start || start >= first) return;

        var above = items[start..first];
        if (above.Exists(item => item is NewPage) || HeightOf(above) > Theme.KeptWithTable) return;
        foreach (var item in above) item.KeepsNext = true;
    }

    /// <summary>Turns the page for the items that follow the first few, and for the headings kept with them.</summary>
    public void Turn(int first)
    {
        foreach (var item in items.Skip(StartOfKept(first))) item.Paper = Paper.Turned;
    }

    /// <summary>Whether what is kept with the next item is text, which a turned page has room for.</summary>
    public bool CanTurn => items.Skip(StartOfKept(items.Count)).All(item => item is LineItem);

    int StartOfKept(int end)
    {
        while (end > 0 && items[end - 1].KeepsNext) end--;
        return end;
    }

    /// <summary>Ends the flow: link targets without a following item get the position of its end.</summary>
    public void End()
    {
        if (items.FindLast(item => item is not NewPage) is { } last) last.Add(awaited);
    }

    /// <summary>The height of items one below the other.</summary>
    public static double HeightOf(IEnumerable<FlowItem> items)
    {
        var (height, isFirst) = (0.0, true);
        foreach (var item in items)
        {
            height += item.Height + (isFirst ? 0 : item.Gap);
            isFirst = false;
        }
        return height;
    }

    public static IEnumerable<PlacedItem> Stack(IEnumerable<FlowItem> items, double top)
    {
        var isFirst = true;
        foreach (var item in items)
        {
            if (!isFirst) top += item.Gap;
            yield return new(item, top);
            top += item.Height;
            isFirst = false;
        }
    }

    /// <summary>Divides items at a height, at a place where none is kept with the next if there is one.</summary>
    public static (IReadOnlyList<FlowItem> First, IReadOnlyList<FlowItem> Remainder) Split(IReadOnlyList<FlowItem> items, double height)
    {
        var (count, used) = (0, 0.0);
        while (count < items.Count && used + (count == 0 ? 0 : items[count].Gap) + items[count].Height <= height)
        {
            used += (count == 0 ? 0 : items[count].Gap) + items[count].Height;
            count++;
        }
        if (count == items.Count) return (items, []);
        if (items[count].Divided(height - used - (count == 0 ? 0 : items[count].Gap)) is var (first, rest))
            return ([.. items.Take(count), first], [rest, .. items.Skip(count + 1)]);

        var kept = count;
        while (kept > 0 && items[kept - 1].KeepsNext) kept--;
        if (kept > 0) count = kept;
        return ([.. items.Take(count)], [.. items.Skip(count)]);
    }

    public static void Draw(PageCanvas canvas, double left, double top, IEnumerable<FlowItem> items)
    {
        var placed = Stack(items, top).ToList();
        Box.DrawAll(canvas, left, placed);
        foreach (var (item, itemTop) in placed) item.Draw(canvas, left, itemTop);
    }
}
