using System.Diagnostics;
using System.Runtime.CompilerServices;
using AccessiblePdf.Model;
using StbImageSharp;

namespace AccessiblePdf.Tests;

/// <summary>
/// Pages look as somebody once found them good, as Poppler draws them, where it is installed; small and blurred enough that another version
/// of it sees the same. With the environment variable ACCESSIBLEPDF_APPROVE set, the pages drawn now become the approved ones: look at them
/// before committing.
/// </summary>
public sealed class ApprovedPageTests
{
    const int Resolution = 30, Tile = 4;

    static readonly Dictionary<string, AccessibleDocument> Documents = new()
    {
        ["report"] = Samples.Report(),
        ["tables"] = Samples.Of(new Heading(1, "Tabellen"), HardCases.LongTable(8), HardCases.SpanningTable(2), new Heading(2, "Breit"),
            HardCases.WideTable(14)),
        ["notes"] = Samples.Of([.. Enumerable.Range(1, 8)
            .Select(i => (Block)new Paragraph(Samples.Text(i), " ", Samples.Text(i + 1), new Footnote(new Paragraph(Samples.Text(i + 2))),
            ". ", Samples.Text(i + 3)))]),
    };

    public static TheoryData<string> Names => [.. Documents.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Pages_look_as_they_were_approved(string name)
    {
        var folder = Directory.CreateTempSubdirectory("pages").FullName;
        try
        {
            if (!Draw(Documents[name], Path.Combine(folder, name))) return;
            var drawn = Directory.GetFiles(folder, "*.png").Order(StringComparer.Ordinal).ToList();
            if (Environment.GetEnvironmentVariable("ACCESSIBLEPDF_APPROVE") is { Length: > 0 }) Approve(name, drawn);

            Assert.Equal(Approved(name).Select(Path.GetFileName), drawn.Select(Path.GetFileName));
            foreach (var (approved, page) in Approved(name).Zip(drawn)) AssertLooksLike(approved, page);
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public void A_page_that_lost_a_heading_does_not_look_as_approved()
    {
        var folder = Directory.CreateTempSubdirectory("pages").FullName;
        var changed = Documents["notes"] with { Blocks = [new Heading(1, "Fußnoten"), .. Documents["notes"].Blocks.Skip(1)] };
        if (Draw(changed, Path.Combine(folder, "notes")))
            Assert.ThrowsAny<Exception>(() =>
                AssertLooksLike(Approved("notes").First(), Directory.GetFiles(folder).Order(StringComparer.Ordinal).First()));
        Directory.Delete(folder, recursive: true);
    }

    /// <summary>Tiles of a few pixels have nearly the same mean grey.</summary>
    static void AssertLooksLike(string approved, string drawn)
    {
        var (expected, actual) = (Read(approved), Read(drawn));
        Assert.Equal((expected.Width, expected.Height), (actual.Width, actual.Height));
        for (var y = 0; y + Tile <= expected.Height; y += Tile)
        {
            for (var x = 0; x + Tile <= expected.Width; x += Tile)
            {
                var difference = Math.Abs(Mean(expected, x, y) - Mean(actual, x, y));
                Assert.True(difference < 40, $"{Path.GetFileName(approved)} differs by {difference:0} of 255 at {x},{y}");
            }
        }
    }

    static double Mean(ImageResult image, int left, int top)
    {
        var sum = 0;
        for (var y = top; y < top + Tile; y++)
        {
            for (var x = left; x < left + Tile; x++) sum += image.Data[y * image.Width + x];
        }
        return sum / (double)(Tile * Tile);
    }

    static ImageResult Read(string file) => ImageResult.FromMemory(File.ReadAllBytes(file), ColorComponents.Grey);

    static bool Draw(AccessibleDocument document, string target)
    {
        var file = target + ".pdf";
        File.WriteAllBytes(file, TaggedPdf.Bytes(document));
        try
        {
            using var process = Process.Start("pdftoppm", ["-r", $"{Resolution}", "-gray", "-png", file, target]);
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
        finally
        {
            File.Delete(file);
        }
    }

    static void Approve(string name, IEnumerable<string> drawn)
    {
        Directory.CreateDirectory(Folder());
        foreach (var old in Approved(name)) File.Delete(old);
        foreach (var page in drawn) File.Copy(page, Path.Combine(Folder(), Path.GetFileName(page)));
    }

    static IEnumerable<string> Approved(string name) => Directory.GetFiles(Folder(), $"{name}-*.png").Order(StringComparer.Ordinal);

    static string Folder([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "ApprovedPages");
}
