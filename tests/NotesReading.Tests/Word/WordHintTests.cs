using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>What cannot be carried over is told with its place, and what boxes hold is not lost.</summary>
public sealed class WordHintTests
{
    const string Box = "<mc:AlternateContent><mc:Choice Requires=\"wps\"><w:drawing><wp:anchor><wp:docPr id=\"1\" name=\"Textfeld 1\"/>"
        + "<a:graphic><a:graphicData uri=\"wps\"><wps:wsp><wps:txbx><w:txbxContent><w:p><w:r><w:t>Im Feld</w:t></w:r></w:p>"
        + "</w:txbxContent></wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:anchor></w:drawing></mc:Choice>"
        + "<mc:Fallback><w:pict><v:shape><v:textbox><w:txbxContent><w:p><w:r><w:t>Im Feld</w:t></w:r></w:p></w:txbxContent></v:textbox>"
        + "</v:shape></w:pict></mc:Fallback></mc:AlternateContent>";

    public static TheoryData<string, string, string> LeftOut => new()
    {
        { Drawing("<c:chart r:id=\"x\"/>"), "<p><em>[Diagramm fehlt: Die Zahlen]</em></p>",
            "Absatz 1: Ein Diagramm kann nicht übernommen werden („Die Zahlen“)" },
        { Drawing("<dgm:relIds r:dm=\"x\"/>"), "<p><em>[Schaubild (SmartArt) fehlt: Die Zahlen]</em></p>",
            "Absatz 1: Ein Schaubild (SmartArt) kann nicht" },
        { Drawing("<wps:wsp><wps:spPr/></wps:wsp>"), "", "Absatz 1: Eine gezeichnete Form wurde nicht übernommen („Die Zahlen“)" },
        { "<w:p><w:r><w:object><v:shape/><o:OLEObject ProgID=\"Excel.Sheet.12\"/></w:object></w:r></w:p>", "",
            "Ein eingebettetes Objekt (Excel.Sheet.12)" },
        { P("Text") + "<w:altChunk r:id=\"x\"/>", "<p>Text</p>", "Ein eingebettetes Dokument wurde nicht übernommen" },
        { $"<w:p>{R("geheim", "<w:vanish/>")}{R("Text")}</w:p>", "<p>Text</p>", "Ausgeblendeter Text wurde nicht übernommen" },
        { $"<w:p>{R("Seite ")}{Field("PAGEREF _Ref1 \\h", R("7"))}</w:p>", "<p>Seite 7</p>", "nennt eine Seitenzahl des Word-Dokuments" },
        { $"<w:p>{R("Text")}{WithoutResult(Field("EQ \\F(1;2)", ""))}</w:p>", "<p>Text</p>", "Ein Feld (EQ) hat kein Ergebnis" },
        { "<w:p><w:r><w:sym w:font=\"Webdings\" w:char=\"F021\"/><w:t>Text</w:t></w:r></w:p>", "<p>Text</p>",
            "Das Zeichen F021 der Schrift „Webdings“" },
        { $"<w:p>{R("Text ")}{R("!\uF021\uF022", "<w:rFonts w:ascii=\"Webdings\"/>")}</w:p>", "<p>Text</p>",
            "Absatz 1: Das Zeichen 0021 der Schrift „Webdings“ wurde nicht übernommen" },
        { P("Text \uF061\uF0FF"), "<p>Text</p>", "Das Zeichen F061 ohne bekannte Schrift wurde nicht übernommen" },
        { P("a \uF0A3 b"), "<p>a ≤ b</p>", "Absatz 1: Das Zeichen F0A3 ohne bekannte Schrift steht als „≤“ da" },
        { P("weiter \uF0E0"), "<p>weiter →</p>", "Das Zeichen F0E0 ohne bekannte Schrift steht als „→“ da" },
        { "<w:p><m:oMath><m:borderBox><m:e><m:r><m:t>a=b</m:t></m:r></m:e></m:borderBox></m:oMath></w:p>", "<p>a=b</p>", "Die Formel „a=b“ steht in einer Zeile da" },
        { P("Inhalt", "Verzeichnis1") + P("Text"), "<p>Text</p>", "Das Inhaltsverzeichnis wurde weggelassen" },
        { "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
            + $"<w:sdtContent>{P("Eins 1")}</w:sdtContent></w:sdt>{P("Text")}", "<p>Text</p>", "Das Inhaltsverzeichnis wurde weggelassen" },
        { $"{P("Inhalt", "berschrift1")}<w:p>{Field("TOC \\o", R("Eins ") + Field("PAGEREF _Toc1 \\h", R("1")))}</w:p>{P("Eins", "berschrift1")}", "<h1 id=\"eins\">Eins</h1>", "Das Inhaltsverzeichnis wurde weggelassen" },
        { $"{P("Inhaltsverzeichnis:")}<w:p>{Field("TOC \\o", R("Eins 1"))}</w:p>{P("Vorab")}{P("Eins", "berschrift1")}", "<p>Vorab</p><h1 id=\"eins\">Eins</h1>",
            "Das Inhaltsverzeichnis wurde weggelassen" },
        { P("Contents", "berschrift1") + "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
            + $"<w:sdtContent>{P("Eins 1")}</w:sdtContent></w:sdt>{P("Text")}", "<p>Text</p>", "Das Inhaltsverzeichnis wurde weggelassen" },
        { P("Inhalt", "berschrift1") + P("Eins 1") + P("Zwei und drei 12") + P("Eins", "berschrift1") + P("Zwei und drei", "berschrift1"),
            "<h1 id=\"eins\">Eins</h1><h1 id=\"zwei-und-drei\">Zwei und drei</h1>", "Das Inhaltsverzeichnis wurde weggelassen" },
        { P("Einleitung ........ 3", "berschrift1") + P("2. ergebnisse…… 12") + P("Einleitung", "berschrift2")
            + P("1. Ergebnisse", "berschrift2"),
            "<h1 id=\"einleitung\">Einleitung</h1><h1 id=\"1-ergebnisse\">1. Ergebnisse</h1>", "Das Inhaltsverzeichnis wurde weggelassen" },
        { P("Inhalt") + P("Eins ..... 1") + P("Früher so genannt ..... 4") + P("Eins", "berschrift1"), "<h1 id=\"eins\">Eins</h1>",
            "Das Inhaltsverzeichnis wurde weggelassen" },
        { P("Eins 1", "Verzeichnis1") + P("Preis .... 12"), "<p>Preis .... 12</p>", "Das Inhaltsverzeichnis wurde weggelassen" },
        { $"{P("Inhalt", "berschrift1")}<w:p>{Field("TOC \\o", R("Eins 1"))}</w:p>"
            + P("Eins", "berschrift2") + P("Unten", "berschrift3") + P("Zwei", "berschrift2"),
            "<h1 id=\"eins\">Eins</h1><h2 id=\"unten\">Unten</h2><h1 id=\"zwei\">Zwei</h1>", "Das Inhaltsverzeichnis wurde weggelassen" },
        { P("Inhalt", "berschrift1") + P("Eins 1") + P("Zwei 2") + P("Eins", "berschrift2") + P("Zwei", "berschrift2"),
            "<h1 id=\"eins\">Eins</h1><h1 id=\"zwei\">Zwei</h1>", "Das Inhaltsverzeichnis wurde weggelassen" },
        { $"<w:p>{R("Text")}<w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:textInput/></w:ffData></w:fldChar></w:r>"
            + "<w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>" + R("\u2002\u2002")
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", "<p>Text </p>", "In Formularfelder hat niemand etwas eingetragen" },
        { $"<w:p>{R("Text")}<w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr><w:sdtContent>{R("Klicken Sie hier")}</w:sdtContent></w:sdt></w:p>",
            "<p>Text</p>", "Steuerelemente, in die niemand etwas eingetragen hat" },
        { $"<w:p>{Field("TOC \\h \\c \"Abbildung\"", R("Abbildung 1 3"))}</w:p>{P("Text")}", "<p>Text</p>",
            "Ein Verzeichnis der Abbildungen oder Tabellen wurde weggelassen" },
        { P("Seite 1") + $"<w:p>{Field("PAGEREF _Ref1", R("7"))}{Field("PAGEREF _Ref2", R("8"))}</w:p>", "<p>Seite 1</p><p>78</p>",
            "Absatz 2: Ein Verweis nennt eine Seitenzahl" },
        { $"<w:p>{R("Alt")}<w:ins w:id=\"1\" w:author=\"A\">{R(" neu")}</w:ins></w:p>", "<p>Alt neu</p>", "nachverfolgte Änderungen" },
        { P("Ergebnisse", "Fettdruck") + P("Text"), "<p><strong>Ergebnisse</strong></p><p>Text</p>", "„Ergebnisse“ sieht wie eine aus" },
        { P("Kapitel", "berschrift1") + P("Eins", "Fettdruck") + P("Text") + P("Zwei", "Fettdruck") + P("Text"),
            "<h1 id=\"kapitel\">Kapitel</h1><p><strong>Eins</strong></p><p>Text</p><p><strong>Zwei</strong></p><p>Text</p>",
            "sehen wie Überschriften aus, sind aber keine: „Eins“, „Zwei“." },
        { P("Kapitel", "berschrift1") + P("eins") + P("zwei") + "<w:p><m:oMath><m:borderBox><m:e><m:r><m:t>x</m:t></m:r></m:e></m:borderBox></m:oMath></w:p>",
            "<h1 id=\"kapitel\">Kapitel</h1><p>eins</p><p>zwei</p><p>x</p>", "Nach der Überschrift „Kapitel“, Absatz 3: Die Formel" },
    };

    [Theory]
    [MemberData(nameof(LeftOut))]
    public void What_is_not_carried_over_is_told_once(string body, string expected, string hint)
    {
        var read = WordReading.Of(Of(body));

        Assert.Equal(expected, read.Markup);
        Assert.Empty(read.Remarks.Problems);
        Assert.Contains(hint, Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    public static TheoryData<string, string> ListTitles => new()
    {
        { P("Text") + P("Abbildungsverzeichnis", "berschrift1") + ListOf("Abbildung") + P("Eins", "berschrift1") + P("Text"),
            "<p>Text</p><h1 id=\"eins\">Eins</h1><p>Text</p>" },
        { P("Text") + P("List of figures") + ListOf("Abbildung"), "<p>Text</p>" },
        { P("Text") + P("Stichwortverzeichnis", "berschrift1") + $"<w:p>{Field("INDEX", R("Arbeit 3"))}</w:p>", "<p>Text</p>" },
        { P("Text") + P("Verzeichnisse", "berschrift1") + P("Abbildungen", "berschrift2") + ListOf("Abbildung") + P("Tabellen", "berschrift2")
            + ListOf("Tabelle") + P("Eins", "berschrift1"), "<p>Text</p><h1 id=\"eins\">Eins</h1>" },
        { P("Text") + P("Abbildungen", "berschrift1") + ListOf("Abbildung") + P("Alle Rechte vorbehalten."),
            "<p>Text</p><h1 id=\"abbildungen\">Abbildungen</h1><p>Alle Rechte vorbehalten.</p>" },
        { P("Der Bericht", "berschrift1") + ListOf("Abbildung") + P("Eins", "berschrift1"),
            "<h1 id=\"der-bericht\">Der Bericht</h1><h1 id=\"eins\">Eins</h1>" },
        { P("Abbildungen", "berschrift1") + P("Fotos", "berschrift2") + ListOf("Abbildung") + P("Eins", "berschrift1"),
            "<h1 id=\"abbildungen\">Abbildungen</h1><h2 id=\"fotos\">Fotos</h2><h1 id=\"eins\">Eins</h1>" },
        { P("Text") + P("Abbildungen", "berschrift1") + P("Abb. Seite") + ListOf("Abbildung") + P("Eins", "berschrift1"),
            "<p>Text</p><h1 id=\"eins\">Eins</h1>" },
        { P("Inhalt", "berschrift1") + P("Seite") + $"<w:p>{Field("TOC \\o", R("Eins 1"))}</w:p>" + P("Eins", "berschrift1"),
            "<h1 id=\"eins\">Eins</h1>" },
        { P("Die Tabellen stehen hier.") + ListOf("Tabelle") + P("Eins", "berschrift1"),
            "<p>Die Tabellen stehen hier.</p><h1 id=\"eins\">Eins</h1>" },
    };

    static string ListOf(string label) => $"<w:p>{Field($"TOC \\h \\c \"{label}\"", R($"{label} 1 3"))}</w:p>";

    [Theory]
    [MemberData(nameof(ListTitles))]
    public void The_title_of_a_list_that_is_left_out_goes_with_it_where_nothing_else_is_below(string body, string expected) =>
        Assert.Equal(expected, WordReading.Of(Of(body)).Markup);

    [Fact]
    public void Equal_hints_are_one_that_names_the_places()
    {
        var table = Table(Row("", Cell(""), Cell("")), Row("", Cell(""), Cell("")));

        Assert.Equal(["Am Anfang, Absatz 1: Eine Tabelle, in die niemand etwas eingetragen hat, wurde weggelassen. Ebenso: Am Anfang, Absatz 2."],
            WordReading.Of(Of(P("Text") + table + P("mehr") + table)).Hints);
    }

    [Fact]
    public void Signs_whose_font_is_lost_are_those_of_mathematics_but_for_what_word_uses_as_bullets_and_arrows()
    {
        var read = WordReading.Of(Of(P("\uF0A5 \uF0AE \uF0B1 \uF0B3 \uF0B7 \uF0D6 \uF0E5 \uF0FC")
            + P("Text \uF06C \uF06F \uF076 \uF0A7 \uF0A8 \uF0D8 \uF0DF \uF0E8")));

        Assert.Equal("<p>∞ → ± ≥ • √ ∑ ✓</p><p>Text ● ☐ ❖ ▪ ☐ ➢ ← ➔</p>", read.Markup);
        Assert.Equal(["∞", "→", "±", "≥", "√", "∑", "✓", "●", "☐", "❖", "☐", "➢", "←", "➔"],
            read.Hints.Select(hint => hint.Split('„', '“')[1]));
    }

    [Fact]
    public void A_sentence_in_bold_is_no_heading() =>
        Assert.Empty(WordReading.Of(Of(P("Das war wichtig.", "Fettdruck") + P("Text"))).Hints);

    [Theory]
    [InlineData("Inhalt", "Es ging um 3", "Preis .... 12")]
    [InlineData("Inhalt", "Pflege ......... 8", "Handwerk ....... 12")]
    [InlineData("Inhalt", "Inhalt ........ 12", "Handwerk ........ 8")]
    [InlineData("Wer kam", "Pflege ........ 12", "Handwerk ........ 8")]
    [InlineData("Wer kam", "Wer kam ........ 8", "Handwerk ....... 12")]
    [InlineData("2026", "2024 ............ 8", "2025 ........... 12")]
    public void What_only_looks_like_contents_stays(string heading, params string[] lines)
    {
        var read = WordReading.Of(Of(P(heading, "berschrift1") + string.Concat(lines.Select(line => P(line))) + P("Text")));

        Assert.EndsWith($">{heading}</h1>{string.Concat(lines.Select(line => $"<p>{line}</p>"))}<p>Text</p>", read.Markup,
            StringComparison.Ordinal);
        Assert.Empty(read.Hints);
    }

    [Fact]
    public void A_long_heading_is_shortened_between_what_people_see_as_characters()
    {
        var beginning = new string('x', 55);

        var read = WordReading.Of(Of(
            P($"{beginning}👩‍👩‍👧👩‍👩‍👧", "berschrift1") + "<w:p><m:oMath><m:borderBox><m:e><m:r><m:t>x</m:t></m:r></m:e></m:borderBox></m:oMath></w:p>"));

        Assert.Contains(read.Hints, hint => hint.StartsWith($"Nach der Überschrift „{beginning}…“, Absatz 1", StringComparison.Ordinal));
    }

    [Fact]
    public void A_text_box_is_read_once_and_stands_below_its_paragraph()
    {
        var read = WordReading.Of(Of($"<w:p>{R("vor ")}<w:r>{Box}</w:r>{R("nach")}</w:p>"));

        Assert.Equal("<p>vor nach</p><p>Im Feld</p>", read.Markup);
        Assert.Empty(read.Hints);
    }

    [Fact]
    public void A_choice_nobody_here_understands_gives_its_older_form() => Assert.Equal(
        "<p>Im Feld</p>", WordReading.Of(
        Of($"<w:p><w:r>{Box.Replace("Requires=\"wps\"", "Requires=\"wpx\"", StringComparison.Ordinal)}</w:r></w:p>")).Markup);

    [Fact]
    public void Comments_headers_footers_and_macros_are_told_once_for_the_whole_file()
    {
        var read = WordReading.Of(Of(P("Text"), document =>
        {
            var main = document.MainDocumentPart!;
            main.AddNewPart<WordprocessingCommentsPart>().Comments =
                new Comments(Namespaced("comments", $"<w:comment w:id=\"1\">{P("intern")}</w:comment>"));
            main.AddNewPart<HeaderPart>().Header = new Header(Namespaced("hdr", P("Agentur")));
            main.AddNewPart<FooterPart>().Footer = new Footer(Namespaced("ftr", P("Seite")));
            main.AddNewPart<VbaProjectPart>().FeedData(new MemoryStream([1, 2, 3]));
        }));

        Assert.Equal("<p>Text</p>", read.Markup);
        Assert.Collection(
            read.Hints,
            hint => Assert.StartsWith("Die Datei enthält Makros", hint, StringComparison.Ordinal),
            hint => Assert.StartsWith("Kommentare", hint, StringComparison.Ordinal),
            hint => Assert.StartsWith("Kopf- und Fußzeilen", hint, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("Entwurf", true)]
    [InlineData("entwurf", true)]
    [InlineData("fertig", false)]
    [InlineData("Endgültig", false)]
    [InlineData("", false)]
    public void The_documents_status_makes_it_a_draft(string status, bool isDraft)
    {
        Assert.Equal(isDraft, WordReading.Of(Of(P("Text"),
            document => document.PackageProperties.ContentStatus = status)).Notes!.Head.IsDraft);
        Assert.Equal(isDraft, WordReading.Of(Of(P("Text"), document => AddProperty(document, "Status", status))).Notes!.Head.IsDraft);
    }

    [Fact]
    public void An_unknown_status_is_refused_rather_than_published() => Assert.Contains(
        "„geheim“ ist nicht bekannt",
        Assert.Single(WordReading.Of(Of(P("Text"), document => AddProperty(document, "status", "geheim"))).Remarks.Problems).Text,
        StringComparison.Ordinal);

    static void AddProperty(WordprocessingDocument document, string name, string value) =>
        document.AddCustomFilePropertiesPart().Properties = new(
        "<Properties xmlns=\"http://schemas.openxmlformats.org/officeDocument/2006/custom-properties\" "
        + "xmlns:vt=\"http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes\"><property "
        + $"fmtid=\"{{D5CDD505-2E9C-101B-9397-08002B2CF9AE}}\" pid=\"2\" name=\"{name}\"><vt:lpwstr>{value}</vt:lpwstr></property>"
        + "</Properties>");

    static string WithoutResult(string field) =>
        field.Replace("<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>", "", StringComparison.Ordinal);
}
