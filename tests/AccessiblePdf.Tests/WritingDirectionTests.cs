using AccessiblePdf.Layout;
using AccessiblePdf.Model;
using AccessiblePdf.Writer.Fonts;
using UglyToad.PdfPig.Content;

namespace AccessiblePdf.Tests;

/// <summary>Hebrew, Arabic and what stands between them: in order for those who hear the text as for those who see it.</summary>
public sealed class WritingDirectionTests
{
    const double Left = 72, Right = 595 - 72;

    [Theory]
    [InlineData("שלום Thüringen 2026")]
    [InlineData("שלום עולם (עם סוגריים), English words, 030-1234567; „ציטוט“ 12.03.2026!")]
    [InlineData("Das Wort „שלום“ heißt Frieden, السلام عليكم ist ein Gruß (auf Arabisch).")]
    [InlineData("مرحبًا بكم في تورينغن 2026 و ١٢٣٤ (هكذا). لا إله إلا، الإجابة، الآن، لأن، بلاد.")]
    [InlineData("بِسْمِ اللَّهِ الرَّحْمَٰنِ الرَّحِيمِ, לַעֲבֹד")]
    [InlineData("این می\u200Cخواهم، پنجره، چای، گل، ژاله ۱۲۳؛ یہ ٹوپی، ڈاک، بڑے۔")]
    [InlineData("سوپاس بۆ هەموو لایەک ڕێز ڵ; مننه ځ ښ ۍ")]
    [InlineData("عربى😀שלום\u200F!\u200E 王 abc\u0301 ß")]
    public void Text_is_read_back_in_the_order_it_was_written(string text)
    {
        using var pdf = TaggedPdf.Of(new Paragraph(text));

        Conformance.Check(pdf);
        Assert.Equal(text, pdf.Root.Below("P").Single().Text);
    }

    [Theory]
    [InlineData("שלום עולם, זה טקסט ארוך", "שלום עולם, זה טקסט ארוך")]
    [InlineData("السلام عليكم، الإجابة بلاد الآن", "السلام عليكم، الإجابة بلاد الآن")]
    [InlineData("مرحبًا بكم", "مرحبًا بكم")] // a mark follows its letter
    public void Readers_that_look_where_letters_stand_find_the_same(string text, string found) =>
        Assert.Contains(found, Judge.Text(TaggedPdf.Bytes(Samples.Of(new Paragraph(text)))), StringComparison.Ordinal);

    [Theory]
    [InlineData("بِسْمِ ٱللَّهِ ٱلرَّحْمَٰنِ ٱلرَّحِيمِ")]
    [InlineData("الْحَمْدُ لِلَّهِ رَبِّ الْعَالَمِينَ")]
    [InlineData("لَا إِلٰهَ إِلَّا اللَّهُ مَرْحَبًا بِكُمْ فِي تُورِينْغِن")]
    [InlineData("בְּרֵאשִׁית בָּרָא אֱלֹהִים אֵת הַשָּׁמַיִם וְאֵת הָאָרֶץ")]
    [InlineData("L\u0302 x\u0304 b\u0308 e\u0323\u0302 Ма\u0301ма")]
    public void Readers_that_look_where_letters_stand_find_all_their_marks(string text)
    {
        var found = Judge.Text(TaggedPdf.Bytes(Samples.Of(new Paragraph(text))));

        // of several marks on one letter, PDFium tells the upper one first
        Assert.Contains(text.Normalize(), found.Normalize(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_paragraph_from_right_to_left_begins_at_the_right()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("שלום Thüringen 2026"), new Paragraph("Thüringen שלום"), new Paragraph("2026"));

        var letters = Letters(pdf);
        Assert.Equal(Right, letters.First(letter => letter.Value == "ש").EndBaseLine.X, 1.0);
        Assert.True(X(letters, "ש") > X(letters, "T") && X(letters, "T") < X(letters, "2"));
        Assert.Equal(Left, letters.Last(letter => letter.Value == "T").StartBaseLine.X, 1.0);
        Assert.Equal(Left, letters.First(letter => letter.Value == "2" && letter.StartBaseLine.X < 100).StartBaseLine.X, 1.0);
    }

    [Fact]
    public void A_long_paragraph_keeps_its_text_and_its_right_edge()
    {
        var text = string.Join(' ', Enumerable.Repeat("מילים רבות עם English ו-2026 (כאן)", 30));

        using var pdf = TaggedPdf.Of(new Paragraph(text));

        Conformance.Check(pdf);
        Assert.Equal(text, pdf.Root.Below("P").Single().Text);
        var lines = Letters(pdf).Where(letter => letter.Value != " ").GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).ToList();
        Assert.True(lines.Count > 5);
        Assert.All(lines, line => Assert.Equal(Right, line.Max(letter => letter.EndBaseLine.X), 1.5));
        PageAssert.IsTidy(pdf.Pages[0]);
    }

    [Fact]
    public void Every_line_of_a_heading_begins_at_the_right()
    {
        using var pdf = TaggedPdf.Of(new Heading(1, string.Join(' ', Enumerable.Repeat("مقدمة طويلة", 8))),
            new Table
            {
                Header = [new("1", new string('n', 20))],
                Rows = [new("2", new TableCell(new Heading(2, string.Join(' ', Enumerable.Repeat("wort", 40)))))],
                Columns = [Alignment.Start, Alignment.End],
            });

        var (heading, cell) = (pdf.Lines(pdf.Root.Below("H1").Single()), pdf.Lines(pdf.Root.Below("H2").Single()));
        Assert.True(heading.Count > 1 && cell.Count > 1);
        Assert.All(heading, line => Assert.Equal(Right, line.Right, 1.5));
        Assert.All(cell, line => Assert.Equal(cell[0].Right, line.Right, 1.0));
        Assert.Equal(Letters(pdf).Where(letter => letter.Value == "n").Max(letter => letter.EndBaseLine.X), cell[0].Right, 1.0);
    }

    [Fact]
    public void Brackets_open_towards_what_they_enclose()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("(א)"));
        using var forced = TaggedPdf.Of(new Paragraph("\u202D(א)\u202C")); // in this order from left to right, and so not mirrored

        Assert.True(X(Letters(pdf), "(") > X(Letters(pdf), ")"));
        Assert.True(X(Letters(forced), "(") < X(Letters(forced), ")"));
        Assert.Equal(Judge.Draw(forced.File, resolution: 72).Single().Levels, Judge.Draw(pdf.File, resolution: 72).Single().Levels);
    }

    [Theory]
    [InlineData("ب", "I")]
    [InlineData("بب", "SF")]
    [InlineData("ببب", "SMF")]
    [InlineData("ابا", "ISF")]
    [InlineData("بَبّ", "S-F-")]
    [InlineData("ب\u200Cب", "I-I")]
    [InlineData("ب\u200D", "SF")]
    [InlineData("ב ب1", "IIII")]
    public void Letters_are_joined_to_their_neighbours(string text, string forms)
    {
        var found = ArabicJoining.Of([.. text.EnumerateRunes()]);

        Assert.Equal(forms, NamesOf(found, forms));
    }

    [Theory]
    [InlineData("مر|حبا", "SF,SMF")]
    [InlineData("مرح|با", "SFS,MF")]
    [InlineData("ب|ب|ب", "S,M,F")]
    [InlineData("ا|ب|ا", "I,S,F")]
    [InlineData("ب| |ب", "I,I,I")]
    [InlineData("بَ|ب", "S-,F")] // marks do not part letters
    [InlineData("ب|\u200C|ب", "I,I,I")]
    [InlineData("ب|1|ب", "I,I,I")]
    [InlineData("ب\u00AD|ب", "S-,F")]
    public void Letters_are_joined_whatever_their_style(string runs, string forms)
    {
        var atoms = AtomsOf([.. runs.Split('|').Select((run, at) => PieceOf(run, isBold: at % 2 == 1))]);

        var found = atoms.Select(atom => ArabicJoining.Of([.. atom.Text.EnumerateRunes()], atom.Joins));
        Assert.Equal(forms, string.Join(',', found.Zip(forms.Split(','), NamesOf)));
    }

    [Fact]
    public void Raised_letters_are_joined_to_none_beside_them() =>
        Assert.All(AtomsOf([PieceOf("ب", false), PieceOf("ب", false) with { Rise = 3 }]), atom => Assert.Equal(Joins.None, atom.Joins));

    [Fact]
    public void A_word_divided_over_lines_keeps_the_forms_of_its_letters()
    {
        var lines = new LineBreaker(new(), new(10, 12, default), 0, 60, Alignment.Start).Break([PieceOf(new string('ب', 40), false)]);
        using var pdf = TaggedPdf.Of(new Paragraph(new string('ب', 300)));

        Assert.True(lines.Count > 2);
        Assert.True(lines.Take(lines.Count - 1).All(line => line.Extent.Right <= 60.01));
        Assert.Equal(new string('ب', 300), pdf.Root.Below("P").Single().Text);
        Assert.Equal(3, Letters(pdf).Select(letter => letter.BoundingBox.Width).Select(width => Math.Round(width, 2)).Distinct().Count());
    }

    [Theory]
    [InlineData("مرحبا بكم")]
    [InlineData("مرحبًا بكم")]
    [InlineData("שָׁלוֹם")]
    [InlineData("re\u0301sume\u0301")]
    public void A_text_in_runs_of_one_look_looks_as_one(string text)
    {
        var whole = TaggedPdf.Bytes(Samples.Of(new Paragraph(text)));

        for (var at = 1; at < text.Length; at++)
        {
            var parts = TaggedPdf.Bytes(Samples.Of(new Paragraph(text[..at], new TextRun(text[at..]) { Language = "fr" })));
            Assert.Equal(Judge.Draw(whole, resolution: 72).Single().Levels, Judge.Draw(parts, resolution: 72).Single().Levels);
        }
    }

    [Fact]
    public void A_mark_belongs_to_the_letter_before_it_whatever_run_it_is_in()
    {
        using var pdf = TaggedPdf.Of(
            new Paragraph("cafe", new TextRun("\u0301s", TextStyle.Bold), " ", new TextRun("\u0301", TextStyle.Bold)));

        Conformance.Check(pdf);
        Assert.Equal(["s", "\u0301"], pdf.Root.Below("Strong").Select(strong => strong.Text));
        Assert.Equal("cafe\u0301s \u0301", pdf.Root.Below("P").Single().Text);
    }

    [Fact]
    public void Thousands_of_marks_on_one_letter_are_set_in_seconds()
    {
        var text = "ب" + new string('\u064E', 100_000);

        using var pdf = TaggedPdf.Of(new Paragraph(text));

        Assert.Equal(text, pdf.Root.Below("P").Single().Text);
    }

    [Fact]
    public void Joined_letters_have_glyphs_of_their_own()
    {
        var font = FontFiles.Of(Face.Arabic);
        var letter = font.GlyphOf('ع');

        var forms = Enum.GetValues<JoiningForm>().Select(form => font.Substitutions.FormOf(letter, form)).ToList();

        Assert.Equal(4, forms.Distinct().Count());
        var lam = font.Substitutions.FormOf(font.GlyphOf('ل'), JoiningForm.Initial);
        Assert.NotNull(font.Substitutions.LigatureOf(lam, font.Substitutions.FormOf(font.GlyphOf('ا'), JoiningForm.Final)));
        Assert.Null(font.Substitutions.LigatureOf(lam, lam));
    }

    [Fact]
    public void Marks_stand_on_their_letters_and_on_each_other()
    {
        foreach (var (face, letter, lower) in new[] { (Face.Arabic, 'ب', '\u0651'), (Face.Hebrew, 'ש', '\u05C1') })
        {
            var font = FontFiles.Of(face);
            Assert.NotNull(font.MarkPositions.OnLetter(font.GlyphOf(letter), font.GlyphOf(lower), 0));
        }
        var arabic = FontFiles.Of(Face.Arabic);
        Assert.True(arabic.MarkPositions.OnMark(arabic.GlyphOf(0x0651), arabic.GlyphOf(0x064E)) is (_, > 0));
    }

    [Fact]
    public void Lists_tables_and_boxes_are_mirrored()
    {
        using var pdf = TaggedPdf.Of(
            new BulletList(new ListItem(new Paragraph("البند"))),
            new NumberedList(new ListItem(new Paragraph("סעיף"))),
            new Table { Header = [new("א", "ב")], Rows = [new("ג", "7")], Columns = [Alignment.Start, Alignment.End] },
            new BlockQuote(new Paragraph("ציטוט")),
            new Callout("כותרת", new Paragraph("תוכן")),
            new DefinitionList(new Definition(["מונח"], new Paragraph("הסבר"))) { TermsBeside = true });

        Conformance.Check(pdf);
        var letters = Letters(pdf);
        Assert.Equal(Right, letters.Single(letter => letter.Value == "•").EndBaseLine.X, 1.0);
        Assert.True(X(letters, "•") > X(letters, "ب") && X(letters, "1") > X(letters, "ס"));
        Assert.True(X(letters, ".") < X(letters, "1"));
        Assert.True(X(letters, "א") > X(letters, "ב"));
        Assert.True(X(letters, "7") < X(letters, "ג"));
        Assert.True(X(letters, "מ") > X(letters, "ה"));
        Assert.Equal(["TH א", "TH ב", "TD ג", "TD 7"],
            pdf.All.Where(node => node.Role is "TH" or "TD").Select(node => $"{node.Role} {node.Text}"));
    }

    [Fact]
    public void A_document_in_Arabic_goes_from_right_to_left()
    {
        var document = Samples.Of(new Heading(1, "مقدمة"), new Paragraph("2026"),
            new Paragraph("نص", new Footnote(new Paragraph("حاشية"))));

        using var pdf = TaggedPdf.Of(document with { Language = "ar", Title = "وثيقة", TitleBlock = new(), TableOfContents = new() });

        Conformance.Check(pdf);
        Assert.Equal("ar", pdf.GetText(pdf.Catalog, "Lang"));
        var letters = Letters(pdf);
        Assert.Equal(Right, letters.Last(letter => letter.Value == "6").EndBaseLine.X, 1.0);
        Assert.Equal(["وثيقة"], pdf.Root.Below("Title").Select(title => title.Text));
        PageAssert.IsTidy(pdf.Pages[0]);
    }

    [Theory]
    [InlineData("ar", true)]
    [InlineData("he-IL", true)]
    [InlineData("FA", true)]
    [InlineData("az-Arab-IR", true)]
    [InlineData("pa-Latn", false)]
    [InlineData("ur-Latn", false)]
    [InlineData("de-DE", false)]
    public void A_language_tells_its_direction(string language, bool isRightToLeft) =>
        Assert.Equal(isRightToLeft, TextDirection.IsRightToLeft(language));

    [Fact]
    public void A_block_goes_the_way_of_its_first_letter()
    {
        var text = new Paragraph("12: ", new Link(new("https://example.org/"), "קישור"), " abc");

        Assert.Equal([true, true, true, true, true, false, null],
            new Block[]
            {
                text, new BlockQuote(text), new BulletList(new ListItem(new Paragraph("7")), new ListItem(text)),
                new Table { Header = [new("1", "2")], Rows = [new(new TableCell(text), "3")] }, new Heading(1, "\u200FPDF"),
                new Callout("Deutsch", text), new Paragraph("7"),
            }.Select(TextDirection.IsRightToLeft));
    }

    [Fact]
    public void Fonts_of_other_scripts_are_in_no_file_that_needs_none()
    {
        using var german = TaggedPdf.Of(new Paragraph("Łódź, Ελληνικά, Українська"));
        using var mixed = TaggedPdf.Of(new Paragraph("שלום مرحبا"));

        Assert.DoesNotContain(Letters(german), letter => letter.FontName!.Contains("Assistant") || letter.FontName.Contains("Vazirmatn"));
        Assert.Contains(Letters(mixed), letter => letter.FontName!.Contains("Assistant"));
        Assert.Contains(Letters(mixed), letter => letter.FontName!.Contains("Vazirmatn"));
    }

    static List<Atom> AtomsOf(IReadOnlyList<Piece> pieces)
    {
        var text = Piece.TextOf(pieces);
        return [.. new Atoms(new()).Of(pieces, text, WritingOrder.Of(pieces, text, isRightToLeft: false))];
    }

    static Piece PieceOf(string text, bool isBold) => new(text, new(10, 12, default, IsBold: isBold), null);

    /// <summary>The first letters of forms, where another list does not ignore them.</summary>
    static string NamesOf(JoiningForm[] found, string forms) =>
        string.Concat(found.Select((form, at) => forms[at] == '-' ? '-' : form switch
        {
            JoiningForm.Initial => 'S',
            JoiningForm.Medial => 'M',
            JoiningForm.Final => 'F',
            _ => 'I',
        }));

    static List<Letter> Letters(TaggedPdf pdf) => [.. pdf.Pages[0].Letters.Where(letter => letter.StartBaseLine.Y is > 82 and < 842 - 82)];

    static double X(List<Letter> letters, string value) => letters.First(letter => letter.Value == value).StartBaseLine.X;
}
