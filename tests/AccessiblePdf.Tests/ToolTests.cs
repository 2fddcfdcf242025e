using System.Diagnostics;

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
        foreach (var line in fonts.Split('\n', StringSplitOptions.RemoveEmptyEntries).Skip(2)) Assert.Matches(@"CID TrueType\s+Identity-H\s+yes yes yes", line);
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

    /// <summary>The rows of each picture in a stream of greymaps (the format PGM, one byte a pixel).</summary>
    static List<string[]> Pictures(string stream)
    {
        var pictures = new List<string[]>();
        for (var at = 0; at < stream.Length;)
        {
            var header = stream[at..(at + 40)].Split('\n', 4);
            var size = header[1].Split(' ').Select(number => int.Parse(number, System.Globalization.CultureInfo.InvariantCulture)).ToArray();
            at += header[0].Length + header[1].Length + header[2].Length + 3;
            pictures.Add([.. Enumerable.Range(0, size[1]).Select(row => stream.Substring(at + row * size[0], size[0]))]);
            at += size[0] * size[1];
        }
        return pictures;
    }

    /// <summary>What a tool writes about the hard document, byte by byte; nothing if it is not installed.</summary>
    static string? Ask(string tool, params string[] arguments)
    {
        var file = Path.GetTempFileName();
        try
        {
            File.WriteAllBytes(file, TaggedPdf.Bytes(HardCases.Document));
            using var process = Process.Start(new ProcessStartInfo(tool, [.. arguments, file]) { RedirectStandardOutput = true, StandardOutputEncoding = System.Text.Encoding.Latin1 })!;
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
