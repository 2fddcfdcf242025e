using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>What paragraphs are: headings, items, quotations, captions.</summary>
public sealed class WordStructureTests
{
    public static TheoryData<string, string> Constructs => new()
    {
        { P("Ergebnisse", "berschrift1") + P("Unten", "berschrift2"), "<h1 id=\"ergebnisse\">Ergebnisse</h1><h2 id=\"unten\">Unten</h2>" },
        { P("Eigene", "Eigene") + P("Tiefer", "Gliederung"), "<h1 id=\"eigene\">Eigene</h1><h2 id=\"tiefer\">Tiefer</h2>" },
        { P("Eins", "berschrift1") + P("Zwei", "Nummerierte2") + P("Text", "Randnote"),
            "<h1 id=\"eins\">Eins</h1><h2 id=\"zwei\">Zwei</h2><p>Text</p>" },
        { P("Selbst gesagt", null, "<w:outlineLvl w:val=\"0\"/>"), "<h1 id=\"selbst-gesagt\">Selbst gesagt</h1>" },
        { P("Doch Text", "berschrift1", "<w:outlineLvl w:val=\"9\"/>"), "<p><strong>Doch Text</strong></p>" },
        { P("Ohne Vorlage", "Heading1") + P("Französisch", "Titre2"),
            "<h1 id=\"ohne-vorlage\">Ohne Vorlage</h1><h2 id=\"französisch\">Französisch</h2>" },
        { P("Gleich", "berschrift1") + P("", "berschrift1") + P("Gleich", "berschrift1"),
            "<h1 id=\"gleich\">Gleich</h1><h1 id=\"gleich-1\">Gleich</h1>" },
        { $"<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/></w:pPr>{R("Fett", "<w:b/>")}{R(" und ")}{R("kursiv", "<w:i/>")}</w:p>",
            "<h1 id=\"fett-und-kursiv\">Fett und <em>kursiv</em></h1>" },
        { P("Sprache im Betrieb", "Titel") + P("Ein Abend", "Untertitel") + P("Text"), "<p>Ein Abend</p><p>Text</p>" },
        { P("SPRACHE IM BETRIEB", "berschrift1") + P("Ergebnisse", "berschrift2"), "<h1 id=\"ergebnisse\">Ergebnisse</h1>" },
        { Li("eins", 2) + P("noch zu eins", null, "<w:numPr><w:ilvl w:val=\"0\"/><w:numId w:val=\"9\"/></w:numPr>") + Li("zwei", 2),
            "<ul><li><p>eins</p><p>noch zu eins</p></li><li>zwei</li></ul>" },
        { Li("eins", 2) + Li("noch zu eins", 9) + Li("zwei", 2), "<ul><li><p>eins</p><p>noch zu eins</p></li><li>zwei</li></ul>" },
        { P("Eins", "berschrift1", "<w:numPr><w:numId w:val=\"10\"/></w:numPr>")
            + P("Zwei", "berschrift2", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"10\"/></w:numPr>"),
            "<h1 id=\"eins\">I. Eins</h1><h2 id=\"zwei\">1.01 Zwei</h2>" },
        { P("Eins", "berschrift1", "<w:numPr><w:numId w:val=\"8\"/></w:numPr>")
            + P("Zwei", "berschrift2", "<w:numPr><w:ilvl w:val=\"1\"/><w:numId w:val=\"8\"/></w:numPr>"),
            "<h1 id=\"eins\">1 Eins</h1><h2 id=\"zwei\">1.1 Zwei</h2>" },
        { P("Gesagt", "Zitat") + P("Getan", "Zitat") + P("Text"), "<blockquote><p>Gesagt</p><p>Getan</p></blockquote><p>Text</p>" },
        { P("A", "Definition Term") + P("eins", "Definition") + P("zwei", "Definition") + P("B", "Definition Term") + P("drei", "Definition") + P("Text"),
            "<dl><dt>A</dt><dd><p>eins</p><p>zwei</p></dd><dt>B</dt><dd>drei</dd></dl><p>Text</p>" },
        { P("A", "List Heading") + P("eins", "List Contents"), "<dl><dt>A</dt><dd>eins</dd></dl>" },
        { P("Für sich", "Definition"), "<p>Für sich</p>" },
        { P("a = 1", "HTMLVorformatiert") + P("  b", "HTMLVorformatiert"), "<pre>a = 1\n  b</pre>" },
        { P("a = 1", "q") + P("  b", "q"), "<pre>a = 1\n  b</pre>" },
        { P("eins") + "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>" + P("zwei", "Seitenweise"), "<p>eins</p><h1 id=\"zwei\">zwei</h1>" },
        { "<w:p><w:r><w:pict><v:rect o:hr=\"t\"/></w:pict></w:r></w:p>" + P("Text"), "<hr><p>Text</p>" },
    };

    public static TheoryData<string, string> Lists => new()
    {
        { Li("eins", 1) + Li("zwei", 1) + Li("drei", 1), "<ol><li>eins</li><li>zwei</li><li>drei</li></ol>" },
        { Li("eins", 2) + Li("tief", 2, 1) + Li("tiefer", 2, 2) + Li("zwei", 2),
            "<ul><li>eins<ul><li>tief<ul><li>tiefer</li></ul></li></ul></li><li>zwei</li></ul>" },
        { Li("eins", 1) + Li("a", 1, 1) + Li("b", 1, 1) + Li("zwei", 1) + Li("neu a", 1, 1),
            "<ol><li>eins<ol type=\"a\"><li>a</li><li>b</li></ol></li><li>zwei<ol type=\"a\"><li>neu a</li></ol></li></ol>" },
        { Li("eins", 1) + P("Dazwischen") + Li("zwei", 1), "<ol><li>eins</li></ol><p>Dazwischen</p><ol start=\"2\"><li>zwei</li></ol>" },
        { Li("eins", 2) + P("") + Li("zwei", 2), "<ul><li>eins</li><li>zwei</li></ul>" },
        { Li("eins", 2) + Li("zwei", 11), "<ul><li>eins</li><li>zwei</li></ul>" },
        { Li("eins", 2) + P("") + Li("zwei", 11) + Li("drei", 11), "<ul><li>eins</li></ul><ul><li>zwei</li><li>drei</li></ul>" },
        { Li("eins", 2) + Li("zwei", 12) + Li("drei", 12), "<ul><li>eins</li></ul><ul><li>zwei</li><li>drei</li></ul>" },
        { Li("Aufgabe", 6) + Li("Punkt", 2), "<ul><li>☐ Aufgabe</li><li>Punkt</li></ul>" },
        { Li("eins", 1) + P("") + Li("Punkt", 11, 1) + P("") + Li("zwei", 1), "<ol><li>eins<ul><li>Punkt</li></ul></li><li>zwei</li></ol>" },
        { Li("eins", 1) + P("Noch zum Ersten", "Listenabsatz") + Li("zwei", 1),
            "<ol><li><p>eins</p><p>Noch zum Ersten</p></li><li>zwei</li></ol>" },
        { Li("eins", 1) + P("Eingerückt", null, "<w:ind w:left=\"360\"/>") + Li("zwei", 1),
            "<ol><li><p>eins</p><p>Eingerückt</p></li><li>zwei</li></ol>" },
        { Li("fünf", 7) + Li("sechs", 7), "<ol start=\"5\"><li>fünf</li><li>sechs</li></ol>" },
        { Li("eins", 1) + Li("Punkt", 2) + Li("Punkt", 2) + Li("zwei", 1),
            "<ol><li>eins<ul><li>Punkt</li><li>Punkt</li></ul></li><li>zwei</li></ol>" },
        { P("Punkt", "Aufzhlungszeichen") + P("Punkt", "Aufzhlungszeichen"), "<ul><li>Punkt</li><li>Punkt</li></ul>" },
        { P("Kein Punkt", "Aufzhlungszeichen", "<w:numPr><w:numId w:val=\"0\"/></w:numPr>"), "<p>Kein Punkt</p>" },
        { Li("A", 4) + P("Römisch", "Nummer2") + Li("B", 4),
            "<ol type=\"A\"><li>A<ol type=\"I\"><li>Römisch</li></ol></li><li>B</li></ol>" },
        { Li("Begrüßung", 3) + P("Text") + Li("Impuls", 3), "<p>TOP 1: Begrüßung</p><p>Text</p><p>TOP 2: Impuls</p>" },
        { Li("Aufgabe", 6), "<ul><li>☐ Aufgabe</li></ul>" },
        { Li("Ohne Liste", 99), "<p>Ohne Liste</p>" },
        { P("- eins") + P("- zwei"), "<ul><li>eins</li><li>zwei</li></ul>" },
        { P("• eins"), "<ul><li>eins</li></ul>" },
        { $"<w:p>{R("-")}<w:r><w:tab/></w:r>{R("eins ")}{R("fett", "<w:b/>")}</w:p>", "<ul><li>eins <strong>fett</strong></li></ul>" },
        { P("1. eins") + P("2. zwei") + P("Text"), "<ol><li>eins</li><li>zwei</li></ol><p>Text</p>" },
        { P("5. Oktober 2026"), "<p>5. Oktober 2026</p>" },
        { Li("eins", 1) + P("Fett", "Fettdruck", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + P("Text")
            + P("Fett", "Fettdruck", "<w:numPr><w:numId w:val=\"1\"/></w:numPr>") + P("Text"),
            "<ol><li>eins</li><li><strong>Fett</strong></li></ol><p>Text</p><p><strong>3. Fett</strong></p><p>Text</p>" },
        { P("Inhalt") + P("Eins", "berschrift1"), "<p>Inhalt</p><h1 id=\"eins\">Eins</h1>" },
        { P("– Ja, sagte sie."), "<p>– Ja, sagte sie.</p>" },
    };

    [Theory]
    [MemberData(nameof(Constructs))]
    [MemberData(nameof(Lists))]
    public void Paragraphs_are_what_their_style_and_numbering_make_them(string body, string expected) =>
        Assert.Equal(expected, WordReading.Of(Of(body)).Markup);

    [Fact]
    public void A_cell_that_says_contents_is_not_taken_for_their_title()
    {
        var body = P("Eins 1", "Verzeichnis1")
            + Table(Row("<w:tblHeader/>", Cell("Inhalt"), Cell("Frist")), Row("", Cell("Antrag"), Cell("Mai")));

        Assert.Contains("<th scope=\"col\">Inhalt</th><th scope=\"col\">Frist</th>", WordReading.Of(Of(body)).Markup,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_break_in_a_headings_own_paragraph_stands_before_it()
    {
        var heading = P("Zwei", "berschrift1").Replace("<w:r>", "<w:r><w:br w:type=\"page\"/></w:r><w:r>", StringComparison.Ordinal);

        Assert.Equal(["Paragraph", "PageBreak", "Heading"],
            WordReading.Of(Of(P("eins") + heading)).Content.Blocks.Select(block => block.GetType().Name));
    }

    [Theory]
    [InlineData("Sprache im Betrieb", null)]
    [InlineData("Deutsch am Arbeitsplatz", "Deutsch am Arbeitsplatz")]
    [InlineData("Deutsch am            12. Mai", "Deutsch am 12. Mai")]
    public void The_title_is_what_the_style_of_that_name_says(string written, string? expected) =>
        Assert.Equal(expected, WordReading.Of(Of(P(written, "Titel") + P("Text"))).Notes!.Head.Title);

    [Theory]
    [InlineData("", "Paragraph", "PageBreak", "Heading", "Paragraph", "PageBreak", "Paragraph")]
    [InlineData("Sprache im Betrieb", "Paragraph", "Heading", "Paragraph", "PageBreak", "Paragraph")]
    public void Page_breaks_part_the_text_once_and_never_at_its_ends_nor_after_a_cover(string title, params string[] expected)
    {
        const string br = "<w:p><w:r><w:br w:type=\"page\"/></w:r></w:p>";
        var body = P(title, "Titel") + br + P("eins") + br + P("Zwei", "Seitenweise") + P("drei", null, "<w:sectPr/>")
            + P("vier", null, "<w:sectPr><w:type w:val=\"continuous\"/></w:sectPr>") + br;

        Assert.Equal(expected, WordReading.Of(Of(body)).Content.Blocks.Select(block => block.GetType().Name));
    }
}
