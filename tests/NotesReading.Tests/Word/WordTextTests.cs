using DocumentFormat.OpenXml.Packaging;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>What stands inside paragraphs.</summary>
public sealed class WordTextTests
{
    const string Br = "<w:r><w:br/></w:r>";

    public static TheoryData<string, string> Constructs => new()
    {
        { P("Ein Absatz") + P("") + P("Noch einer"), "<p>Ein Absatz</p><p>Noch einer</p>" },
        { $"<w:p>{R("fett", "<w:b/>")}{R(" ")}{R("kursiv", "<w:i/>")}{R(" ")}{R("weg", "<w:strike/>")}{R(" ")}{R("unter", "<w:u w:val=\"single\"/>")}{R(" H")}{R("2", "<w:vertAlign w:val=\"subscript\"/>")}{R("O m")}{R("2", "<w:vertAlign w:val=\"superscript\"/>")}</w:p>",
            "<p><strong>fett</strong> <em>kursiv</em> <s>weg</s> <u>unter</u> H<sub>2</sub>O m²</p>" },
        { $"<w:p>{R("kein", "<w:b w:val=\"0\"/><w:u w:val=\"none\"/>")}{R(" Fett", "<w:i w:val=\"false\"/>")}</w:p>", "<p>kein Fett</p>" },
        { $"<w:p>{R("ein", "<w:b/>")}{R("zig", "<w:b/>")}{R(" Wort", "<w:caps/>")}</w:p>", "<p><strong>einzig</strong> Wort</p>" },
        { $"<w:p><w:pPr><w:pStyle w:val=\"Fettdruck\"/></w:pPr>{R("fett ")}{R("nicht", "<w:rStyle w:val=\"Fett\"/>")}</w:p>",
            "<p><strong>fett </strong>nicht</p>" },
        { $"<w:p><w:pPr><w:bidi/></w:pPr>{R("PDF ")}{R("هو ملف", "<w:rtl/>")}</w:p>", "<p>\u200F<span lang=\"de-DE\">PDF </span>هو ملف</p>" },
        { $"<w:p><w:pPr><w:bidi/></w:pPr>{R("ملف ", "<w:rtl/>")}{R("PDF")}</w:p>", "<p>ملف <span lang=\"de-DE\">PDF</span></p>" },
        { "<w:p><w:pPr><w:bidi/></w:pPr>" + R("Nur Deutsch") + "</w:p>", "<p>Nur Deutsch</p>" },
        { $"<w:p>{R("Code", "<w:rStyle w:val=\"HTMLCode\"/>")}</w:p>", "<p><code>Code</code></p>" },
        { $"<w:p>{R("a")}<w:r><w:tab/></w:r>{R("b")}{Br}{R("c")}<w:r><w:noBreakHyphen/></w:r>{R("d")}<w:r><w:softHyphen/>"
            + $"</w:r>{R("e")}</w:p>", "<p>a b<br>c\u2011d\u00ADe</p>" },
        { $"<w:p>{Br}{R("  Rand  ")}{Br}</w:p>", "<p>Rand</p>" },
        { $"<w:p><w:r><w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/></w:r>{R(" fertig ")}<w:r><w:sym w:font=\"Symbol\" w:char=\"F061\"/>"
            + "</w:r></w:p>", "<p>✓ fertig α</p>" },
        { P("\uF0B7 eingefügt ") + $"<w:p>{R("\uF0FC", "<w:rFonts w:ascii=\"Wingdings\"/>")}{R(" geprüft")}</w:p>",
            "<ul><li>eingefügt</li></ul><p>✓ geprüft</p>" },
        { $"<w:p>{R("ü", "<w:rFonts w:ascii=\"Wingdings\" w:hAnsi=\"Wingdings\"/>")}{R(" geprüft, ")}{R("a\uF061", "<w:rFonts w:ascii=\"Webdings\"/>")}"
            + $"{R(" mit ")}{R("D", "<w:rFonts w:ascii=\"Symbol\"/>")}{R("t", "<w:rFonts w:asciiTheme=\"minorHAnsi\"/>")}</w:p>",
            "<p>✓ geprüft, ✓✓ mit Δt</p>" },
        { "<w:p><w:r><w:sym w:font=\"MS Gothic\" w:char=\"2612\"/></w:r>" + R(" ja ") + "<w:r><w:sym w:font=\"Wingdings\" w:char=\"F06F\"/></w:r>"
            + R(" nein") + "</w:p>", "<p>☒ ja ☐ nein</p>" },
        { $"<w:p>{R("offen", "<w:vanish/>")}{R("sichtbar")}</w:p>", "<p>sichtbar</p>" },
        { $"<w:p>{R("Hallo")}<w:ins w:id=\"1\" w:author=\"A\">{R(" neu")}</w:ins><w:del w:id=\"2\" w:author=\"A\"><w:r><w:delText> "
            + $"alt</w:delText></w:r></w:del><w:moveFrom w:id=\"3\" w:author=\"A\">{R(" fort")}</w:moveFrom><w:moveTo w:id=\"4\" "
            + $"w:author=\"A\">{R(" her")}</w:moveTo></w:p>", "<p>Hallo neu her</p>" },
        { $"<w:p><w:pPr><w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr></w:pPr>{R("Eins ")}</w:p>{P("und zwei")}",
            "<p>Eins und zwei</p>" },
        { "<w:p><w:pPr><w:pStyle w:val=\"berschrift1\"/><w:rPr><w:del w:id=\"1\" w:author=\"A\"/></w:rPr>"
            + $"</w:pPr>{R("Text ")}</w:p>{Table(Row("", Cell("A"), Cell("B")), Row("", Cell("1"), Cell("2")))}",
            "<p>Text</p><table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>1</td><td>2</td>"
            + "</tr></tbody></table>" },
        { $"<w:p><w:pPr><w:framePr w:dropCap=\"drop\" w:lines=\"3\"/></w:pPr>{R("E")}</w:p>{P("in Anfang")}", "<p>Ein Anfang</p>" },
        { $"<w:p><w:pPr><w:framePr w:dropCap=\"margin\"/></w:pPr>{R("E", "<w:position w:val=\"-9\"/><w:sz w:val=\"116\"/>")}</w:p>{P("in Anfang")}",
            "<p>Ein Anfang</p>" },
        { $"<w:p><w:commentRangeStart w:id=\"0\"/>{R("Text")}<w:commentRangeEnd w:id=\"0\"/><w:r><w:commentReference w:id=\"0\"/></w:r>"
            + "</w:p>", "<p>Text</p>" },
        { $"<w:p><w:smartTag><w:customXml>{R("innen")}</w:customXml></w:smartTag><w:bdo w:val=\"ltr\">{R(" drin")}</w:bdo></w:p>",
            "<p>innen drin</p>" },
        { $"<w:p><w:sdt><w:sdtPr/><w:sdtContent>{R("gewählt")}</w:sdtContent></w:sdt><w:sdt><w:sdtPr><w:showingPlcHdr/></w:sdtPr>"
            + $"<w:sdtContent>{R("Klicken Sie hier")}</w:sdtContent></w:sdt></w:p>", "<p>gewählt</p>" },
        { $"<w:sdt><w:sdtPr/><w:sdtContent>{P("Im Steuerelement")}</w:sdtContent></w:sdt>", "<p>Im Steuerelement</p>" },
        { $"<w:p><w:r><w:ruby><w:rubyPr/><w:rt>{R("ruby")}</w:rt><w:rubyBase>{R("Wort")}</w:rubyBase></w:ruby></w:r></w:p>",
            "<p>Wort</p>" },
        { "<w:p><m:oMath><m:f><m:num><m:r><m:t>a+b</m:t></m:r></m:num><m:den><m:r><m:t>2</m:t></m:r></m:den></m:f><m:r><m:t>=</m:t>"
            + "</m:r><m:sSup><m:e><m:r><m:t>c</m:t></m:r></m:e><m:sup><m:r><m:t>2</m:t></m:r></m:sup></m:sSup></m:oMath></w:p>",
            "<p>(a&#x2B;b)/2=c^2</p>" },
    };

    [Theory]
    [MemberData(nameof(Constructs))]
    public void Text_is_read_as_its_reader_sees_it(string body, string expected) => Assert.Equal(expected, WordReading.Of(Of(body)).Markup);

    public static TheoryData<string, string> Fields => new()
    {
        { $"<w:p>{R("Stand: ")}{Field("DATE \\@ \"d.M.yyyy\"", R("5.10.2026"))}</w:p>", "<p>Stand: 5.10.2026</p>" },
        { $"<w:p><w:fldSimple w:instr=\" AUTHOR \">{R("Redaktion")}</w:fldSimple></w:p>", "<p>Redaktion</p>" },
        { $"<w:p>{Field("HYPERLINK \"https://thaff.example/a\"", R("Seite", "<w:rStyle w:val=\"Hyperlink\"/>"))}</w:p>",
            "<p><a href=\"https://thaff.example/a\">Seite</a></p>" },
        { $"<w:p>{R("vor ")}<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>IF </w:instrText>"
            + $"</w:r>{Field("PAGE", R("1"))}<w:r><w:instrText> = 1 \"ja\"</w:instrText></w:r><w:r><w:fldChar "
            + $"w:fldCharType=\"separate\"/></w:r>{R("ja")}<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>{R(" nach")}</w:p>",
            "<p>vor ja nach</p>" },
        { $"<w:p>{R("A")}{Field("XE \"Stichwort\"", "")}{R("B")}</w:p>", "<p>AB</p>" },
        { $"<w:p>{R("vor")}</w:p><w:p><w:r><w:fldChar w:fldCharType=\"begin\"/></w:r><w:r><w:instrText>TOC \\o \"1-3\"</w:instrText>"
            + $"</w:r><w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>{R("Eins 1")}</w:p>{P("Zwei 2", "Verzeichnis1")}<w:p><w:r>"
            + $"<w:fldChar w:fldCharType=\"end\"/></w:r></w:p>{P("nach")}", "<p>vor</p><p>nach</p>" },
        { "<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val=\"Table of Contents\"/></w:docPartObj></w:sdtPr>"
            + $"<w:sdtContent>{P("Inhalt", "Inhaltsverzeichnisberschrift")}{P("Eins 1", "Verzeichnis1")}</w:sdtContent></w:sdt>{P("Text")}",
            "<p>Text</p>" },
        { "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:checkBox><w:default w:val=\"0\"/><w:checked/></w:checkBox>"
            + "</w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMCHECKBOX</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/>"
            + "</w:r><w:r><w:t xml:space=\"preserve\"> dabei</w:t></w:r></w:p>",
            "<ul><li>☑ dabei</li></ul>" },
        { "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:result w:val=\"1\"/><w:listEntry w:val=\"nein\"/>"
            + "<w:listEntry w:val=\"ja\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", "<p>ja</p>" },
        { $"<w:p>{Field("SYMBOL 252 \\f Wingdings", "")}{R(" fertig")}</w:p>", "<p>✓ fertig</p>" },
        { $"<w:p><w:fldSimple w:instr=\" SYMBOL 252 \\f Wingdings \"/>{R(" fertig")}</w:p>", "<p>✓ fertig</p>" },
        { "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:ddList><w:default w:val=\"1\"/><w:listEntry w:val=\"nein\"/>"
            + "<w:listEntry w:val=\"ja\"/></w:ddList></w:ffData></w:fldChar></w:r><w:r><w:instrText>FORMDROPDOWN</w:instrText></w:r>"
            + "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>", "<p>ja</p>" },
        { "<w:p><w:r><w:fldChar w:fldCharType=\"begin\"><w:ffData><w:textInput><w:default w:val=\"Erfurt\"/></w:textInput></w:ffData>"
            + "</w:fldChar></w:r><w:r><w:instrText>FORMTEXT</w:instrText></w:r><w:r><w:fldChar w:fldCharType=\"end\"/></w:r></w:p>",
            "<p>Erfurt</p>" },
        { $"<w:p>{Box(true, R("X"))}{R(" ja ")}{Box(false, R("☐"))}{R(" nein")}</w:p>", "<p>☒ ja ☐ nein</p>" },
        { P("Ergebnisse", "berschrift1").Replace("<w:r>", "<w:bookmarkStart w:id=\"1\" w:name=\"_Ref1\"/><w:r>", StringComparison.Ordinal)
            + $"<w:p>{R("Siehe ")}{Field("REF _Ref1 \\h", R("Ergebnisse"))}</w:p>",
            "<h1 id=\"ergebnisse\">Ergebnisse</h1><p>Siehe <a href=\"#ergebnisse\">Ergebnisse</a></p>" },
    };

    static string Box(bool isTicked, string shown) => "<w:sdt><w:sdtPr><w14:checkbox><w14:checked w14:val=\"" + (isTicked ? "1" : "0")
        + $"\"/></w14:checkbox></w:sdtPr><w:sdtContent>{shown}</w:sdtContent></w:sdt>";

    [Theory]
    [MemberData(nameof(Fields))]
    public void Fields_show_their_result(string body, string expected) => Assert.Equal(expected, WordReading.Of(Of(body)).Markup);

    /// <summary>Word draws some as symbols of a newer format; what stands for older programs is the same sign.</summary>
    [Fact]
    public void Emoji_are_kept()
    {
        var emoji = "<w:r><mc:AlternateContent><mc:Choice Requires=\"w16se\"><w16se:symEx w16se:font=\"Segoe UI Emoji\" w16se:char=\"1F60F\" "
            + "xmlns:w16se=\"http://schemas.microsoft.com/office/word/2015/wordml/symex\"/></mc:Choice><mc:Fallback><w:t>😏</w:t></mc:Fallback>"
            + "</mc:AlternateContent></w:r>";

        Assert.Equal("<p>Gut &#x1F60F;</p>", WordReading.Of(Of($"<w:p>{R("Gut ")}{emoji}</w:p>")).Markup);
    }

    [Fact]
    public void Links_lead_out_by_web_or_mail_and_to_bookmarks_and_others_are_text()
    {
        var body = $"""
            <w:p><w:hyperlink r:id="web">{R("Seite", "<w:rStyle w:val=\"Hyperlink\"/>")}{R(" hier", "<w:b/>")}</w:hyperlink>{R(", ")}<w:hyperlink r:id="post">{R("Post")}</w:hyperlink>{R(", ")}<w:hyperlink r:id="datei">{R("Datei")}</w:hyperlink></w:p>
            <w:p><w:hyperlink w:anchor="Ziel">{R("Sprung")}</w:hyperlink>{R(" ")}<w:hyperlink w:anchor="Nirgends">{R("leer")}</w:hyperlink></w:p>
            <w:p><w:bookmarkStart w:id="1" w:name="Ziel"/>{R("Das Ziel")}<w:bookmarkEnd w:id="1"/></w:p>
            """;

        var read = WordReading.Of(Of(body, document =>
        {
            Link(document, "web", "https://thaff.example/a?b=1&c=2");
            Link(document, "post", "mailto:a@thaff.example");
            Link(document, "datei", "file:///C:/Ablage/geheim.docx");
        }));

        Assert.Equal("""<p><a href="https://thaff.example/a?b=1&amp;c=2">Seite<strong> hier</strong></a>, <a href="mailto:a@thaff.example">Post</a>, Datei</p>"""
            + """<p><a href="#ziel">Sprung</a> leer</p><p id="ziel">Das Ziel</p>""", read.Markup);
        Assert.Equal(["Am Anfang, Absatz 1: Der Link „file:///C:/Ablage/geheim.docx“ steht als Text ohne Verweis da. Möglich sind "
            + "Adressen mit https://, http:// oder mailto: und Verweise auf Überschriften. Das gilt für alle solchen Links.",
            "Am Anfang: Der Link „leer“ führt zu einer Stelle, die es im Dokument nicht gibt; er steht als Text ohne Verweis da. In Word den "
            + "Link neu setzen oder entfernen."], read.Hints);
    }

    /// <summary>Of a heading that repeats the title, and of a table of contents, nothing is left to lead to.</summary>
    [Theory]
    [InlineData("Sprache im Betrieb", "berschrift1")]
    [InlineData("Ziel 1", "Verzeichnis1")]
    [InlineData("", null)]
    public void A_link_to_what_is_left_out_is_told_where_it_stands(string target, string? style)
    {
        var bookmarked = P(target, style).Replace("<w:r>", "<w:bookmarkStart w:id=\"1\" w:name=\"Ziel\"/><w:r>", StringComparison.Ordinal);
        var read = WordReading.Of(Of(bookmarked + P("Fragen", "berschrift1")
            + $"<w:p>{R("Siehe ")}<w:hyperlink w:anchor=\"Ziel\">{R("oben")}</w:hyperlink>{R(".")}</w:p>"));

        Assert.Equal("<h1 id=\"fragen\">Fragen</h1><p>Siehe oben.</p>", read.Markup);
        Assert.Contains(read.Hints, hint => hint.StartsWith(
            "Nach der Überschrift „Fragen“: Der Link „oben“ führt zu einer Stelle, die es im Dokument nicht gibt", StringComparison.Ordinal));
    }

    [Fact]
    public void Dead_links_are_told_once_for_each_kind_of_target()
    {
        var body = string.Concat(new[] { "file:///C:/a", "file:///C:/b", "tel:036112" }.Select(address =>
            $"<w:p>{Field($"HYPERLINK \"{address}\"", R("Link"))}</w:p>"));

        Assert.Equal(["„file:///C:/a“", "„tel:036112“"], WordReading.Of(Of(body)).Hints.Select(hint => hint.Split(' ')[6]));
    }

    [Fact]
    public void A_reference_that_shows_the_name_of_its_target_is_told()
    {
        var read = WordReading.Of(Of($"<w:p><w:hyperlink w:anchor=\"_Ref12\">{R("_Ref12")}</w:hyperlink></w:p>"
            + $"<w:p><w:bookmarkStart w:id=\"1\" w:name=\"_Ref12\"/>{R("Das Ziel")}</w:p>"));

        Assert.StartsWith("Am Anfang, Absatz 1: Der Verweis „_Ref12“ zeigt als Text nur den Namen", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<w:t>*</w:t></w:r>", "*")]
    [InlineData("</w:r><w:r><w:t>*</w:t></w:r>", "*")]
    [InlineData("</w:r><w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:t>a</w:t></w:r>", "a")]
    [InlineData("</w:r><w:proofErr w:type=\"spellStart\"/><w:r><w:t>†</w:t></w:r>", "†")]
    [InlineData("<w:sym w:font=\"Symbol\" w:char=\"F0DE\"/></w:r>", "⇒")]
    public void A_mark_of_ones_own_is_replaced_by_the_number(string mark, string repeated)
    {
        var body = $"<w:p>{R("Wort")}<w:r><w:footnoteReference w:customMarkFollows=\"1\" w:id=\"1\"/>{mark}{R(" geht")}</w:p>";

        var read = WordReading.Of(Of(body, document => document.AddFootnotes($"<w:p>{R($"{repeated} nur montags")}</w:p>")));

        Assert.Equal("<p>Wort<ref>1</ref> geht</p><footnote>1 nur montags</footnote>", read.Markup);
    }

    [Fact]
    public void Notes_of_both_kinds_stand_at_the_foot_and_one_referred_to_twice_is_one()
    {
        const string reference = "<w:r><w:rPr><w:vertAlign w:val=\"superscript\"/></w:rPr><w:footnoteReference w:id=\"1\"/></w:r>";
        var read = WordReading.Of(
            Of($"<w:p>{R("Text")}{reference}{R(" mehr")}{reference}</w:p><w:p>{R("Ende")}<w:r><w:endnoteReference w:id=\"7\"/></w:r></w:p>",
                document =>
        {
            document.AddFootnotes(Note("Die Note."));
            document.MainDocumentPart!.AddNewPart<EndnotesPart>().Endnotes =
                new(Namespaced("endnotes", $"<w:endnote w:id=\"7\">{P("Die andere.")}</w:endnote>"));
        }));

        Assert.StartsWith("<p>Text<ref>1</ref> mehr<ref>1</ref>", read.Markup, StringComparison.Ordinal);
        Assert.Contains("<footnote>1 Die Note.</footnote>", read.Markup, StringComparison.Ordinal);
        Assert.Contains("<footnote>2 Die andere.</footnote>", read.Markup, StringComparison.Ordinal);
        Assert.Empty(read.Hints);
    }

    [Theory]
    [InlineData("Titel", "<p>Die Note.</p>")]
    [InlineData("HTMLVorformatiert", "<pre>Kopf</pre><p>Die Note.</p>")]
    public void A_note_of_a_title_or_of_code_follows_as_a_paragraph(string style, string expected)
    {
        var read = WordReading.Of(
            Of($"<w:p><w:pPr><w:pStyle w:val=\"{style}\"/></w:pPr>{R("Kopf")}<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>",
                document => document.AddFootnotes(Note("Die Note."))));

        Assert.Equal(expected, read.Markup);
        Assert.Contains("Hier kann keine Fußnote stehen", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_note_in_a_note_stands_in_brackets_and_one_that_is_missing_is_told()
    {
        var read = WordReading.Of(
            Of($"<w:p>{R("Text")}<w:r><w:footnoteReference w:id=\"1\"/></w:r><w:r><w:footnoteReference w:id=\"9\"/></w:r></w:p>",
                document =>
            document.AddFootnotes($"<w:p>{R("Außen")}<w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p>", Note("innen"))));

        Assert.Contains("<footnote>1 Außen (innen)</footnote>", read.Markup, StringComparison.Ordinal);
        Assert.Equal(2, read.Remarks.Hints.Count);
        Assert.Contains("Am Anfang, Absatz 1, in einer Fußnote: Eine Fußnote steht in einer Fußnote", read.Hints.First(),
            StringComparison.Ordinal);
        Assert.Contains("fehlt der Text", read.Hints.Last(), StringComparison.Ordinal);
    }

    static void Link(WordprocessingDocument document, string id, string address) =>
        document.MainDocumentPart!.AddHyperlinkRelationship(new Uri(address), true, id);
}
