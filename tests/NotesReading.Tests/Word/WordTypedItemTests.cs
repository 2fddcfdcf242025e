using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Lists that were typed: into one paragraph with line breaks (Shift+Enter), or a paragraph each.</summary>
public sealed class WordTypedItemTests
{
    const string Break = "<w:r><w:br/></w:r>";

    public static TheoryData<string, string> Typed => new()
    {
        { Lines("> Sehr geehrte", ">> Damen,") + Lines(">") + Lines("> danke."),
            "<blockquote><p>Sehr geehrte<br>Damen,</p><p>danke.</p></blockquote>" },
        { $"<w:p><w:bookmarkStart w:id=\"7\" w:name=\"hier\"/><w:bookmarkEnd w:id=\"7\"/>{R("> eins")}</w:p><w:p>{R("> zwei")}</w:p>"
            + $"<w:p><w:hyperlink w:anchor=\"hier\">{R("dorthin")}</w:hyperlink></w:p>",
            "<blockquote><p id=\"hier\">eins</p><p>zwei</p></blockquote><p><a href=\"#hier\">dorthin</a></p>" },
        { Lines("> 50 %", "> 60 %") + Lines("> Das ist viel."), "<p>&gt; 50 %<br>&gt; 60 %</p><p>&gt; Das ist viel.</p>" },
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
        { Lines("Punkte:", "1. eins", "- dazu", "2. zwei"), "<p>Punkte:</p><ol><li>eins</li></ol><ul><li>dazu</li></ul><ol start=\"2\"><li>zwei</li></ol>" },
        { Lines("(a) eins", "(b) zwei"), "<ol type=\"a\"><li>eins</li><li>zwei</li></ol>" },
        { Lines("a. eins", "b. zwei", "c. drei"), "<ol type=\"a\"><li>eins</li><li>zwei</li><li>drei</li></ol>" },
        { P("a. eins") + P("b. zwei") + P("z. B. dies"), "<ol type=\"a\"><li>eins</li><li>zwei</li></ol><p>z. B. dies</p>" },
        { P("a. eins") + P("-\u00A0dazu") + P("b. zwei"), "<ol type=\"a\"><li>eins</li></ol><ul><li>dazu</li></ul><ol type=\"a\" start=\"2\"><li>zwei</li></ol>" },
        { P("a. D. ist er") + P("z. B. sie") + P("u. a. wir"), "<p>a. D. ist er</p><p>z. B. sie</p><p>u. a. wir</p>" },
        { P("b. eins") + P("c. zwei"), "<p>b. eins</p><p>c. zwei</p>" },
        { P("A. Ahmadi") + P("B. Berger"), "<p>A. Ahmadi</p><p>B. Berger</p>" },
        { P("a) allein"), "<p>a) allein</p>" },
        { P("Entweder a) so oder b) anders."), "<p>Entweder a) so oder b) anders.</p>" },
        { InList(1, "Punkte:", "a) eins", "b) zwei") + Li("Ende", 1), "<ol><li>Punkte:<ol type=\"a\"><li>eins</li><li>zwei</li></ol></li><li>Ende</li></ol>" },
        { Li("Punkte:", 1) + Indented("a. eins") + Indented("b. zwei") + Indented("c. drei") + Li("Ende", 1),
            "<ol><li>Punkte:<ol type=\"a\"><li>eins</li><li>zwei</li><li>drei</li></ol></li><li>Ende</li></ol>" },
        { Li("Punkte:", 1) + Indented("z. B. dies") + Li("Ende", 1), "<ol><li><p>Punkte:</p><p>z. B. dies</p></li><li>Ende</li></ol>" },
        { Li("eins", 1) + Indented("2. zwei") + Indented("3. drei"), "<ol><li>eins</li></ol><ol start=\"2\"><li>zwei</li><li>drei</li></ol>" },
        { Li("eins", 1) + $"<w:p><w:pPr><w:ind w:left=\"360\"/></w:pPr>{Breaks("dazu:", "- dies", "- das")}</w:p>" + Li("zwei", 1),
            "<ol><li><p>eins</p><p>dazu:</p><ul><li>dies</li><li>das</li></ul></li><li>zwei</li></ol>" },
        { $"<w:p><w:pPr><w:pStyle w:val=\"Zitat\"/></w:pPr>{Breaks("Sie sagt:", "1. eins", "2. zwei")}</w:p>",
            "<blockquote><p>Sie sagt:</p><ol><li>eins</li><li>zwei</li></ol></blockquote>" },
        { Table(Row("<w:tblHeader/>", Cell("A"), Cell("B")), Row("", $"<w:tc>{Lines("a) eins", "b) zwei")}</w:tc>", Cell("c"))),
            "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td><ol type=\"a\"><li>eins</li>"
            + "<li>zwei</li></ol></td><td>c</td></tr></tbody></table>" },
        { P("□ Pass") + P("□ Foto"), "<ul><li>☐ Pass</li><li>☐ Foto</li></ul>" },
        { P("■ eins") + P("■ zwei"), "<ul><li>eins</li><li>zwei</li></ul>" },
        { P("■ ja") + P("□ nein"), "<ul><li>☑ ja</li><li>☐ nein</li></ul>" },
        { P("□ ja □ nein") + P("■ ja □ nein") + P("◯ A ◉ B"), "<p>□ ja □ nein</p><p>■ ja □ nein</p><p>◯ A ◉ B</p>" },
        { P("[x] getan") + P("[ ] offen"), "<ul><li>☑ getan</li><li>☐ offen</li></ul>" },
        { P("[ ] ja [x] nein"), "<p>[ ] ja [x] nein</p>" },
        { P("✓ eins") + P("✗ zwei"), "<ul><li>✓ eins</li><li>✗ zwei</li></ul>" },
        { P("✅ allein") + P("Text"), "<p>✅ allein</p><p>Text</p>" },
        { P("3. Mai 2027: Treffen") + P("4. Juni 2027: Treffen"), "<p>3. Mai 2027: Treffen</p><p>4. Juni 2027: Treffen</p>" },
    };

    [Theory]
    [MemberData(nameof(Typed))]
    public void Each_line_with_a_typed_bullet_is_an_item(string body, string expected) =>
        Assert.Equal(expected, WordReading.Of(Of(body)).Markup);

    static string Lines(params string[] lines) => $"<w:p>{Breaks(lines)}</w:p>";

    static string InList(int number, params string[] lines) =>
        $"<w:p><w:pPr><w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"{number}\"/></w:numPr></w:pPr>{Breaks(lines)}</w:p>";

    static string Indented(string text) => P(text, null, "<w:ind w:left=\"360\"/>");

    static string Breaks(params string[] lines) =>
        string.Join(Break, lines.Select(line => string.Join("<w:r><w:tab/></w:r>", line.Split('\t').Select(part => R(part)))));
}
