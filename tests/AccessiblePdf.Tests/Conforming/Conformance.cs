namespace AccessiblePdf.Tests.Conforming;

/// <summary>All that a program can check of PDF/UA-1 and PDF/A-2a, and which types of the logical structure may stand in which.</summary>
static class Conformance
{
    /// <summary>Fails with everything that is wrong.</summary>
    public static void Check(TaggedPdf pdf)
    {
        var problems = ProblemsOf(new(new(pdf.File))).Concat(LettersOutside(pdf)).Take(20).ToList();
        Assert.True(problems.Count == 0, string.Join('\n', problems));
    }

    static IEnumerable<string> ProblemsOf(PdfFacts facts) => Rule.Problems(facts).Concat(RelationRules.Problems(facts));

    static IEnumerable<string> LettersOutside(TaggedPdf pdf) => pdf.Pages
        .Where(page => page.Letters.Any(letter =>
        letter.Location.X < -0.1 || letter.Location.X > page.Width || letter.Location.Y < 0 || letter.Location.Y > page.Height))
        .Select(page => $"page {page.Number}: letters outside the page");
}
