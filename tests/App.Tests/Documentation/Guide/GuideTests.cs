using AngleSharp.Dom;
using ThaffFunctions.Documentation;
using ThaffFunctions.Documentation.Guide;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Documentation.Guide;

/// <summary>Whoever is new here finds what to do and how files look on a page of the Redaktion.</summary>
public sealed class GuideTests : SignedIn
{
    [Fact]
    public async Task Every_chapter_is_a_page_and_its_links_lead_somewhere()
    {
        var first = await staff.SeeAsync(ShowGuide.Path);
        Assert.Equal("Ein Monat in der Redaktion", first.QuerySelector("h1")!.TextContent);

        var chapters = first.QuerySelectorAll("nav[aria-label=Anleitung] a").Select(link => link.GetAttribute("href")!).ToList();
        Assert.Equal(GuideChapters.Names.Count - 1, chapters.Count);
        foreach (var path in chapters.Prepend(ShowGuide.Path))
        {
            var page = await staff.SeeAsync(path);
            Assert.DoesNotContain(".md", string.Concat(page.QuerySelectorAll("article a").Select(link => link.GetAttribute("href"))),
                StringComparison.Ordinal);
            foreach (var link in page.QuerySelectorAll("article a[href*='/redaktion/']"))
                await staff.SeeAsync(new Uri(link.GetAttribute("href")!).AbsolutePath);
        }
    }

    [Fact]
    public async Task The_guide_stands_in_the_navigation_of_every_page() =>
        Assert.Equal(ShowGuide.Path, (await staff.SeeAsync("/redaktion")).QuerySelectorAll("nav.staff a")
            .Single(link => link.TextContent == "Anleitung").GetAttribute("href"));

    [Fact]
    public void Its_files_are_read_without_a_remark()
    {
        var format = NotesFormats.All(DocumentationSlice.Reading).Single(format => format.Extension == ".md");
        foreach (var name in GuideChapters.Names)
        {
            var remarks = new Remarks();
            using var stream = typeof(GuideChapters).Assembly.GetManifestResourceStream($"guide/{name}.md")!;
            using var bytes = new MemoryStream();
            stream.CopyTo(bytes);

            var notes = format.Parse(bytes.ToArray(), "Anleitung", remarks);
            Assert.Empty(remarks.Problems);
            notes!.Compose(new Dictionary<string, Picture>());

            Assert.All(remarks.Hints, hint => Assert.Contains(".md", hint.Text, StringComparison.Ordinal)); // links between chapters
        }
    }
}
