using System.Globalization;
using System.Runtime.CompilerServices;
using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

/// <summary>
/// Pages look as somebody once found them good, as PDFium draws them; small and blurred enough that another version of it sees the same.
/// With the environment variable ACCESSIBLEPDF_APPROVE set, the pages drawn now become the approved ones: look at them before committing.
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
        var drawn = Draw(Documents[name]);
        if (Environment.GetEnvironmentVariable("ACCESSIBLEPDF_APPROVE") is { Length: > 0 }) Approve(name, drawn);

        var approved = Approved(name);
        Assert.NotEmpty(approved);
        Assert.Equal(approved.Count, drawn.Count);
        foreach (var (file, page) in approved.Zip(drawn)) AssertLooksLike(file, page);
    }

    [Fact]
    public void A_page_that_lost_a_heading_does_not_look_as_approved()
    {
        var changed = Documents["notes"] with { Blocks = [new Heading(1, "Fußnoten"), .. Documents["notes"].Blocks.Skip(1)] };

        Assert.ThrowsAny<Exception>(() => AssertLooksLike(Approved("notes")[0], Draw(changed)[0]));
    }

    /// <summary>Tiles of a few pixels have nearly the same mean grey.</summary>
    internal static void AssertLooksLike(string approved, GreyPage drawn)
    {
        var expected = GreyPage.ReadPng(approved);
        Assert.Equal((expected.Width, expected.Height), (drawn.Width, drawn.Height));
        for (var y = 0; y + Tile <= expected.Height; y += Tile)
        {
            for (var x = 0; x + Tile <= expected.Width; x += Tile)
            {
                var difference = Math.Abs(Mean(expected, x, y) - Mean(drawn, x, y));
                Assert.True(difference < 40, $"{Path.GetFileName(approved)} differs by {difference:0} of 255 at {x},{y}");
            }
        }
    }

    static double Mean(GreyPage page, int left, int top)
    {
        var sum = 0;
        for (var y = top; y < top + Tile; y++)
        {
            for (var x = left; x < left + Tile; x++) sum += page.Levels[y * page.Width + x];
        }
        return sum / (double)(Tile * Tile);
    }

    static IReadOnlyList<GreyPage> Draw(AccessibleDocument document) => Judge.Draw(TaggedPdf.Bytes(document), Resolution);

    static void Approve(string name, IReadOnlyList<GreyPage> drawn)
    {
        Directory.CreateDirectory(Folder());
        foreach (var old in Approved(name)) File.Delete(old);
        foreach (var (index, page) in drawn.Index())
            page.WritePng(Path.Combine(Folder(), string.Create(CultureInfo.InvariantCulture, $"{name}-{index + 1}.png")));
    }

    static IReadOnlyList<string> Approved(string name) =>
        [.. Directory.GetFiles(Folder(), $"{name}-*.png").Order(StringComparer.Ordinal)];

    static string Folder([CallerFilePath] string source = "") => Path.Combine(Path.GetDirectoryName(source)!, "ApprovedPages");
}
