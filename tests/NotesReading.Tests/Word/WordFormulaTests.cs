using AccessiblePdf.Model;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Word;

/// <summary>Formulas are drawn, and read aloud in words.</summary>
public sealed class WordFormulaTests
{
    public static TheoryData<string, string, string> Formulas => new()
    {
        { $"{T("a=b")}", "a=b", "a gleich b" },
        { F("a+b", "2") + T("=") + Sup("c", "2"), "(a+b)/2=c^2", "Bruch: a plus b, durch 2, Ende des Bruchs gleich c hoch 2" },
        { F("1", "2"), "1/2", "1 durch 2" },
        { $"<m:d><m:e><m:f><m:fPr><m:type m:val=\"noBar\"/></m:fPr><m:num>{T("n")}</m:num><m:den>{T("k")}</m:den></m:f></m:e></m:d>",
            "(n über k)", "n über k" },
        { Nary("∑", "i=1", "n"), "∑_(i=1)^n x", "Summe von i gleich 1 bis n von x" },
        { Nary("∫", "0", "∞"), "∫_0^∞ x", "Integral von 0 bis unendlich von x" },
        { $"<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub/><m:sup/><m:e>{T("x")}</m:e></m:nary>", "∑x", "Summe x" },
        { $"<m:func><m:fName><m:limLow><m:e>{T("lim")}</m:e><m:lim>{T("n→∞")}</m:lim></m:limLow></m:fName><m:e>{T("x")}</m:e></m:func>",
            "lim_(n→∞)\u2006x", "lim für n gegen unendlich von x" },
        { $"<m:rad><m:radPr><m:degHide m:val=\"1\"/></m:radPr><m:deg/><m:e>{T("x")}</m:e></m:rad>", "√x", "Wurzel aus x" },
        { $"<m:rad><m:deg>{T("3")}</m:deg><m:e>{T("x+1")}</m:e></m:rad>", "3√(x+1)", "3. Wurzel aus x plus 1, Ende der Wurzel" },
        { $"<m:sSub><m:e>{T("x")}</m:e><m:sub>{T("i")}</m:sub></m:sSub>{T("<5")}", "x_i<5", "x Index i kleiner als 5" },
        { $"<m:d><m:dPr><m:begChr m:val=\"|\"/><m:endChr m:val=\"|\"/></m:dPr><m:e>{T("x")}</m:e></m:d>", "|x|",
            "Betrag von x, Ende des Betrags" },
        { $"<m:acc><m:e>{T("x")}</m:e></m:acc>{T("=1+⋯+")}<m:bar><m:barPr><m:pos m:val=\"top\"/></m:barPr><m:e>{T("y")}</m:e></m:bar>",
            "x\u0302=1+…+y\u0305", "x Dach gleich 1 plus und so weiter plus y quer" },
    };

    [Theory]
    [MemberData(nameof(Formulas))]
    public void A_formula_has_a_line_and_words(string math, string text, string words)
    {
        var read = WordReading.Of(Of($"<w:p><m:oMath>{math}</m:oMath></w:p>"));

        var formula = FormulaIn(read);
        Assert.Equal((text, words), (formula.Text, formula.AlternativeText));
        Assert.NotNull(formula.Drawn);
        Assert.Empty(read.Hints);
    }

    [Fact]
    public void Several_formulas_of_a_paragraph_are_parted_by_semicolons()
    {
        var formula = FormulaIn(WordReading.Of(Of($"<w:p><m:oMathPara><m:oMath>{T("a=b")}</m:oMath><m:oMath>{T("c=d")}</m:oMath></m:oMathPara></w:p>")));

        Assert.Equal(("a=b; c=d", "a gleich b; c gleich d"), (formula.Text, formula.AlternativeText));
    }

    [Fact]
    public void A_formula_in_an_english_document_is_read_in_english() =>
        Assert.Equal("fraction: a plus b, over 2, end of fraction", FormulaIn(WordReading.Of(Of(
            $"<w:p>{R("The share of all persons is", "<w:lang w:val=\"en-GB\"/>")}<m:oMath>{F("a+b", "2")}</m:oMath></w:p>"))).AlternativeText);

    [Fact]
    public void Formulas_that_cannot_be_drawn_stand_in_a_line_and_are_told_once()
    {
        var matrix = $"<w:p><m:oMath><m:m><m:mr><m:e>{T("a")}</m:e><m:e>{T("b")}</m:e></m:mr><m:mr><m:e>{T("c")}</m:e><m:e>{T("d")}</m:e></m:mr></m:m>"
            + "</m:oMath></w:p>";

        var read = WordReading.Of(Of(string.Concat(Enumerable.Repeat(matrix, 40))));

        var formula = FormulaIn(read);
        Assert.Equal(("[a, b; c, d]", null), (formula.Text, formula.Drawn));
        Assert.Contains("Das gilt für alle solchen Formeln", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    static Formula FormulaIn(WordReading read) => ((Paragraph)read.Content.Blocks[0]).Content.OfType<Formula>().Single();

    static string T(string text) => $"<m:r><m:t>{text.Replace("<", "&lt;", StringComparison.Ordinal)}</m:t></m:r>";

    static string F(string above, string below) => $"<m:f><m:num>{T(above)}</m:num><m:den>{T(below)}</m:den></m:f>";

    static string Sup(string content, string above) => $"<m:sSup><m:e>{T(content)}</m:e><m:sup>{T(above)}</m:sup></m:sSup>";

    static string Nary(string sign, string below, string above) =>
        $"<m:nary><m:naryPr><m:chr m:val=\"{sign}\"/></m:naryPr><m:sub>{T(below)}</m:sub><m:sup>{T(above)}</m:sup><m:e>{T("x")}</m:e></m:nary>";
}
