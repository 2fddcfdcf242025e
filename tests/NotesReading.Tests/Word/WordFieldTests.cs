using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Fields that begin and never end: nothing after them is lost.</summary>
public sealed class WordFieldTests
{
    const string Begin = "<w:r><w:fldChar w:fldCharType=\"begin\"/></w:r>", Separate = "<w:r><w:fldChar w:fldCharType=\"separate\"/></w:r>",
        End = "<w:r><w:fldChar w:fldCharType=\"end\"/></w:r>";

    public static TheoryData<string, string> Broken => new()
    {
        { $"<w:p>{R("Davor ")}{Begin}{Code("DATE")}{R("danach")}</w:p>{P("Zwei")}", "<p>Davor danach</p><p>Zwei</p>" },
        { $"<w:p>{Begin}{Code("HYPERLINK \"https://thaff.example\"")}{Separate}{R("Link")}</w:p>{P("Zwei")}", "<p>Link</p><p>Zwei</p>" },
        { $"<w:p>{Begin}{Code("TOC \\o")}{Separate}{R("Eins")}</w:p>{P("Zwei")}", "<p>Eins</p><p>Zwei</p>" },
        { $"<w:p>{Begin}{Code("DATE")}{R("vor ")}{Field("HYPERLINK \"https://thaff.example\"", R("Link"))}</w:p>{P("Zwei")}",
            "<p>vor <a href=\"https://thaff.example/\">Link</a></p><p>Zwei</p>" },
        { Table(Row("<w:tblHeader/>", Cell("A"), Cell("B")),
            Row("", $"<w:tc><w:p>{Begin}{Code("DATE")}{R("eins")}</w:p></w:tc>", Cell("zwei"))) + P("Danach"),
            "<table><thead><tr><th scope=\"col\">A</th><th scope=\"col\">B</th></tr></thead><tbody><tr><td>eins</td><td>zwei</td></tr>"
            + "</tbody></table><p>Danach</p>" },
        { $"<w:p>{R("Eins")}{End}{Separate}{R(" zwei")}</w:p>", "<p>Eins zwei</p>" },
    };

    [Theory]
    [MemberData(nameof(Broken))]
    public void Text_after_a_field_without_an_end_is_ordinary_text(string body, string expected) =>
        Assert.Equal(expected, WordReading.Of(Of(body)).Markup);

    [Theory]
    [InlineData("HYPERLINK \"https://a.example/x#alt\" \\l \"neu\"", "https://a.example/x#neu")]
    [InlineData("HYPERLINK \\l \"neu\" \"https://a.example/x\"", "https://a.example/x#neu")]
    [InlineData("HYPERLINK \\t \"_blank\" \"https://a.example/x\"", "https://a.example/x")]
    [InlineData("HYPERLINK \"mailto:a@b.example\" \\l \"neu\"", "mailto:a@b.example")]
    public void A_link_leads_to_its_address_and_place(string instruction, string expected) => Assert.Equal(
        $"<p><a href=\"{expected}\">Link</a></p>", WordReading.Of(Of($"<w:p>{Field(instruction, R("Link"))}</w:p>")).Markup);

    [Theory]
    [InlineData("Fehler! Verweisquelle konnte nicht gefunden werden.")]
    [InlineData("Error! Reference source not found.")]
    [InlineData("Fehler! Textmarke nicht definiert.")]
    public void A_reference_to_nothing_is_said_to_be_missing_and_told_once(string message)
    {
        var reference = $"<w:p>{R("siehe ")}{Field("REF _Ref1 \\h", R(message, "<w:b/>"))}{R(" oben")}</w:p>";

        var read = WordReading.Of(Of(reference + reference));

        Assert.Contains("siehe <strong>[Verweis fehlt]</strong> oben", read.Markup, StringComparison.Ordinal);
        Assert.Contains("führt ins Leere", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_message_of_a_missing_reference_is_one_wherever_Word_parts_it()
    {
        var message = R("Fehler! Verweisquelle ", "<w:b/>")
            + $"<w:r><w:rPr><w:b/></w:rPr><w:lastRenderedPageBreak/>{T("konnte nicht ")}</w:r>" + R("gefunden werden.", "<w:b/>");

        var read = WordReading.Of(Of($"<w:p>{R("Halt! Siehe ")}{Field("REF _Ref1 \\h", message)}{R(" oben")}</w:p>"));

        Assert.Equal("<p>Halt! Siehe <strong>[Verweis fehlt]</strong> oben</p>", read.Markup);
    }

    [Fact]
    public void An_open_field_in_a_footnote_hides_nothing()
    {
        var read = WordReading.Of(Of($"<w:p>{R("Text")}<w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>{P("Ende")}", document =>
            document.AddFootnotes($"<w:p>{R("vor ")}{Begin}{Code("DATE")}{R("nach")}</w:p>")));

        Assert.Equal("<p>Text<ref>1</ref></p><p>Ende</p><footnote>1 vor nach</footnote>", read.Markup);
        Assert.Contains("in einer Fußnote: Ein Feld hat kein Ende", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    static string T(string text) => $"<w:t xml:space=\"preserve\">{text}</w:t>";

    static string Code(string instruction) => $"<w:r><w:instrText xml:space=\"preserve\"> {instruction} </w:instrText></w:r>";
}
