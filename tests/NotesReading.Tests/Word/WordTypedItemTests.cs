using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Lists that were typed into one paragraph with line breaks (Shift+Enter).</summary>
public sealed class WordTypedItemTests
{
    const string Break = "<w:r><w:br/></w:r>";

    public static TheoryData<string, string> Typed => new()
    {
        { Lines("- eins", "- zwei"), "<ul><li>eins</li><li>zwei</li></ul>" },
        { Lines("•\teins", "•\tzwei"), "<ul><li>eins</li><li>zwei</li></ul>" },
        { Lines("1. eins", "2. zwei", "3. drei"), "<ol><li>eins</li><li>zwei</li><li>drei</li></ol>" },
        { Lines("a) eins", "b) zwei"), "<ol type=\"a\"><li>eins</li><li>zwei</li></ol>" },
        { Lines("(1) eins", "(2) zwei"), "<ol><li>eins</li><li>zwei</li></ol>" },
        { Lines("1.) eins", "2.) zwei"), "<ol><li>eins</li><li>zwei</li></ol>" },
        { Lines("A) eins", "B) zwei"), "<ol type=\"A\"><li>eins</li><li>zwei</li></ol>" },
        { Lines("\t- eins", "\t- zwei"), "<ul><li>eins</li><li>zwei</li></ul>" },
        { Lines(" - eins", "- zwei"), "<ul><li>eins</li><li>zwei</li></ul>" },
        { $"<w:p>{R("- ")}<w:r><w:rPr><w:b/></w:rPr><w:t>fett</w:t></w:r>{R(" eins")}{Break}{R("- zwei")}</w:p>",
            "<ul><li><strong>fett</strong> eins</li><li>zwei</li></ul>" },
        { Lines("Fragen:", "- eins", "weiter", "- zwei"), "<p>Fragen:</p><ul><li>eins<br>weiter</li><li>zwei</li></ul>" },
        { Lines("- eins", "- zwei") + Lines("- drei", "- vier"), "<ul><li>eins</li><li>zwei</li><li>drei</li><li>vier</li></ul>" },
        { Lines("3. Mai: Treffen", "17. Juni: Treffen"), "<p>3. Mai: Treffen<br>17. Juni: Treffen</p>" },
        { Lines("17. 06. 2027", "18. 06. 2027"), "<p>17. 06. 2027<br>18. 06. 2027</p>" },
        { Lines("- nur einer", "und weiter"), "<p>- nur einer<br>und weiter</p>" },
        { P("3. Mai 2027: Treffen") + P("4. Juni 2027: Treffen"), "<p>3. Mai 2027: Treffen</p><p>4. Juni 2027: Treffen</p>" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void Each_line_with_a_typed_bullet_is_an_item(string body, string expected) =>
        Assert.Equal(expected, WordReading.Of(Of(body)).Markup);

    static string Lines(params string[] lines) => $"<w:p>{string.Join(Break, lines.Select(line => string.Join("<w:r><w:tab/></w:r>", line.Split('\t').Select(part => R(part)))))}</w:p>";
}
