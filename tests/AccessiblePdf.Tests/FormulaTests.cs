using AccessiblePdf.Model;

namespace AccessiblePdf.Tests;

public sealed class FormulaTests
{
    static readonly FormulaPart Half = new FormulaFraction("1", "2");

    public static TheoryData<string, FormulaPart?> Parts => new()
    {
        { "a=b", null },
        { "a=b", "a=b" },
        { "1/2+c", new FormulaRow(Half, "+c") },
        { "x\u0302", new FormulaFraction("x\u0302+y\u0305", "2") },
        { "√(x+1)", new FormulaRoot("x+1") },
        { "3√x", new FormulaRoot("x") { Degree = "3" } },
        { "x_i^2", new FormulaScripts("x") { Below = "i", Above = "2" } },
        { "∑_(i=1)^n i", new FormulaRow(new FormulaScripts("∑") { Below = "i=1", Above = "n", AreLimits = true }, "i") },
        { "(n über k)", new FormulaFenced("(", new FormulaFraction("n", "k") { HasLine = false }, ")") },
        { "(a b; c d)", new FormulaFenced("(", new FormulaMatrix(["a", "b"], ["c", "d"]), ")") },
        { "{0; x", new FormulaFenced("{", new FormulaMatrix(["0,", "x<0"], [Half, "x≥0"]) { Columns = [Alignment.Start] }, "") },
        { "‖1‖", new FormulaFenced("‖", new FormulaMatrix(["1"], ["2"], ["3", "4"], []), "‖") },
        { "leer", new FormulaFenced("[", new FormulaMatrix(), "]") },
        { "viele Zeilen", new FormulaMatrix([.. Enumerable.Repeat<IReadOnlyList<FormulaPart>>(["1"], 100)]) },
        { "viele Spalten", new FormulaMatrix([.. Enumerable.Repeat<FormulaPart>("12345", 50)]) },
        { "Zeilenende", new FormulaMatrix(["a\nb\u0001"]) },
        { "1/(1/(1/2))", new FormulaFraction("1", new FormulaFraction("1", Half)) },
        { "5ms", new FormulaRow("5", new FormulaText("ms") { IsWord = true }) },
        { "[a, b; c, 1/2]", new FormulaFenced("[", new FormulaMatrix(["a", "b"], ["c", Half]), "]") },
        { "[a, b; c]", new FormulaMatrix(["a", "b"], ["c"], ["", new FormulaMatrix(["x"], ["y"])]) },
        { new string('x', 80), new FormulaFraction(new string('x', 80), "2") },
    };

    [Theory]
    [MemberData(nameof(Parts))]
    public void A_formula_conforms_and_is_read_in_its_words(string text, FormulaPart? drawn)
    {
        var formula = new Formula(text, "in Worten") { Drawn = drawn };

        using var pdf = TaggedPdf.Of(new Paragraph("Es gilt ", formula, ". Und weiter."),
            new Table { Header = [new("A", new TableCell(new Paragraph(formula)))], Rows = [new("1", "2")] });

        Conformance.Check(pdf);
        foreach (var page in pdf.Pages) PageAssert.IsTidy(page);
        Assert.All(pdf.Root.Below("Formula"), node => Assert.Equal("in Worten", pdf.GetText(node.Dictionary, "Alt")));
        Assert.Equal(2, pdf.Root.Below("Formula").Count());
    }

    [Fact]
    public void A_high_formula_pushes_the_lines_around_it_apart()
    {
        var words = string.Join(' ', Enumerable.Repeat("Wort", 30));

        using var pdf = TaggedPdf.Of(new Paragraph(words), new Paragraph(words, " ",
            new Formula("1/1/2", "eins durch ein halb") { Drawn = new FormulaFraction(Half, Half) },
            " ", words));

        var gaps = pdf.Root.Below("P").Select(paragraph =>
            Gaps([.. pdf.Lines(paragraph).Where(line => line.Text.Contains("Wort", StringComparison.Ordinal))]));
        Assert.True(gaps.Last().Max() > gaps.First().Max() + 5);

        static IReadOnlyList<double> Gaps(List<PlacedLine> lines) =>
            [.. lines.Zip(lines.Skip(1), (upper, lower) => upper.Baseline - lower.Baseline)];
    }

    [Fact]
    public void A_matrix_is_drawn_in_rows_and_columns_around_the_middle_of_its_line()
    {
        FormulaPart matrix = new FormulaFenced("(", new FormulaMatrix(["11", "2"], ["3", "44"], ["5", "6"]), ")");

        using var pdf = TaggedPdf.Of(new Paragraph("M ", new Formula("M", "Matrix") { Drawn = matrix }, " =0"));

        var letters = pdf.Pages[0].Letters.Where(letter => letter.StartBaseLine.Y is > 82 and < 760).ToList();
        var rows = letters.Where(letter => char.IsDigit(letter.Value[0]) && letter.Value != "0")
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y, 1)).OrderByDescending(row => row.Key).ToList();
        Assert.Equal(["112", "344", "56"],
            rows.Select(row => string.Concat(row.OrderBy(letter => letter.StartBaseLine.X).Select(letter => letter.Value))));
        Assert.Equal(rows[0].Key - rows[1].Key, rows[1].Key - rows[2].Key, 0.2);
        Assert.Equal(letters.Single(letter => letter.Value == "0").StartBaseLine.Y, rows[1].Key, 1.0);
        var (one, five) = (rows[0].Where(letter => letter.Value == "1").ToList(), rows[2].Single(letter => letter.Value == "5"));
        Assert.Equal((one[0].StartBaseLine.X + one[1].EndBaseLine.X) / 2, (five.StartBaseLine.X + five.EndBaseLine.X) / 2, 0.1);
        Assert.DoesNotContain(letters, letter => letter.Value is "(" or ")"); // as high as the matrix, so drawn as strokes
    }

    [Theory]
    [InlineData("", "Worte")]
    [InlineData("a=b", " ")]
    public void A_formula_without_text_or_words_is_refused(string text, string words) =>
        Assert.Equal(DocumentProblem.MissingAlternativeText, Assert.Throws<InvalidDocumentException>(
            () => TaggedPdf.Of(new Paragraph(new Formula(text, words)))).Problem);

    [Fact]
    public void A_line_to_write_on_is_seen_and_not_read()
    {
        using var pdf = TaggedPdf.Of(new Paragraph("Name: ", new Blank(20), " Ort"), new Paragraph(new Blank()));

        Conformance.Check(pdf);
        Assert.Equal(["Name:  Ort"], pdf.Root.Below("P").Select(node => node.Text));
        Assert.Equal(32, pdf.Pages[0].Text.Count(letter => letter == '_'));
    }

    [Fact]
    public void Several_lines_to_write_on_are_no_content_of_what_they_stand_in()
    {
        Paragraph lines = new(new Blank(20), " ", new Blank(7), new LineBreak(), new Blank(3));
        using var pdf = TaggedPdf.Of(lines, new Callout("Notizen", lines), new BlockQuote(lines), new Paragraph("Danach"));

        Conformance.Check(pdf);
        Assert.Equal(["Notizen", "Danach"], pdf.All.Where(node => node.Role == "P").Select(node => node.Text));
        Assert.Equal([3, 3, 3, 27, 27, 27], pdf.Pages[0].Letters.Where(letter => letter.Value == "_")
            .GroupBy(letter => Math.Round(letter.StartBaseLine.Y)).Select(line => line.Count()).Order());
    }
}
