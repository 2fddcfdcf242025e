using System.Text;
using ThaffFunctions.Documentation;
using ThaffFunctions.Documentation.Html;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Notes.Markdown;

namespace ThaffFunctions.Tests.Documentation;

/// <summary>A note in a note stands in brackets; its whole text stands once, however often it is referred to.</summary>
public sealed class MarkdownNestedNoteTests
{
    [Theory]
    [InlineData("Text[^1]\n\n[^1]: Note[^2]\n[^2]: Innen[^3]\n[^3]: Ganz innen", "Note (Innen) (Ganz innen) <a")]
    [InlineData("Text[^1]\n\n[^1]: Note[^1]", "Note (Note) <a")]
    [InlineData("Text[^1]\n\n[^1]: Note[^2]\n[^2]: Innen\n\n        Code", "Note (Innen Code) <a")]
    [InlineData("Text[^1]\n\n[^1]: Note[^2] und[^2]\n[^2]: Eine lange Note, die so viel sagt, dass sie nur einmal ganz da steht", "Note (Eine lange Note, die so viel sagt, dass sie nur einmal ganz da steht) und (Eine lange Note, die so viel sagt, dass sie nur einmal ganz…) <a")]
    [InlineData("Text[^2] und[^1]\n\n[^1]: Note[^2]\n[^2]: Eine lange Note, die so viel sagt, dass sie nur einmal ganz da steht", "Note (Eine lange Note, die so viel sagt, dass sie nur einmal ganz…) <a")]
    public void Its_text_is_whole_the_first_time_and_its_beginning_later(string markdown, string expected) => Assert.Contains($">{expected}", Html(markdown), StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_references_do_not_make_a_gigabyte()
    {
        var references = string.Concat(Enumerable.Repeat("[^2] ", 10_000));

        Assert.InRange(Html($"Text[^1]\n\n[^1]: {references}\n[^2]: {string.Concat(Enumerable.Repeat("Wort ", 10_000))}").Length, 50_000, 1_000_000);
    }

    static string Html(string markdown)
    {
        var notes = new MarkdownNotes().Parse(Encoding.UTF8.GetBytes(markdown), "Sprache im Betrieb", new Remarks())!;
        return ContentHtml.Of($"/dokumentation/{NotesDesk.Session}", notes.Compose(new Dictionary<string, Picture>()));
    }
}
