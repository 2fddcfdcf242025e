using System.Diagnostics;
using System.Text;
using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>What other people's tools say, where they are installed; without them there is nothing to ask.</summary>
public sealed class ToolTests
{
    [Fact]
    public void Qpdf_finds_nothing_wrong()
    {
        if (Ask("qpdf", "--check") is not { } answer) return;

        Assert.Contains("No syntax or stream encoding errors found", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void Poppler_sees_a_tagged_file_with_embedded_fonts_that_lead_back_to_text()
    {
        if (Ask("pdfinfo") is not { } information || Ask("pdffonts") is not { } fonts) return;

        Assert.Matches(@"Tagged:\s+yes", information);
        Assert.Matches(@"PDF subtype:\s+PDF/A-2a|Pages:", information);
        foreach (var line in fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2))
            Assert.Matches(@"CID TrueType\s+Identity-H\s+yes yes yes", line);
    }

    [Fact]
    public void Popplers_pages_are_drawn_inside_their_margins()
    {
        if (Ask("pdftoppm", "-r", "36", "-gray") is not { } pages) return;

        Assert.True(Pictures(pages).Count > 10);
        Assert.All(Pictures(pages), page =>
        {
            Assert.Contains(page, row => row.Any(level => level < 200));
            Assert.All(page, row => Assert.All(row[..30].Concat(row[^30..]), level => Assert.Equal('ÿ', level)));
            Assert.All(page[..15].Concat(page[^15..]), row => Assert.All(row, level => Assert.Equal('ÿ', level)));
        });
    }

    [Fact]
    public void Popplers_text_has_every_word_with_its_hyphens()
    {
        var words = Enumerable.Range(0, 40)
            .SelectMany(i => new[] { "E-Mail-Adresse", "Kosten-/Nutzen-Analyse", "2024/2025", "14–16", "Kolleginnen/Kollegen",
            Samples.Text(i).Split(' ')[0] }).ToList();
        var document = Samples.Of(
            new Paragraph(string.Join(' ', words)),
            new BulletList(new ListItem(new Paragraph(string.Join(' ', words)))),
            new Table { Header = [new("Ost-West-Ausgleich", "Nord-Süd")], Rows = [new(string.Join(' ', words), "Ein-/Ausgang")] });
        if (Ask("pdftotext", document, file => [file, "-"]) is not { } text) return;

        var found = Encoding.UTF8.GetString(Encoding.Latin1.GetBytes(text)).Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
        Assert.All(words.Distinct(), word => Assert.Equal(3 * words.Count(other => other == word), found.Count(other => other == word)));
        Assert.Contains("Ost-West-Ausgleich", found);
        Assert.Contains("Nord-Süd", found);
        Assert.Contains("Ein-/Ausgang", found);
    }

    /// <summary>The rows of each picture in a stream of greymaps (the format PGM, one byte a pixel).</summary>
    static List<string[]> Pictures(string stream)
    {
        var pictures = new List<string[]>();
        for (var at = 0; at < stream.Length;)
        {
            var header = stream[at..(at + 40)].Split('\n', 4);
            var size = header[1].Split(' ').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture))
                .ToArray();
            at += header[0].Length + header[1].Length + header[2].Length + 3;
            pictures.Add([.. Enumerable.Range(0, size[1]).Select(row => stream.Substring(at + row * size[0], size[0]))]);
            at += size[0] * size[1];
        }
        return pictures;
    }

    /// <summary>What a tool writes about the hard document, byte by byte; nothing if it is not installed.</summary>
    static string? Ask(string tool, params string[] arguments) => Ask(tool, HardCases.Document, file => [.. arguments, file]);

    static string? Ask(string tool, AccessibleDocument document, Func<string, IEnumerable<string>> arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, TaggedPdf.Bytes(document));
            using var process = Process.Start(new ProcessStartInfo(tool, arguments(file))
            {
                RedirectStandardOutput = true,
                StandardOutputEncoding = Encoding.Latin1
            })!;
            var answer = process.StandardOutput.ReadToEnd();
            process.WaitForExit();
            return answer;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
        finally
        {
            File.Delete(file);
        }
    }
}
