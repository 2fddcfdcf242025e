using AccessiblePdf.Model;
using AccessiblePdf.Writer;

namespace AccessiblePdf.Layout;

/// <summary>Sets what stands before the first block: title and table of contents.</summary>
sealed class Opening(LayoutContext context, Flow flow, Frame frame)
{
    const double TitlePageSpace = 190, LogoGap = 40, LogoHeight = 80;

    public void SetTitle(string title, TitleBlock block)
    {
        var setter = new BlockSetter(context, flow, frame);
        if (block.OnOwnPage)
        {
            flow.Add(new Padding(TitlePageSpace), null);
            flow.Add(new BarItem(), null);
            flow.Gap(18);
        }
        if (block.Overline is { } overline)
        {
            setter.SetText([Run(overline)], frame.Element.Add("P"), Theme.Overline);
            flow.Gap(4);
        }
        setter.SetHead([title], frame.Element.Add("Title"), Theme.Title);
        flow.Gap(8);
        foreach (var line in block.Lines)
        {
            setter.SetText([Run(line)], frame.Element.Add("P"), Theme.TitleLine);
            flow.Gap(2);
        }
        if (block.Logo is { } logo)
        {
            flow.Gap(LogoGap);
            new FigureSetter(context, flow, frame with { Tallest = LogoHeight }).Set(logo);
        }
        flow.Gap(Theme.TitleGap);
        if (block.OnOwnPage) flow.Add(new NewPage(), null);

        TextRun Run(string text) => new(text) { Language = block.Language };
    }

    /// <summary>
    /// TOC and TOCI, one TOC inside the other for each level (ISO 32000-1, 14.8.4.3.2). A TOC holds nothing else, so its title stands
    /// before it (ISO 32000-2, annex L).
    /// </summary>
    public void SetContents(TableOfContents contents)
    {
        var headings = context.Headings.Where(heading => heading.Level <= contents.Depth).ToList();
        if (headings.Count == 0) return;
        flow.Gap(Theme.GapBeforeHeading(1));
        new BlockSetter(context, flow, frame).SetHead(
            [new TextRun(context.Wording.Contents) { Language = context.WordingLanguage }], frame.Element.Add("P"), Theme.ContentsTitle);
        var levels = new Stack<StructureElement>([frame.Element.Add("TOC")]);
        flow.SetGap(6);
        var hasLevels = headings.Any(heading => heading.Level > 1);
        var starts = new List<int>(headings.Count);
        foreach (var (index, heading) in headings.Index())
        {
            starts.Add(flow.Items.Count);
            while (levels.Count > heading.Level) levels.Pop();
            while (levels.Count < heading.Level) levels.Push(levels.Peek().Add("TOC"));
            if (heading.Level == 1) flow.Gap(3);
            var leads = index + 1 < headings.Count && headings[index + 1].Level > heading.Level;
            SetEntry(heading, levels.Peek().Add("TOCI").Add("Reference").Add("Link"), isStrong: hasLevels && heading.Level == 1, leads);
        }
        flow.KeepEnds(starts, least: 2, Theme.KeptAtEnds);
        if (contents.OnOwnPage) flow.Add(new NewPage(), null);
        else flow.Gap(Theme.GapBeforeHeading(1));
    }

    /// <param name="heading">What it leads to.</param>
    /// <param name="link">Its place in the logical structure.</param>
    /// <param name="isStrong">Whether it stands out from those below it.</param>
    /// <param name="leads">Whether the next entry is below it and stays with it.</param>
    void SetEntry(PlannedHeading heading, StructureElement link, bool isStrong, bool leads)
    {
        const double indent = 16, roomForNumber = 34;
        var format = Theme.Contents with { IsBold = isStrong };
        var room = frame.Indented(link, indent * (heading.Level - 1));
        var piece = new Piece(heading.Text + " ", format, link.AddContent());
        var (start, width) = (frame.IsRightToLeft ? room.X + roomForNumber : room.X, room.Width - roomForNumber);
        var lines = BalancedLines.Of(measure =>
            new(context.Typesetter, format, start, width, Alignment.Start, frame.IsRightToLeft) { Measure = measure }, width, [piece]);
        var number = link.AddContent();
        for (var i = 0; i < lines.Count; i++)
        {
            var isLast = i == lines.Count - 1;
            lines[i].KeepsNext = !isLast || leads;
            flow.Add(new ContentsLine(context, lines[i], room, heading, link, isLast ? number : null, format), null);
        }
    }
}
