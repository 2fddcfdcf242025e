using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>
/// Word allows no footnote in a footnote, but a file may contain one. Its full text stands once, however often it is referred to.
/// </summary>
public sealed class WordNestedFootnoteTests
{
    static readonly string Long = $"Der Anfang {new string('x', 200)} das Ende";

    [Fact]
    public void The_second_time_in_brackets_a_note_is_its_beginning()
    {
        var markup = Read(P("Text").Replace("</w:p>", $"{Reference(1)}</w:p>",
            StringComparison.Ordinal), $"<w:p>{R("Außen")}{Reference(2)}{Reference(2)}</w:p>", Note(Long)).Markup;

        Assert.Contains($"<footnote>1 Außen ({Long}) (Der Anfang {new string('x', 48)}…)</footnote>", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void A_nested_footnote_that_stands_at_the_foot_already_is_its_beginning()
    {
        var markup = Read($"<w:p>{R("Text")}{Reference(2)}{Reference(1)}</w:p>", $"<w:p>{R("Außen")}{Reference(2)}</w:p>",
            Note(Long)).Markup;

        Assert.Contains($"{Long}</footnote>", markup, StringComparison.Ordinal);
        Assert.Contains($"<footnote>2 Außen (Der Anfang {new string('x', 48)}…)</footnote>", markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Ten_thousand_references_do_not_make_a_gigabyte()
    {
        var references = string.Concat(Enumerable.Repeat(Reference(2), 10_000));

        Assert.InRange(Read($"<w:p>{R("Text")}{Reference(1)}</w:p>", $"<w:p>{references}</w:p>",
            Note(new string('x', 50_000))).Markup.Length, 50_000, 1_000_000);
    }

    static WordReading Read(string body, params string[] notes) => WordReading.Of(Of(body, document => document.AddFootnotes(notes)));

    static string Reference(int id) => $"<w:r><w:footnoteReference w:id=\"{id}\"/></w:r>";
}
