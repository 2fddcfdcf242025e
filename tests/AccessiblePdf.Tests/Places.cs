using UglyToad.PdfPig.Content;

namespace AccessiblePdf.Tests;

/// <summary>A line of text as it stands on its page; lengths are points, and baselines count upwards from the page's lower edge.</summary>
sealed record PlacedLine(int Page, double Baseline, double Left, double Right, string Text, bool IsBold);

static class Places
{
    /// <summary>The lines of an element, from top to bottom.</summary>
    public static IReadOnlyList<PlacedLine> Lines(this TaggedPdf pdf, PdfNode node) =>
    [
        .. node.All.SelectMany(part => part.Marks).Distinct()
            .SelectMany(mark => pdf.Pages[mark.Page - 1].GetMarkedContents().SelectMany(TaggedPdf.WithKids)
            .Where(content => content.MarkedContentIdentifier == mark.Mark).SelectMany(content => content.Letters)
            .Select(letter => (mark.Page, Letter: letter)))
            .GroupBy(place => (place.Page, Baseline: Math.Round(place.Letter.StartBaseLine.Y, 1)))
            .OrderBy(line => line.Key.Page).ThenByDescending(line => line.Key.Baseline)
            .Select(line => LineOf(line.Key.Page, line.Key.Baseline, [.. line.Select(place => place.Letter)])),
    ];

    static PlacedLine LineOf(int page, double baseline, List<Letter> letters)
    {
        var drawn = letters.FindAll(letter => !string.IsNullOrWhiteSpace(letter.Value));
        return new(page, baseline, drawn.Min(letter => letter.StartBaseLine.X), drawn.Max(letter => letter.EndBaseLine.X),
            string.Concat(letters.Select(letter => letter.Value)),
            drawn.TrueForAll(letter => letter.FontName!.Contains("Bold", StringComparison.Ordinal)));
    }
}
