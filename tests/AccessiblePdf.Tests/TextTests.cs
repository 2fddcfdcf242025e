using AccessiblePdf.Model;
using CsCheck;

namespace AccessiblePdf.Tests;

public sealed class TextTests
{
    [Theory]
    [InlineData("Bindestrich - und geschützter Bindestrich \u2011, Minus \u2212, Gedankenstrich –, Geviertstrich —")]
    [InlineData("12\u00A0kg, 3\u202F%, z.\u00A0B., \u2009schmal")]
    [InlineData("Fach\u00ADkräfte\u00ADeinwanderungs\u00ADgesetz")]
    [InlineData("„Zitat“ ‚halb‘ »Guillemets« … € § → ✓ ☐ ☑ • ©")]
    [InlineData("Schiffahrt fi fl ffi Auflage")]
    [InlineData("Ko\u0308ln, e\u0301clair, A\u030Angstro\u0308m, q\u0308\u0301")]
    [InlineData("Łódź, Čeština, Türkçe İıŞş, Tiếng Việt, Ελληνικά, Українська, Қазақ")]
    [InlineData("😀 👍🏽 🇩🇪 👩‍💻 ❤️")]
    [InlineData("zwei  Leerzeichen, ein\u200Bunsichtbares")]
    public void Text_is_read_back_as_it_was_written(string text)
    {
        using var pdf = TaggedPdf.Of(new Paragraph(text));

        Conformance.Check(pdf);
        Assert.Equal(text, pdf.Root.Below("P").Single().Text);
    }

    [Fact]
    public void Text_of_many_lines_keeps_every_character()
    {
        var text = string.Join(' ', Enumerable.Range(0, 40).Select(Samples.Text));

        using var pdf = TaggedPdf.Of(new Paragraph(text));

        Assert.Equal(text, pdf.Root.Below("P").Single().Text);
        Assert.True(pdf.Pages.Count > 1);
    }

    [Fact]
    public void A_word_is_divided_at_its_soft_hyphens_only()
    {
        var word = string.Concat(Enumerable.Repeat("Verfahrens\u00ADbegleitung\u00ADund\u00AD", 12));

        using var pdf = TaggedPdf.Of(new Paragraph(word));

        var lines = pdf.Pages[0].Letters.Where(letter => letter.FontSize > 10).GroupBy(letter => Math.Round(letter.StartBaseLine.Y))
            .ToList();
        Assert.True(lines.Count > 1);
        Assert.All(lines, line => Assert.Equal("\u00AD", line.MaxBy(letter => letter.StartBaseLine.X)!.Value));
        Assert.Equal(word, pdf.Root.Below("P").Single().Text);
    }

    [Theory]
    [InlineData("abcdefghij", 40)]
    [InlineData("abcdefghij", 180)]
    [InlineData("Ko\u0308ln😀", 400)]
    public void A_word_longer_than_the_line_is_divided_and_kept(string part, int times)
    {
        var word = string.Concat(Enumerable.Repeat(part, times));

        using var pdf = TaggedPdf.Of(new Paragraph(word));

        Conformance.Check(pdf);
        Assert.Equal(word, pdf.Root.Below("P").Single().Text);
        Assert.All(pdf.Pages[0].Letters, letter => Assert.True(letter.EndBaseLine.X <= 595 - 71));
    }

    [Fact]
    public async Task A_word_of_a_million_letters_is_set_in_seconds()
    {
        var word = string.Concat(Enumerable.Repeat("abcdefghij", 100_000));

        var written = await Task.Run(() => PdfWriter.Write(Samples.Of(new Paragraph(word)), Stream.Null))
            .WaitAsync(TimeSpan.FromSeconds(60));

        Assert.True(written.Pages > 100);
    }

    [Fact]
    public void A_character_no_font_has_is_shown_as_a_box_read_as_itself_and_told()
    {
        using var output = new MemoryStream();
        var written = PdfWriter.Write(Samples.Of(new Paragraph("Name: 王芳 und 王")), output);

        using var pdf = new TaggedPdf(output.ToArray());
        Conformance.Check(pdf);
        Assert.Equal("Name: 王芳 und 王", pdf.Root.Below("P").Single().Text);
        Assert.Equal(
            [new(PdfWarningKind.MissingCharacter, "U+738B", "Blocks[0] Paragraph \"Name: 王芳 und 王\""),
                new(PdfWarningKind.MissingCharacter, "U+82B3", "Blocks[0] Paragraph \"Name: 王芳 und 王\"")],
            written.Warnings);
    }

    [Theory]
    [InlineData("\uF0B7", "\uFFFD")] // a bullet of a symbol font, private to it
    [InlineData("a\u0000b\u0007c\uFEFFd", "abcd")]
    [InlineData("a\tb\r\nc\nd", "a b c d")]
    [InlineData("a\vb\fc\u0085d\u2028e\u2029f", "a b c d e f")]
    [InlineData("\uFFFE \uFDD0", "\uFFFD \uFDD0")]
    [InlineData("\U000F0000\U000E0041", "\uFFFD\U000E0041")]
    [InlineData("שלום, عربي", "שלום, عربي")]
    public void What_is_no_text_does_not_break_the_file(string text, string expected)
    {
        using var pdf = TaggedPdf.Of(new Paragraph("x", text, "y"));

        Conformance.Check(pdf);
        Assert.Equal($"x{expected}y", pdf.Root.Below("P").Single().Text);
    }

    [Fact]
    public void Half_a_character_becomes_the_sign_for_one_that_was_lost()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("x" + '\uD83D' + "y"));

        Conformance.Check(pdf);
        Assert.Equal("x\uFFFDy", pdf.Root.Below("P").Single().Text);
    }

    [Theory]
    [InlineData("x\uD83Dy", "U+FFFD")]
    [InlineData("x\u0007y", "U+0007")]
    [InlineData("x\uE000y", "U+E000")]
    [InlineData("a\tb\nc\u0085d Łódź … “q” ✓\uFEFF", null)]
    public void What_is_lost_is_told(string text, string? warning)
    {
        var written = PdfWriter.Write(Samples.Of(new Paragraph(text)), Stream.Null);

        Assert.Equal(warning is null ? [] : [warning], written.Warnings.Select(told => told.Detail));
    }

    [Fact]
    public void Odd_characters_are_allowed_wherever_text_is()
    {
        const string odd = "\uD800\uFEFF\u0000\uFFFE\uE000😀\n";
        var text = string.Concat(Enumerable.Repeat("a" + odd, 30));

        using var pdf = TaggedPdf.Of(new AccessibleDocument
        {
            Title = text,
            Language = "de-DE",
            Author = text,
            Subject = text,
            Keywords = [text, text],
            RunningHeader = text,
            Created = Samples.Day,
            TitleBlock = new() { Overline = text, Lines = [text] },
            TableOfContents = new(),
            Blocks =
            [
                new Heading(1, text), new Paragraph(new Link(new("https://example.org/ä?ö#ü"), text),
                new TextRun(text, TextStyle.Superscript), new Footnote(new Paragraph(text))), new CodeBlock(text),
                new Callout(text, new Paragraph(text)),
                new Table { Caption = [text], Header = [new(text, text)], Rows = [new(text, text)] },
                new DefinitionList(new Definition([text], new Paragraph(text))),
                new Figure { Image = Samples.Png(9, 9), AlternativeText = text, Caption = [text] },
                new Chart { Title = text, CategoryLabel = text, Categories = [text, text], Series = [new(text, 1, 2), new(text, 2, 1)],
                    Unit = odd, AlternativeText = text },
                new Chart { Kind = ChartKind.Line, Title = text, CategoryLabel = text, Categories = [text, text],
                    Series = [new(text, 1, 2), new(text, 2, 1)], Unit = odd },
            ],
        });

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
    }

    [Fact]
    public void Characters_that_are_not_looked_up_are_in_the_fonts()
    {
        List<char> common = [.. Enumerable.Range(0, char.MaxValue + 1).Select(code => (char)code).Where(Checks.CharacterCheck.IsCommon)];

        Assert.True(common.Count > 300);
        foreach (var character in common) Assert.True(Writer.Fonts.Typesetter.CanShow(new(character)), $"U+{(int)character:X4}");
    }

    [Fact]
    public void Emphasis_is_in_the_structure()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("a ", new TextRun("b", TextStyle.Bold | TextStyle.Italic), " c ",
            new TextRun("d", TextStyle.Code), new TextRun(" e", TextStyle.Superscript)));

        Assert.Equal(["Strong b", "Em b", "Code d", "Sup  e"],
            pdf.Root.Below("P").Single().All.Skip(1).Select(node => $"{node.Role} {node.Text}"));
        Assert.Equal("a b c d e", pdf.Root.Below("P").Single().Text);
    }

    [Theory]
    [InlineData("☒ ja ☐ nein", " angekreuzt: ", " nicht angekreuzt: ")]
    [InlineData("ja ☑ nein ☐", " angekreuzt, ", " nicht angekreuzt, ")]
    [InlineData("☐", " nicht angekreuzt ")]
    [InlineData("✔ mit, ✗ ohne Anmeldung", " Häkchen: ", " Kreuz: ")]
    [InlineData("□ ja ❏ nein", " nicht angekreuzt: ", " nicht angekreuzt: ")]
    [InlineData("■ ja □ nein", " angekreuzt: ", " nicht angekreuzt: ")]
    [InlineData("■ Wichtig (f) und (x) und [x]")]
    [InlineData("◯ ja ◉ nein", " nicht angekreuzt: ", " angekreuzt: ")]
    [InlineData("[ ] ja [x] nein ( ) offen", " nicht angekreuzt: ", " angekreuzt: ", " nicht angekreuzt: ")]
    [InlineData("[x] erledigt", " angekreuzt: ")]
    [InlineData("( ) ja ( ) nein", " nicht angekreuzt: ", " nicht angekreuzt: ")]
    [InlineData("Feld ( ) leer")]
    [InlineData("✅", " Häkchen ")]
    [InlineData("❌ bestanden", " Kreuz: ")]
    [InlineData("ja \U0001F5F9", " angekreuzt, ")]
    [InlineData("\U0001F5B9 Datei, \U0001F9F9 Besen")]
    [InlineData("keine Kästchen")]
    public void Boxes_and_ticks_have_words(string text, params string[] spoken)
    {
        using var pdf = TaggedPdf.Of(new Paragraph(text), new Paragraph(new Link(new("https://thaff.example"), text)));

        Conformance.Check(pdf);
        Assert.Equal([.. spoken, .. spoken], pdf.Root.Below("Span").Select(span => pdf.GetText(span.Dictionary, "Alt")));
        Assert.All(pdf.Root.Below("P"), paragraph => Assert.Equal(text, paragraph.Text));
    }

    [Fact]
    public void Boxes_of_a_list_have_the_same_words_as_those_in_text()
    {
        using var pdf = TaggedPdf.Of(new BulletList(
            new ListItem(new Paragraph("ja")) { Done = true }, new ListItem(new Paragraph("nein")) { Done = false }));

        Assert.Equal(["angekreuzt", "nicht angekreuzt"], pdf.Root.Below("Lbl").Select(label => pdf.GetText(label.Dictionary, "Alt")));
    }

    [Theory]
    [InlineData("Treffen um ", "10", " 11 Uhr", "durchgestrichen: 10, Ende des Durchgestrichenen")]
    [InlineData("Treffen", " in Raum 10", " in der Aula", "durchgestrichen: in", "10, Ende des Durchgestrichenen")]
    [InlineData("Treffen ", "um zehn", "", "durchgestrichen: um")]
    [InlineData("Treffen", " ", "um elf")]
    public void Struck_text_is_told_where_it_begins_and_where_other_text_follows(string before, string struck, string after,
        params string[] spoken)
    {
        using var pdf = TaggedPdf.Of(new Paragraph(before, new TextRun(struck, TextStyle.Strikethrough), after));

        Conformance.Check(pdf);
        Assert.Equal(spoken, pdf.Root.Below("Span").Select(span => pdf.GetText(span.Dictionary, "Alt")?.Trim()));
        Assert.Equal(before + struck + after, pdf.Root.Below("P").Single().Text);
    }

    [Fact]
    public void Struck_text_of_several_runs_is_told_once()
    {
        using var pdf = TaggedPdf.Of(new Paragraph(new TextRun("alte", TextStyle.Strikethrough), new TextRun(" ", TextStyle.Strikethrough),
            new TextRun("Zeit und Ort", TextStyle.Strikethrough | TextStyle.Bold), " neue"));

        Assert.Equal(["durchgestrichen: alte", "Ort, Ende des Durchgestrichenen"],
            pdf.Root.Below("Span").Select(span => pdf.GetText(span.Dictionary, "Alt")?.Trim()));
    }

    [Theory]
    [InlineData("R", "ji", TextStyle.Subscript, " tiefgestellt ji ")]
    [InlineData("101", "2", TextStyle.Subscript, " tiefgestellt 2 ")]
    [InlineData("x", "n", TextStyle.Superscript, " hochgestellt n ")]
    [InlineData("Wort", "1", TextStyle.Superscript, " hochgestellt 1 ")]
    [InlineData("CO", "2", TextStyle.Subscript)]
    [InlineData("1", "st", TextStyle.Superscript)]
    [InlineData("XIX", "e", TextStyle.Superscript)]
    [InlineData("5", "ten", TextStyle.Superscript)]
    [InlineData("20", "stes", TextStyle.Superscript)]
    [InlineData("M", "lle", TextStyle.Superscript)]
    [InlineData("n", "o", TextStyle.Superscript)]
    [InlineData("Wort", "*", TextStyle.Superscript)]
    [InlineData("Marke", "kleiner Zusatz", TextStyle.Superscript)]
    public void Raised_and_lowered_letters_are_told_where_they_mean_something(string text, string shifted, TextStyle style,
        params string[] spoken)
    {
        using var pdf = TaggedPdf.Of(new Paragraph(text, new TextRun(shifted, style), " steht."));

        Conformance.Check(pdf);
        Assert.Equal(spoken, pdf.Root.Below("Span").Select(span => pdf.GetText(span.Dictionary, "Alt")));
    }

    [Fact]
    public void Words_that_no_string_of_a_pdf_holds_are_refused() => Assert.Equal(DocumentProblem.TextTooLong,
        Assert.Throws<InvalidDocumentException>(() => TaggedPdf.Of(
            new Paragraph(new TextRun("kurz") { Spoken = new string('x', 20_000) })).Dispose()).Problem);

    [Theory]
    [InlineData("")]
    [InlineData(" \n")]
    public void Text_is_not_silenced_by_blank_words(string words) => Assert.Equal(DocumentProblem.MissingAlternativeText,
        Assert.Throws<InvalidDocumentException>(() => TaggedPdf.Of(
            new Paragraph(new TextRun("kurz") { Spoken = words })).Dispose()).Problem);

    [Fact]
    public void Words_of_the_library_in_a_language_of_their_own_say_so()
    {
        using var pdf = TaggedPdf.Of(Samples.Of(new Heading(1, "Een"), new Paragraph("☒ ja"),
            new BulletList(new ListItem(new Paragraph("klaar")) { Done = true })) with
        { Language = "nl", TableOfContents = new() });

        Assert.Equal(["Span Contents", "Span ☒", "Lbl ☑"], pdf.Root.All
            .Where(node => pdf.GetText(node.Dictionary, "Lang") == "en").Select(node => $"{node.Role} {node.Text.Trim()}"));
    }

    [Theory]
    [InlineData("cs", "Obsah", "zaškrtnuto")]
    [InlineData("es-ES", "Índice", "marcado")]
    [InlineData("fr", "Sommaire", "coché")]
    [InlineData("it", "Indice", "selezionato")]
    [InlineData("pl-PL", "Spis treści", "zaznaczone")]
    [InlineData("ru", "Содержание", "отмечено")]
    [InlineData("tr", "İçindekiler", "işaretli")]
    [InlineData("UK", "Зміст", "позначено")]
    public void Words_of_the_library_are_in_the_language_of_the_document(string language, string contents, string ticked)
    {
        var words = Wording.For(language);
        var text = new Paragraph("☒ ☐ ✓ ✗ ", new TextRun("a", TextStyle.Strikethrough), new Footnote(new Paragraph("b")));
        var document = Samples.Of(new Heading(1, contents), text) with { Language = language, Wording = words, TableOfContents = new() };
        using var pdf = TaggedPdf.Of(document);

        Assert.Empty(PdfWriter.Write(document, Stream.Null).Warnings);
        Assert.DoesNotContain(pdf.Root.All, node => pdf.GetText(node.Dictionary, "Lang") is not null);
        Assert.Equal((contents, ticked), (words.Contents, words.BoxTicked));
        Assert.All(PlacesIn(Wording.German).Zip(PlacesIn(words)), places => Assert.Equal(places.First, places.Second));
    }

    static IEnumerable<(bool, bool)> PlacesIn(Wording words) =>
        typeof(Wording).GetProperties()
            .Where(property => property.PropertyType == typeof(string) && property.Name != nameof(Wording.Language))
            .Select(property => (string)property.GetValue(words)!)
            .Select(text => (text.Contains("{0}", StringComparison.Ordinal), text.Contains("{1}", StringComparison.Ordinal)));

    [Fact]
    public void A_run_in_another_language_says_so()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("Das ", new TextRun("skills gap", TextStyle.Italic) { Language = "en" }, "."));

        Assert.Equal("en", pdf.GetText(pdf.Root.Below("Span").Single().Dictionary, "Lang"));
    }

    [Fact]
    public void A_pictures_alternative_text_and_the_lines_around_the_title_may_be_in_another_language()
    {
        var figure = new Figure { Image = Samples.Png(8, 8), AlternativeText = "Zwei Personen", Language = "de" };
        using var pdf = TaggedPdf.Of(Samples.Of(figure) with
        {
            Language = "en",
            TitleBlock = new() { Overline = "Entwurf", Lines = ["5. Oktober 2026"], Language = "de-DE" },
        });

        Assert.Equal("de", pdf.GetText(pdf.Root.Below("Figure").Single().Dictionary, "Lang"));
        Assert.Equal([("de-DE", "Entwurf"), ("de-DE", "5. Oktober 2026")],
            pdf.Root.Below("Span").Select(span => (pdf.GetText(span.Dictionary, "Lang"), span.Text.Trim())));
    }

    [Fact]
    public void Code_keeps_its_spaces_and_lines()
    {
        using var pdf = TaggedPdf.Of(new CodeBlock("if (x)\n{\n    y();\n}\n"));

        Assert.Equal("if (x) {     y(); } ", pdf.Root.Below("Code").Single().Text);
    }

    [Fact]
    public void Any_text_is_read_back() =>
        Gen.OneOf(Gen.Char[' ', '~'], Gen.Char['\u00A1', '\u024F'], Gen.Char['\u0391', '\u03C9'].Where(c => c != '\u03A2'),
            Gen.Char['\u2010', '\u2026'], Gen.Const('\u00AD'), Gen.Const(' '))
            .Array[1, 400].Select(characters => new string(characters))
            .Where(text => !string.IsNullOrWhiteSpace(text) && text.All(character => !char.IsControl(character)))
            .Sample(
                text =>
                {
                    using var pdf = TaggedPdf.Of(new Paragraph(text));
                    return pdf.Root.Below("P").Single().Text == text;
                },
                iter: 60);
}
