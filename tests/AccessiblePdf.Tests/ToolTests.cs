using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>What other people's readers say.</summary>
public sealed class ToolTests
{
    static readonly Lazy<byte[]> Hard = new(() => TaggedPdf.Bytes(HardCases.Document));

    [Fact]
    public void Qpdf_finds_nothing_wrong()
    {
        var answer = Judge.Check(Hard.Value);

        Assert.Contains("No syntax or stream encoding errors found", answer, StringComparison.Ordinal);
        Assert.Contains("exit code 0", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Qpdf_finds_something_wrong_in_a_damaged_file() =>
        Assert.DoesNotContain("exit code 0", Judge.Check(Hard.Value[..^2000]), StringComparison.Ordinal);

    [Fact]
    public void Pdfium_draws_pages_inside_their_margins()
    {
        var pages = Judge.Draw(Hard.Value, resolution: 36);

        Assert.True(pages.Count > 10);
        Assert.All(pages, page =>
        {
            List<ArraySegment<byte>> rows = [.. page.Rows];
            Assert.Contains(rows, row => row.Any(level => level < 200));
            Assert.All(rows, row => Assert.All(row[..30].Concat(row[^30..]), level => Assert.Equal(255, level)));
            Assert.All(rows[..15].Concat(rows[^15..]), row => Assert.All(row, level => Assert.Equal(255, level)));
        });
    }

    [Fact]
    public void Pdfium_reads_every_word_with_its_hyphens()
    {
        var words = Enumerable.Range(0, 40)
            .SelectMany(i => new[] { "E-Mail-Adresse", "Kosten-/Nutzen-Analyse", "2024/2025", "14–16", "Kolleginnen/Kollegen",
            Samples.Text(i).Split(' ')[0] }).ToList();
        var document = Samples.Of(
            new Paragraph(string.Join(' ', words)),
            new BulletList(new ListItem(new Paragraph(string.Join(' ', words)))),
            new Table { Header = [new("Ost-West-Ausgleich", "Nord-Süd")], Rows = [new(string.Join(' ', words), "Ein-/Ausgang")] });

        var found = Judge.Text(TaggedPdf.Bytes(document)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);

        Assert.All(words.Distinct(), word => Assert.Equal(3 * words.Count(other => other == word), found.Count(other => other == word)));
        Assert.Contains("Ost-West-Ausgleich", found);
        Assert.Contains("Nord-Süd", found);
        Assert.Contains("Ein-/Ausgang", found);
    }
}
