using System.Globalization;
using UglyToad.PdfPig.Content;

namespace AccessiblePdf.Tests;

/// <summary>What must be true of every page, whatever stands on it.</summary>
static class PageAssert
{
    const double Side = 72, Edge = 82, Overhang = 7;

    /// <summary>Nothing stands outside the margins, and no letter lies over one of another line.</summary>
    public static void IsTidy(Page page)
    {
        var letters = page.Letters.Where(letter => !string.IsNullOrWhiteSpace(letter.Value)).ToList();
        foreach (var letter in letters)
        {
            Assert.True(letter.StartBaseLine.X >= Side - Overhang && letter.EndBaseLine.X <= page.Width - Side + Overhang,
                $"'{letter.Value}' from {letter.StartBaseLine.X:0} to {letter.EndBaseLine.X:0} on page {page.Number} near "
                + $"'{Line(page, letter)}'");
        }
        var furniture = page.GetMarkedContents().Where(content => content.IsArtifact).SelectMany(content => content.Letters)
            .Select(letter => letter.StartBaseLine.Y).ToHashSet();
        foreach (var letter in letters.Where(letter => !furniture.Contains(letter.StartBaseLine.Y)))
            Assert.InRange(letter.StartBaseLine.Y, Edge - Overhang, page.Height - Edge + Overhang);
        LinesAreApart(page, letters);
    }

    static void LinesAreApart(Page page, List<Letter> letters)
    {
        const double touch = 1.2; // slanted and raised letters lean a little over their neighbours
        var ordered = letters.Where(letter => CharUnicodeInfo.GetUnicodeCategory(letter.Value, 0) != UnicodeCategory.NonSpacingMark)
            .Select(letter => (Letter: letter, Baseline: letter.StartBaseLine.Y, Box: letter.BoundingBox))
            .Select(place => (place.Letter, place.Baseline, place.Box.Bottom, place.Box.Top, place.Box.Left, place.Box.Right))
            .OrderBy(place => place.Bottom).ToArray();
        for (var i = 0; i < ordered.Length; i++)
        {
            ref var lower = ref ordered[i];
            for (var j = i + 1; j < ordered.Length && ordered[j].Bottom < lower.Top - touch; j++)
            {
                ref var upper = ref ordered[j];
                if (Math.Abs(lower.Baseline - upper.Baseline) > 0.1 && upper.Left < lower.Right - touch && lower.Left < upper.Right - touch)
                    Assert.Fail($"'{Line(page, lower.Letter)}' lies over '{Line(page, upper.Letter)}' on page {page.Number}");
            }
        }
    }

    static string Line(Page page, Letter letter) =>
        string.Concat(page.Letters.Where(other => Math.Abs(other.StartBaseLine.Y - letter.StartBaseLine.Y) < 1)
            .Select(other => other.Value));
}
