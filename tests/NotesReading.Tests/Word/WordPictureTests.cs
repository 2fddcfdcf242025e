using AccessiblePdf.Model;
using DocumentFormat.OpenXml.Packaging;
using StbImageSharp;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

public sealed class WordPictureTests
{
    const string Described = "descr=\"Zwei Flächen\"";

    [Fact]
    public void A_picture_is_a_figure_with_its_alternative_text_caption_and_width()
    {
        var read = WithPicture($"<w:p>{R("vor ")}{Picture("bild", Described)}{R(" nach")}</w:p>"
            + $"<w:p>{Picture("bild", Described)}</w:p>{P("Abbildung 1: Flächen", "Beschriftung")}");

        Assert.Equal(["Paragraph", "Figure", "Paragraph", "Figure"], read.Content.Blocks.Select(block => block.GetType().Name));
        var figure = Assert.IsType<Figure>(read.Content.Blocks[3]);
        Assert.Equal("Zwei Flächen", figure.AlternativeText);
        Assert.Equal("Abbildung 1: Flächen", Assert.IsType<TextRun>(Assert.Single(figure.Caption)).Text);
        Assert.Equal(0.5, figure.Width!.Value, 2);
        Assert.Single(read.Content.Pictures);
        Assert.Empty(read.Hints);
    }

    [Fact]
    public void An_icon_within_a_sentence_does_not_part_it()
    {
        var icon = Picture("bild", Described).Replace("cx=\"2880360\"", "cx=\"180000\"", StringComparison.Ordinal);

        var read = WithPicture($"<w:p>{R("Telefon ")}{icon}{icon}{R(" 0361 1234")}</w:p><w:p>{icon}{R("Hinweis")}</w:p>"
            + $"<w:p>{R("Zeile")}<w:r><w:br/></w:r>{icon}{R("Zeile")}</w:p>");

        Assert.Equal(["Paragraph", "Figure", "Figure", "Figure", "Paragraph", "Paragraph", "Figure", "Paragraph"],
            read.Content.Blocks.Select(block => block.GetType().Name));
        Assert.Equal("Telefon 0361 1234", TextRuns.Plain(((Paragraph)read.Content.Blocks[0]).Content));
    }

    [Fact]
    public void A_cross_reference_to_a_caption_leads_to_what_it_names()
    {
        var read = WithPicture($"<w:p>{R("Siehe ")}{Field("REF _Ref5 \\h", R("Abbildung 1"))}</w:p><w:p>{Picture("bild", Described)}</w:p>"
            + P("Abbildung 1", "Beschriftung").Replace("<w:r>", "<w:bookmarkStart w:id=\"1\" w:name=\"_Ref5\"/><w:r>",
            StringComparison.Ordinal));

        Assert.StartsWith("<p>Siehe <a href=\"#_ref5\">Abbildung 1</a></p><figure id=\"_ref5\"><img ", read.Markup,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_beside_the_text_of_a_link_is_shown_without_it()
    {
        var read = WithPicture($"<w:p>{Field("HYPERLINK \"https://beratung.example\"", $"{R("Beratung")}{Picture("bild", Described)}")}</w:p>");

        Assert.StartsWith("<p><a href=\"https://beratung.example/\">Beratung</a></p><figure>", read.Markup, StringComparison.Ordinal);
        Assert.Null(Assert.Single(read.Content.Blocks.OfType<Figure>()).Target);
        Assert.Empty(read.Hints);
    }

    [Fact]
    public void A_picture_inside_a_link_is_the_link()
    {
        var read = WithPicture($"<w:p>{Field("HYPERLINK \"https://beratung.example\"", Picture("bild", Described))}</w:p>");

        Assert.Equal(new Uri("https://beratung.example"), Assert.IsType<Figure>(Assert.Single(read.Content.Blocks)).Target);
        Assert.Empty(read.Hints);
    }

    [Fact]
    public void A_link_with_a_picture_or_footnote_in_it_is_one_link()
    {
        var note = "<w:r><w:footnoteReference w:id=\"1\"/></w:r>";
        var read = WordReading.Of(Of($"<w:p>{Field("HYPERLINK \"https://beratung.example\"", R("zur ") + Picture("bild", Described) + note + R("Beratung"))}"
            + $"{R(" hier")}</w:p>", document =>
        {
            document.AddPicture("bild", TestPictures.Png());
            document.AddFootnotes(Note("werktags"));
        }));

        Assert.Equal("<p><a href=\"https://beratung.example/\">zur Beratung</a><ref>1</ref></p><figure><img src=\"image.png\" alt=\"Zwei Flächen\">"
            + "</figure><p>hier</p><footnote>1 werktags</footnote>", read.Markup);
    }

    [Fact]
    public void What_stands_for_a_missing_picture_keeps_its_link() => Assert.Equal(
        "<p><a href=\"https://beratung.example/\"><em>[Bild fehlt: Zwei Flächen]</em></a></p>",
        WordReading.Of(Of($"<w:p>{Field("HYPERLINK \"https://beratung.example\"", Picture("fort", Described))}</w:p>")).Markup);

    [Fact]
    public void A_picture_with_a_link_of_its_own_is_the_link_and_keeps_its_caption()
    {
        const string click = "<a:hlinkClick r:id=\"klick\"/>";
        var file = Of($"<w:p>{Picture("bild", Described, more: click)}</w:p>{P("Abbildung 1: Flächen", "Beschriftung")}", document =>
        {
            document.AddPicture("bild", TestPictures.Png());
            document.MainDocumentPart!.AddHyperlinkRelationship(new("https://beratung.example"), true, "klick");
        });

        var figure = Assert.IsType<Figure>(Assert.Single(WordReading.Of(file).Content.Blocks));

        Assert.Equal((new Uri("https://beratung.example"), true), (figure.Target, figure.Caption.Count > 0));
    }

    [Theory]
    [InlineData("file:///C:/x.docx")]
    [InlineData("")]
    public void A_link_of_a_picture_that_leads_nowhere_is_told(string address)
    {
        var read = WithPicture($"<w:p>{Field($"HYPERLINK \"{address}\" \\l \"ziel\"", Picture("bild", Described))}</w:p>");

        Assert.Null(Assert.IsType<Figure>(Assert.Single(read.Content.Blocks)).Target);
        Assert.Contains("dieser Link wurde nicht übernommen", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_s_tip_is_its_title()
    {
        var read = WordReading.Of(Of($"<w:p>{Field("HYPERLINK \"https://beratung.example\" \\o \"Anmeldung\"", R("hier"))}</w:p>"));

        Assert.Equal("<p><a href=\"https://beratung.example/\" title=\"Anmeldung\">hier</a></p>", read.Markup);
    }

    [Fact]
    public void Addresses_that_are_typed_are_links_and_told_once()
    {
        var read = WordReading.Of(Of(
            $"<w:p>{R("Siehe https://beratung.example/a, www.rat.example oder rat@beratung.example.")}</w:p>"
            + $"<w:p>{Field("HYPERLINK \"https://beratung.example\" \\o \"Anmeldung\"", R("www.beratung.example"))}</w:p>"));

        Assert.Equal("<p>Siehe <a href=\"https://beratung.example/a\">https://beratung.example/a</a>, "
            + "<a href=\"http://www.rat.example/\">www.rat.example</a> oder "
            + "<a href=\"mailto:rat@beratung.example\">rat@beratung.example</a>.</p>"
            + "<p><a href=\"https://beratung.example/\" title=\"Anmeldung\">www.beratung.example</a></p>", read.Markup);
        Assert.Contains("„https://beratung.example/a“ zeigt als Text nur seine Adresse", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_link_that_shows_its_address_is_told_once()
    {
        var read = WordReading.Of(Of(
            $"<w:p>{Field("HYPERLINK \"https://beratung.example/a\"", R("https://beratung.example/a"))}</w:p>"
            + $"<w:p>{Field("HYPERLINK \"https://beratung.example/b\"", R("beratung.example/b"))}</w:p>"));

        Assert.StartsWith("Am Anfang, Absatz 1: Der Link „https://beratung.example/a“ zeigt als Text nur seine Adresse",
            Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_picture_that_floats_stands_below_its_paragraph() => Assert.Equal(
        ["Paragraph", "Figure"],
        WithPicture($"<w:p>{R("vor ")}{Picture("bild", Described, frame: "anchor")}{R("nach")}</w:p>").Content.Blocks.Select(block =>
            block.GetType().Name));

    public static TheoryData<string, string, bool, string> Alternatives => new()
    {
        { "", "Bild „image.png“ (vorläufiger Text, eine Beschreibung fehlt noch)", false,
            "Am Anfang, Absatz 1: Das Bild „image.png“ hat keinen Alternativtext" },
        { "title=\"Ein Titel\"", "Ein Titel", false, "" },
        { "descr=\"Ein Bild, das Text enthält.&#10;&#10;Automatisch generierte Beschreibung\"", "Ein Bild, das Text enthält.", false,
            "den Word selbst erzeugt hat" },
        { "descr=\"Ein Tisch.&#10;&#10;KI-generierte Inhalte können fehlerhaft sein.\"", "Ein Tisch.", false,
            "den Word selbst erzeugt hat" },
        { "descr=\"Ein Bild.&#10;&#10;KI-generierte Inhalte können fehlerhaft sein.\"",
            "Bild „image.png“ (vorläufiger Text, eine Beschreibung fehlt noch)", false,
            "Der Alternativtext „Ein Bild.“ zum Bild „image.png“ sagt nicht" },
        { "descr=\"image1.png\" title=\"Ein Tisch\"", "Ein Tisch", false, "" },
        { "descr=\"Separator 600x20\"", "Bild „image.png“ (vorläufiger Text, eine Beschreibung fehlt noch)", false,
            "Am Anfang, Absatz 1: Der Alternativtext „Separator 600x20“" },
        { "descr=\"KI-generierte Inhalte können fehlerhaft sein.\"", "Bild „image.png“ (vorläufiger Text, eine Beschreibung fehlt noch)",
            false, "hat keinen Alternativtext" },
    };

    [Theory]
    [MemberData(nameof(Alternatives))]
    public void What_is_said_of_a_picture_is_carried_over_and_what_is_missing_is_told(string properties, string expected, bool isDecorative,
        string hint)
    {
        var read = WithPicture($"<w:p>{Picture("bild", properties)}</w:p>");

        var figure = Assert.IsType<Figure>(Assert.Single(read.Content.Blocks));
        Assert.Equal((expected, isDecorative), (figure.AlternativeText, figure.Decorative));
        Assert.Null(figure.Language);
        Assert.Equal(hint.Length > 0, read.Hints.Any());
        Assert.Contains(hint, string.Join('\n', read.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_decorative_picture_needs_no_text()
    {
        const string mark = "<a:extLst><a:ext uri=\"{C183D7F6-B498-43B3-948B-1728B52AA6E4}\"><adec:decorative "
            + "xmlns:adec=\"http://schemas.microsoft.com/office/drawing/2017/decorative\" val=\"1\"/></a:ext></a:extLst>";
        var read = WithPicture($"<w:p>{Picture("bild", more: mark)}</w:p>{P("Text")}");

        Assert.True(Assert.IsType<Figure>(read.Content.Blocks[0]).Decorative);
        Assert.Contains(" alt=\"\">", read.Markup, StringComparison.Ordinal);
        Assert.Empty(read.Hints);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void What_was_cut_away_is_not_in_what_is_published(bool isJpeg)
    {
        var read = WordReading.Of(
            Of($"<w:p>{Picture("bild", Described, "<a:srcRect l=\"50000\" b=\"25000\"/>")}{Picture("bild", Described)}</w:p>",
            document => document.AddPicture("bild", isJpeg ? TestPictures.Jpeg() : TestPictures.Png(),
                isJpeg ? ImagePartType.Jpeg : ImagePartType.Png)));

        Assert.Equal([(32, 24), (64, 32)], read.Content.Pictures.Select(picture => (picture.Width, picture.Height)));
        Assert.Equal(2, read.Content.Pictures.Select(picture => picture.Name).Distinct().Count());
        var image = ImageResult.FromMemory(read.Content.Pictures[0].Bytes.ToArray(), ColorComponents.RedGreenBlue);
        Assert.Equal((32, 24), (image.Width, image.Height));
        for (var at = 0; at < image.Data.Length; at += 3)
            Assert.True(image.Data[at] > 200 && image.Data[at + 2] < 60, "the blue half is gone");
    }

    [Fact]
    public void An_older_drawing_is_read_as_well()
    {
        var read = WithPicture("""<w:p><w:r><w:pict><v:shape alt="Altes Bild" style="width:10pt"><v:imagedata r:id="bild" o:title=""/></v:shape></w:pict></w:r></w:p>""");

        Assert.Equal("Altes Bild", Assert.IsType<Figure>(Assert.Single(read.Content.Blocks)).AlternativeText);
    }

    [Theory]
    [InlineData("image/x-emf", "EMF", "EMF können nicht übernommen werden")]
    [InlineData("image/svg+xml", "<svg/>", "SVG können nicht übernommen werden")]
    public void Pictures_of_other_kinds_are_named_in_the_text_and_told(string type, string bytes, string expected)
    {
        var read = WordReading.Of(Of($"<w:p>{Picture("bild", Described)}</w:p>", document =>
            document.AddPicture("bild", System.Text.Encoding.ASCII.GetBytes(bytes),
                new(type, $".{type.Split('/', '-', '+')[^1].Replace("xml", "svg", StringComparison.Ordinal)}"))));

        Assert.Equal("<p><em>[Bild fehlt: Zwei Flächen]</em></p>", read.Markup);
        Assert.Contains(expected, Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(".gif", "R0lGODlhAgABAIAAAP8AAAAA/ywAAAAAAgABAAACAkQKADs=")]
    [InlineData(".bmp", "Qk0+AAAAAAAAADYAAAAoAAAAAgAAAAEAAAABABgAAAAAAAgAAAAAAAAAAAAAAAAAAAAAAAAAAAD//wAAAAA=")]
    public void Pictures_in_older_formats_become_png(string extension, string file)
    {
        var read = WordReading.Of(Of($"<w:p>{Picture("bild", Described)}</w:p>", document =>
            document.AddPicture("bild", Convert.FromBase64String(file), new(extension == ".gif" ? "image/gif" : "image/bmp", extension))));

        var picture = Assert.Single(read.Content.Pictures);
        Assert.Equal(("image.png", "image/png", 2, 1), (picture.Name, picture.MediaType, picture.Width, picture.Height));
        Assert.Equal([255, 0, 0, 0, 0, 255], ImageResult.FromMemory(picture.Bytes.ToArray(), ColorComponents.RedGreenBlue).Data);
        Assert.Empty(read.Hints);
    }

    [Theory]
    [InlineData("GIF89a")]
    [InlineData("BM")]
    public void A_damaged_picture_in_an_older_format_is_refused_too(string bytes) => Assert.Contains(
        "Das Bild ist nicht lesbar",
        Assert.Single(WordReading.Of(Of($"<w:p>{Picture("bild", Described)}</w:p>",
            document => document.AddPicture("bild", System.Text.Encoding.ASCII.GetBytes(bytes)))).Remarks.Problems).Text,
        StringComparison.Ordinal);

    [Fact]
    public void A_caption_may_stand_in_the_paragraph_of_its_picture()
    {
        var read = WithPicture($"<w:p><w:pPr><w:pStyle w:val=\"Beschriftung\"/></w:pPr>{Picture("bild", Described)}<w:r><w:br/>"
            + $"</w:r>{R("Abbildung 1: Flächen")}</w:p>");

        Assert.Equal("Abbildung 1: Flächen", TextOf(Assert.IsType<Figure>(Assert.Single(read.Content.Blocks)).Caption));
    }

    [Fact]
    public void A_damaged_picture_is_refused_with_its_place()
    {
        var read = WordReading.Of(Of(P("Fotos", "berschrift1") + $"<w:p>{Picture("bild", Described)}</w:p>",
            document => document.AddPicture("bild", TestPictures.Png()[..40])));

        Assert.Equal("Nach der Überschrift „Fotos“, Absatz 1: Das Bild „image.png“: Das Bild ist nicht lesbar. Erwartet wird PNG oder "
            + "ein gewöhnliches JPEG.", Assert.Single(read.Remarks.Problems).Text);
    }

    [Fact]
    public void A_picture_that_lies_elsewhere_is_never_fetched()
    {
        var read = WordReading.Of(Of($"<w:p>{Picture("fern", Described).Replace("r:embed", "r:link", StringComparison.Ordinal)}</w:p>",
            document =>
            document.MainDocumentPart!.AddExternalRelationship("http://schemas.openxmlformats.org/officeDocument/2006/relationships/image",
                new Uri("http://fremd.example/bild.png"), "fern")));

        Assert.Equal("<p><em>[Bild fehlt: Zwei Flächen]</em></p>", read.Markup);
        Assert.Contains("„http://fremd.example/bild.png“ ist nur verknüpft und wird nicht geladen", Assert.Single(read.Hints),
            StringComparison.Ordinal);
    }

    static string TextOf(IEnumerable<Inline> text) => string.Concat(text.OfType<TextRun>().Select(run => run.Text));

    static WordReading WithPicture(string body) => WordReading.Of(Of(body, document => document.AddPicture("bild", TestPictures.Png())));
}
