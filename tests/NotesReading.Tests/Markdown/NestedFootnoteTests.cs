using System.Text;
using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.NotesReading.Tests.Markdown;

/// <summary>A footnote in a footnote stands in brackets. Its full text stands once, however often it is referred to.</summary>
public sealed class NestedFootnoteTests
{
    [Theory]
    [InlineData("Text[^1]\n\n[^1]: Note[^2]\n[^2]: Innen[^3]\n[^3]: Ganz innen", "<footnote>1 Note (Innen) (Ganz innen)</footnote>")]
    [InlineData("Text[^1]\n\n[^1]: Note[^1]", "<footnote>1 Note (Note)</footnote>")]
    [InlineData("Text[^1]\n\n[^1]: Note[^2]\n[^2]: Innen\n\n        Code", "<footnote>1 Note (Innen Code)</footnote>")]
    [InlineData("Text[^1]\n\n[^1]: Note[^2] und[^2]\n[^2]: Eine lange Note, die so viel sagt, dass sie nur einmal ganz da steht",
        "<footnote>1 Note (Eine lange Note, die so viel sagt, dass sie nur einmal ganz da steht) und (Eine lange Note, die so viel "
        + "sagt, dass sie nur einmal ganz…)</footnote>")]
    [InlineData("Text[^2] und[^1]\n\n[^1]: Note[^2]\n[^2]: Eine lange Note, die so viel sagt, dass sie nur einmal ganz da steht",
        "<footnote>2 Note (Eine lange Note, die so viel sagt, dass sie nur einmal ganz…)</footnote>")]
    public void The_text_of_a_nested_footnote_is_whole_the_first_time_and_its_beginning_later(string markdown, string expected) =>
        Assert.Contains(expected, MarkupOf(markdown), StringComparison.Ordinal);

    [Fact]
    public void Ten_thousand_references_do_not_make_a_gigabyte()
    {
        var references = string.Concat(Enumerable.Repeat("[^2] ", 10_000));

        Assert.InRange(MarkupOf($"Text[^1]\n\n[^1]: {references}\n[^2]: {string.Concat(Enumerable.Repeat("Wort ", 10_000))}").Length,
            50_000, 1_000_000);
    }

    static string MarkupOf(string markdown)
    {
        var notes = new MarkdownNotes().Parse(Encoding.UTF8.GetBytes(markdown), "Sprache im Betrieb", new Remarks())!;
        return Markup.Of(notes.Compose(new Dictionary<string, Picture>()));
    }
}
