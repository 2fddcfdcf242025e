using System.Text;
using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.NotesReading.Tests.Markdown;

/// <summary>Lists with markers that Markdown does not know, as people type them.</summary>
public sealed class TypedListTests
{
    public static TheoryData<string, string> Typed => new()
    {
        { "Punkte:\n• eins\n• zwei", "<p>Punkte:</p><ul><li>eins</li><li>zwei</li></ul>" },
        { "▪ eins\n\n▪ zwei", "<ul><li>eins</li><li>zwei</li></ul>" },
        { "• eins\n  - dazu", "<ul><li>eins<ul><li>dazu</li></ul></li></ul>" },
        { "– eins\n  weiter\n– zwei", "<ul><li>eins weiter</li><li>zwei</li></ul>" },
        { "> – eins\n> – zwei", "<blockquote><ul><li>eins</li><li>zwei</li></ul></blockquote>" },
        { "1. Punkte:\n   – eins\n   – zwei", "<ol><li>Punkte:<ul><li>eins</li><li>zwei</li></ul></li></ol>" },
        { "> Wort\n\n– Goethe\n\n> Wort\n\n– Schiller", "<blockquote><p>Wort</p></blockquote><p>– Goethe</p><blockquote><p>Wort</p></blockquote><p>– Schiller</p>" },
        { "Das ist\n– wie gesagt –\nnicht alles.", "<p>Das ist – wie gesagt – nicht alles.</p>" },
        { "– Goethe", "<p>– Goethe</p>" },
        { "Punkte:\na) eins\nb) zwei\n\nText", "<p>Punkte:</p><ol type=\"a\"><li>eins</li><li>zwei</li></ol><p>Text</p>" },
        { "a. eins\n\nb. **zwei**\n\nc. drei", "<ol type=\"a\"><li>eins</li><li><strong>zwei</strong></li><li>drei</li></ol>" },
        { "A) eins\nweiter\nB) zwei", "<ol type=\"A\"><li>eins weiter</li><li>zwei</li></ol>" },
        { "(1) eins\n(2) zwei", "<ol><li>eins</li><li>zwei</li></ol>" },
        { "(a) eins\r\n(b) zwei\r\n", "<ol type=\"a\"><li>eins</li><li>zwei</li></ol>" },
        { "1. Punkte\n   a) eins\n   b) zwei\n2. Ende",
            "<ol><li>Punkte<ol type=\"a\"><li>eins</li><li>zwei</li></ol></li><li>Ende</li></ol>" },
        { "> a) eins\n> b) zwei", "<blockquote><ol type=\"a\"><li>eins</li><li>zwei</li></ol></blockquote>" },
        { "a) eins\n\nText\n\nb) zwei", "<ol type=\"a\"><li>eins</li></ol><p>Text</p><ol type=\"a\" start=\"2\"><li>zwei</li></ol>" },
        { "a) eins\nb) zwei\n\na) neu\nb) dazu",
            "<ol type=\"a\"><li>eins</li><li>zwei</li></ol><ol type=\"a\"><li>neu</li><li>dazu</li></ol>" },
        { "> a) eins\n\nb) zwei", "<blockquote><ol type=\"a\"><li>eins</li></ol></blockquote><ol type=\"a\" start=\"2\"><li>zwei</li></ol>" },
        { "a) allein", "<p>a) allein</p>" },
        { "a) eins\nb. zwei", "<p>a) eins b. zwei</p>" },
        { "a. D. und\nz. B. so", "<p>a. D. und z. B. so</p>" },
        { "b) eins\nc) zwei", "<p>b) eins c) zwei</p>" },
        { "A. Ahmadi\nB. Berger", "<p>A. Ahmadi B. Berger</p>" },
        { "a\\) eins\nb) zwei", "<p>a) eins b) zwei</p>" },
        { "Entweder a) so\noder b) anders", "<p>Entweder a) so oder b) anders</p>" },
        { "(siehe unten)\n(1999) stand", "<p>(siehe unten) (1999) stand</p>" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void Each_typed_marker_in_a_row_is_an_item(string markdown, string expected) => Assert.Equal(expected, Read(markdown));

    /// <summary>What would take minutes if each were compared with all others.</summary>
    [Theory]
    [InlineData("a) eins\n")]
    [InlineData("z) eins\n")]
    [InlineData("– \n")]
    [InlineData("a. eins\nb. zwei\n")]
    public async Task Very_many_of_a_kind_are_read_in_seconds(string lines) => Assert.NotEmpty(
        await Task.Run(() => Read(string.Concat(Enumerable.Repeat(lines, 50_000)))).WaitAsync(TimeSpan.FromSeconds(60)));

    static string Read(string markdown)
    {
        var notes = new MarkdownNotes().Parse(Encoding.UTF8.GetBytes(markdown), "Ein Termin", new())!;
        return Markup.Of(notes.Compose(new Dictionary<string, Picture>()));
    }
}
