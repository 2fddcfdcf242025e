using System.Text.RegularExpressions;
using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>What staff are told of notes is true.</summary>
public sealed partial class NotesFileTests
{
    static readonly string Told = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "notes-file.md"));

    [Fact]
    public void The_example_can_be_published_as_it_stands()
    {
        var remarks = new Remarks();
        var picture = new Picture("bilder/beratung.jpg", "image/jpeg", 64, 32, TestPictures.Jpeg());

        var notes = NotesFormats.All(new())[0].Parse(System.Text.Encoding.UTF8.GetBytes(Example().Match(Told).Groups[1].Value),
            "Ein Termin", remarks)!;
        var html = ContentHtml.Of($"/dokumentation/{NotesDesk.Session}",
            notes.Compose(new Dictionary<string, Picture> { [picture.Name] = picture }));

        Assert.Empty(remarks.Problems);
        Assert.Empty(remarks.Hints);
        Assert.Equal(new NotesMetadata("Abschlüsse anerkennen lassen", IsDraft: true), notes.Head);
        foreach (var tag in new[] { "<h2", "<ul>", "<sup", "<a href=\"https://beratung.example/\"", "<figcaption>", "<table>",
            "class=\"task\"", "<dl>" })
            Assert.Contains(tag, html, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50 MB")]
    [InlineData("`notes.docx`")]
    [InlineData("`notes.md`")]
    [InlineData("`notes.txt`")]
    [InlineData("20 MB groß sein, Bilder je 20 MB und zusammen 150 MB")]
    [InlineData("`2027/vorwort.docx`")]
    [InlineData("`good-practice/notes.docx`")]
    [InlineData("`2027/jahresdokumentation.pdf`")]
    [InlineData("`good-practice/bericht.pdf`")]
    public void Names_and_limits_are_told(string expected) => Assert.Contains(expected, Told, StringComparison.Ordinal);

    [Fact]
    public void The_sections_of_the_report_are_told() =>
        Assert.All(RequiredSections.All, section => Assert.Contains($"„{section.Name}“", Told, StringComparison.Ordinal));

    [GeneratedRegex("```markdown\n(.*?)```", RegexOptions.Singleline)]
    private static partial Regex Example();
}
