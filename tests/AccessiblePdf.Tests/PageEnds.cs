namespace AccessiblePdf.Tests;

/// <summary>Looks at the ends of the pages of a file.</summary>
sealed class PageEnds
{
    /// <summary>What is no higher is lonely by itself.</summary>
    const int FewLines = 2;

    readonly Dictionary<(int Page, int Mark), List<double>> baselines = [];

    public PageEnds(TaggedPdf pdf)
    {
        foreach (var page in pdf.Pages)
        {
            foreach (var content in page.GetMarkedContents().SelectMany(TaggedPdf.WithKids))
            {
                if (content.MarkedContentIdentifier < 0) continue;
                baselines[(page.Number, content.MarkedContentIdentifier)] =
                    [.. content.Letters.Select(letter => Math.Round(letter.StartBaseLine.Y))];
            }
        }
        Findings = [.. pdf.All.SelectMany(Parted), .. pdf.All.SelectMany(Led)];
    }

    /// <summary>What is lonely, and where.</summary>
    public IReadOnlyList<string> Findings { get; }

    /// <summary>One small part of something on its first or its last page.</summary>
    IEnumerable<string> Parted(PdfNode node)
    {
        if (node.Role is not ("Document" or "L" or "Aside" or "BlockQuote" or "TBody" or "LBody")) yield break;
        var parts = node.Kids.Where(kid => kid.Role is not ("Note" or "Span" or "Link" or "Reference" or "Strong"))
            .Select(LinesOf).Where(lines => lines.Count > 0).ToList();
        var least = node.Role == "TBody" ? 3 : 2;
        var pages = parts.SelectMany(part => part).GroupBy(line => line.Page).OrderBy(page => page.Key).ToList();
        if (parts.Count < least || pages.Count < 2) yield break;
        foreach (var page in new[] { pages[0], pages[^1] })
        {
            var touching = parts.FindAll(part => part.Any(line => line.Page == page.Key));
            if (touching.Count < least && page.Count() <= FewLines && touching.TrueForAll(part => part.All(line => line.Page == page.Key)))
            {
                yield return $"{node.Role} of {parts.Count} parts on pages {pages[0].Key} to {pages[^1].Key} has {touching.Count} on page "
                    + $"{page.Key}: {node.Text}";
            }
        }
    }

    /// <summary>A heading, a term or a sentence that ends with a colon, on another page than what follows.</summary>
    IEnumerable<string> Led(PdfNode node)
    {
        List<PdfNode> kids = [.. node.Kids.Where(kid => kid.Role != "Note" && LinesOf(kid).Count > 0)];
        foreach (var (first, second) in kids.Zip(kids.Skip(1)))
        {
            var leads = first.Role is ['H', _] or "Lbl" or "Caption" or "THead" || first.Role == "P" && first.Text.Trim().EndsWith(':');
            var (end, start) = (LinesOf(first).Max(line => line.Page), LinesOf(second).Min(line => line.Page));
            if (leads && end != start) yield return $"{first.Role} \"{first.Text}\" on page {end}, {second.Role} on page {start}";
        }
    }

    HashSet<(int Page, double Baseline)> LinesOf(PdfNode node) =>
        [.. WithoutNotes(node).SelectMany(part => part.Marks)
            .SelectMany(mark => baselines[mark].Select(baseline => (mark.Page, baseline)))];

    static IEnumerable<PdfNode> WithoutNotes(PdfNode node) =>
        node.Kids.Where(kid => kid.Role != "Note").SelectMany(WithoutNotes).Prepend(node);
}
