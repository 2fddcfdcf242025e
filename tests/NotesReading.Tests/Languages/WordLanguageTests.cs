using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using ThaffFunctions.NotesReading.Tests.Word;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Languages;

public sealed class WordLanguageTests
{
    const string German = "Wir haben gefragt, was für die Betriebe in der ersten Woche am wichtigsten ist, und das ist die Antwort.";
    const string English = "This is how we welcome people who have just arrived, and the first weeks are the most important of all.";

    const string InEnglish = "<w:lang w:val=\"en-GB\"/>";

    public static TheoryData<string, string> Runs => new()
    {
        { $"<w:p>{R(German + " Das ")}{R("Onboarding", InEnglish)}{R(" zählt.")}</w:p>",
            $"<p>{German} Das <span lang=\"en-GB\">Onboarding</span> zählt.</p>" },
        { $"<w:p>{R(German + " ")}{R("Welcome", InEnglish)}{R(" ")}{R("on", InEnglish)}{R(" ")}{R("board", InEnglish)}{R("!")}</w:p>",
            $"<p>{German} <span lang=\"en-GB\">Welcome on board</span>!</p>" },
        { $"{P(German)}{P("Good Practice", "Englisch")}", $"<p>{German}</p><p><span lang=\"en-US\">Good Practice</span></p>" },
        { $"<w:p>{R(German + " ")}{R("Team", "<w:rStyle w:val=\"EnglischZeichen\"/>")}</w:p>",
            $"<p>{German} <span lang=\"en-US\">Team</span></p>" },
        { $"<w:p>{R(German + " ")}{R("日本語", "<w:lang w:val=\"de-DE\" w:eastAsia=\"ja-JP\"/>")}</w:p>",
            $"<p>{German} <span lang=\"ja-JP\">日本語</span></p>" },
        { $"<w:p>{R(German + " ")}{R("مرحبا", "<w:rtl/><w:lang w:bidi=\"ar-SA\"/>")}</w:p>",
            $"<p>{German} <span lang=\"ar-SA\">مرحبا</span></p>" },
        { $"<w:p>{R(German + " ")}{R("مرحبا", "<w:lang w:bidi=\"ar-SA\"/>")}</w:p>",
            $"<p>{German} <span lang=\"ar-SA\">مرحبا</span></p>" },
        { $"<w:p>{R(German)}{R(" 2027 – ", InEnglish)}</w:p>", $"<p>{German} 2027 –</p>" },
        { $"<w:p>{R(German)}{R(" " + German, InEnglish)}</w:p>", $"<p>{German} {German}</p>" },
        // a keyboard that changed within a word, and one that nobody changed
        { $"<w:p>{R(German + " Mit")}{R("arbeit", InEnglish)}{R("er")}</w:p>", $"<p>{German} Mitarbeiter</p>" },
        { $"<w:p>{R(German + " ")}{R("Work", InEnglish)}{R("s")}{R("hop", InEnglish)}</w:p>",
            $"<p>{German} <span lang=\"en-GB\">Workshop</span></p>" },
        { $"<w:p>{R(German + " ")}{R("Zeit für das Team", InEnglish)}</w:p>", $"<p>{German} Zeit für das Team</p>" },
        { $"<w:p>{R(German + " ")}{R("Training on the job", InEnglish)}</w:p>",
            $"<p>{German} <span lang=\"en-GB\">Training on the job</span></p>" },
        { $"<w:p>{R(German + " ")}{R("x", "<w:lang w:val=\"x-none\"/>")}</w:p>", $"<p>{German} x</p>" },
        { $"<w:p>{R(German + " ")}{R("docx", InEnglish)}{R("4")}{R("j", InEnglish)}{R(" zählt.")}</w:p>",
            $"<p>{German} <span lang=\"en-GB\">docx4j</span> zählt.</p>" },
    };

    [Theory]
    [MemberData(nameof(Runs))]
    public void A_run_in_another_language_names_it(string body, string expected)
    {
        var notes = WordReading.Of(Of(body, AddStyles));

        Assert.Equal(expected, notes.Markup);
        Assert.Equal("de-DE", notes.Content.Language);
    }

    [Theory]
    [InlineData("en-US", English, "en-US")]
    [InlineData("en-US", German, "de-DE")] // a German text written with an English Word
    [InlineData("de-DE", German, "de-DE")]
    [InlineData("de-AT", German, "de-DE")]
    [InlineData("de-DE", English, "en")] // an English text that nobody marked
    [InlineData("uk-UA", "Ласкаво просимо", "uk-UA")]
    public void The_documents_language_is_what_most_of_it_is_marked_as_unless_it_plainly_is_another(
        string marked, string text, string expected)
    {
        var notes = WordReading.Of(Of(P(text), document => SetDefault(document, marked)));

        Assert.Equal(expected, notes.Content.Language);
        Assert.DoesNotContain("span", notes.Markup, StringComparison.Ordinal);
        Assert.Empty(notes.Hints);
    }

    [Fact]
    public void What_stands_for_something_missing_is_in_the_documents_language()
    {
        var notes = WordReading.Of(Of($"<w:p>{R(English + " See ", InEnglish)}{R("Error! Reference source not found.", InEnglish)}"
            + $"{R(" and ", InEnglish)}{Picture("fort")}</w:p><w:p>{Picture("bild")}</w:p>",
            document => document.AddPicture("bild", TestPictures.Png(4, 3))));

        Assert.Equal($"<p>{English} See [Reference missing] and <em>[Picture missing]</em></p><figure><img src=\"image.png\" "
            + "alt=\"Picture “image.png” (provisional text, a description is still missing)\"></figure>", notes.Markup);
        Assert.All(notes.Content.Blocks.OfType<AccessiblePdf.Model.Figure>(), figure => Assert.Null(figure.Language));
    }

    [Theory]
    [InlineData("x", "x")]
    [InlineData("§ 3 b)", "§ 3 b)")]
    [InlineData("日", "<span lang=\"ja-JP\">日</span>")]
    public void One_letter_does_not_switch_the_voice(string text, string expected) =>
        Assert.Equal($"<p>{German} {expected} zählt.</p>", WordReading.Of(Of(
            $"<w:p>{R(German + " ")}{R(text, "<w:lang w:val=\"en-GB\" w:eastAsia=\"ja-JP\"/>")}{R(" zählt.")}</w:p>")).Markup);

    [Fact]
    public void One_letter_within_text_of_its_language_stays_in_it() =>
        Assert.Equal($"<p>{German} <span lang=\"en-GB\">What <em>I</em> say</span>.</p>".Replace("<em>I</em>", "</span><span lang=\"en-GB\"><em>I</em>"
            + "</span><span lang=\"en-GB\">", StringComparison.Ordinal), WordReading.Of(Of($"<w:p>{R(German + " ")}{R("What ", InEnglish)}"
            + $"{R("I", InEnglish + "<w:i/>")}{R(" say", InEnglish)}{R(".")}</w:p>")).Markup);

    [Fact]
    public void In_an_english_document_a_german_quotation_names_its_language()
    {
        var body = $"<w:p>{R(English)}{R(" Anerkennung", "<w:lang w:val=\"de-DE\"/>")}</w:p>";

        var notes = WordReading.Of(Of(body, document => SetDefault(document, "en-GB")));

        Assert.Equal($"<p>{English}<span lang=\"de-DE\"> Anerkennung</span></p>", notes.Markup);
    }

    [Fact]
    public void An_unmarked_english_paragraph_between_german_ones_is_a_hint() =>
        Assert.Contains("ist offenbar englisch", Assert.Single(WordReading.Of(Of(P(German) + P(English) + P(German))).Hints),
            StringComparison.Ordinal);

    static void AddStyles(WordprocessingDocument document) => document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.Append(
        new Style(Namespaced("style", "<w:name w:val=\"Englisch\"/><w:rPr><w:lang w:val=\"en-US\"/></w:rPr>"))
        {
            Type = StyleValues.Paragraph,
            StyleId = "Englisch",
        },
        new Style(Namespaced("style", "<w:name w:val=\"Englisch Zeichen\"/><w:rPr><w:lang w:val=\"en-US\"/></w:rPr>"))
        {
            Type = StyleValues.Character,
            StyleId = "EnglischZeichen",
        });

    static void SetDefault(WordprocessingDocument document, string language) =>
        document.MainDocumentPart!.StyleDefinitionsPart!.Styles!.PrependChild(new DocDefaults(Namespaced("docDefaults",
            $"<w:rPrDefault><w:rPr><w:lang w:val=\"{language}\" w:eastAsia=\"en-US\" w:bidi=\"ar-SA\"/></w:rPr></w:rPrDefault>")));
}
