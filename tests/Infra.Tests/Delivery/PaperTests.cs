using System.Text.RegularExpressions;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>What the repository's papers link to.</summary>
public sealed partial class PaperTests
{
    static readonly string[] Found = [.. Directory.EnumerateFiles(Repository.Root, "*.md")
        .Concat(Directory.EnumerateFiles(Repository.Path("docs"), "*.md", SearchOption.AllDirectories))
        .Concat(Directory.EnumerateDirectories(Repository.Path("functions")).SelectMany(folder => Directory.EnumerateFiles(folder, "*.md")))
        .Select(path => Path.GetRelativePath(Repository.Root, path).Replace('\\', '/')).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Papers => new(Found);

    [Theory]
    [MemberData(nameof(Papers))]
    public void Every_link_leads_to_a_file_or_folder(string paper)
    {
        var folder = Path.GetDirectoryName(Repository.Path(paper))!;

        var broken = Links(Repository.Read(paper)).Where(link => !Path.Exists(Path.Combine(folder, link)));

        Assert.Empty(broken);
    }

    [Fact]
    public void The_papers_are_found()
    {
        foreach (var paper in new[] { "AGENTS.md", "CONTRIBUTING.md", "README.md", "docs/deploy.md", "functions/AccessiblePdf/README.md" })
            Assert.Contains(paper, Found);
    }

    [Fact]
    public void A_link_ends_where_its_part_begins() => Assert.Equal(
        ["docs/deploy.md", "a.png"], Links("[see](docs/deploy.md#roll-back), ![](a.png), [there](https://example.org/), [here](#test)"));

    static IEnumerable<string> Links(string text) => Link().Matches(text).Select(link => link.Groups["to"].Value)
        .Where(to => to.Length > 0 && !to.Contains(':', StringComparison.Ordinal));

    [GeneratedRegex("\\]\\((?<to>[^)#\\s]*)(#[^)]*)?\\)")]
    private static partial Regex Link();
}
