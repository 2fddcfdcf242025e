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

    /// <summary>What stands above something, in German and English.</summary>
    public static TheoryData<string, string, string> Superscripts => new()
    {
        { Sup("x", "2"), "x hoch 2", "x to the power of 2" },
        { Sup("x", "-1"), "x hoch minus 1", "x to the power of minus 1" },
        { Sup("x", "n"), "x hoch n", "x to the power of n" },
        { SubSup("x", "1", "2"), "x Index 1 hoch 2", "x sub 1 to the power of 2" },
        { SubSup("x", "1", "n"), "x Index 1 hoch n", "x sub 1 to the power of n" },
        { SubSup("R", "i", "j"), "R Index i hochgestellt j", "R sub i superscript j" },
        { SubSup("R", "i", "j") + Sup("v", "j"), "R Index i hochgestellt j v hochgestellt j", "R sub i superscript j v superscript j" },
        { SubSup("T", "ij", "kl"), "T Index i j, hochgestellt k l,", "T sub i j, superscript k l," },
        { Sub("B", "i") + Sup("C", "i"), "B Index i C hochgestellt i", "B sub i C superscript i" },
        { Sub("B", "i") + Sup("C", "i") + T("=") + Sub("B", "1") + Sup("C", "1"),
            "B Index i C hochgestellt i gleich B Index 1 C hochgestellt 1", "B sub i C superscript i equals B sub 1 C superscript 1" },
        { Sup("v", "i") + T("=") + SubSup("R", "j", "i") + Sup("v", "j"), "v hochgestellt i gleich R Index j hochgestellt i v hochgestellt j",
            "v superscript i equals R sub j superscript i v superscript j" },
        { Sub("a", "n") + T("=") + Sub("a", "0") + Sup("q", "n"), "a Index n gleich a Index 0 q hoch n", "a sub n equals a sub 0 q to the power of n" },
        { $"<m:nary><m:naryPr><m:chr m:val=\"∑\"/></m:naryPr><m:sub>{T("k=0")}</m:sub><m:sup>{T("n")}</m:sup><m:e>{Sub("a", "k") + Sup("x", "k")}</m:e></m:nary>",
            "Summe von k gleich 0 bis n von a Index k x hoch k", "sum from k equals 0 to n of a sub k x to the power of k" },
        { Sub("x", "n") + T("+") + Sup("y", "n"), "x Index n plus y hoch n", "x sub n plus y to the power of n" },
        { Sup("A", "T"), "A hochgestellt T", "A superscript T" },
        { Sup("Na", "+"), "N a hochgestellt plus", "N a superscript plus" },
        { Sup("z", "*"), "z Stern", "z star" },
        { Sup("f", "′"), "f Strich", "f prime" },
        { Sup("90", "∘"), "90 Grad", "90 degrees" },
        { $"<m:sPre><m:sub>{T("2")}</m:sub><m:sup>{T("4")}</m:sup><m:e>{T("X")}</m:e></m:sPre>", "Index 2 hochgestellt 4 X", "sub 2 superscript 4 X" },
    };

    [Theory]
    [MemberData(nameof(Superscripts))]
    public void What_is_no_power_is_not_read_as_one(string math, string german, string english)
    {
        var formula = FormulaIn(WordReading.Of(Of($"<w:p><m:oMath>{math}</m:oMath></w:p>")));

        Assert.Equal(german, formula.AlternativeText);
        Assert.Equal(english, FormulaIn(WordReading.Of(Of(English($"<m:oMath>{math}</m:oMath>")))).AlternativeText);
        Assert.NotNull(formula.Drawn);
    }

    public static TheoryData<string, string> Signs => new()
    {
        { "a\u2009+\u2006b\u00A0\u2212\u205Fc", "a plus b minus c" },
        { "cos\u2061α", "cos α" },
        { "2\u2062x", "2 x" },
        { "4ac", "4 a c" },
        { "2cos x", "2 cos x" },
        { "nπx", "n π x" },
        { "ln x", "ln x" },
        { "5 km", "5 km" },
        { "Umsatz=Preis·Menge", "Umsatz gleich Preis mal Menge" },
        { "x^2+a_1", "x hoch 2 plus a Index 1" },
        { "cos\u2061〖1/2〗", "cos Klammer auf 1 geteilt durch 2 Klammer zu" },
        { "\U0001D465+\u210E", "x plus h" },
        { "∀x∃y", "für alle x es gibt y" },
        { "∅⊂ℝ", "leere Menge Teilmenge von reelle Zahlen" },
        { "f′", "f Strich" },
        { "⟨u,v⟩", "spitze Klammer auf u,v spitze Klammer zu" },
        { "1,2,…,n", "1,2, und so weiter,n" },
    };

    [Theory]
    [MemberData(nameof(Signs))]
    public void Signs_and_neighbouring_letters_are_said_one_by_one(string text, string words) =>
        Assert.Equal(words, FormulaIn(WordReading.Of(Of($"<w:p><m:oMath>{T(text)}</m:oMath></w:p>"))).AlternativeText);

    public static TheoryData<string, string, string> Upright => new()
    {
        { T("t=5 ") + Plain("ns"), "t=5 ns", "t gleich 5 ns" },
        { T("xy") + T("+") + Plain("xy"), "xy+xy", "x y plus xy" },
        { Plain("d=5 sw", "<m:nor/>"), "d=5 sw", "d gleich 5 sw" },
        { Plain("1") + T("0"), "10", "10" },
        { Plain("gg") + Plain("T") + T("(a,b)"), "ggT(a,b)", "ggT Klammer auf a,b Klammer zu" },
        { Plain("xy", "<m:nor m:val=\"0\"/>"), "xy", "x y" },
        { Plain("xy", "<m:sty m:val=\"bi\"/>"), "xy", "x y" },
        { $"<m:func><m:fName>{T("gd")}</m:fName><m:e>{T("xy")}</m:e></m:func>", "gd\u2006xy", "gd x y" },
        { $"<m:sSub><m:e>{T("v")}</m:e><m:sub>{Plain("kr")}</m:sub></m:sSub>", "v_kr", "v Index kr," },
        { T("ggT+kgV"), "ggT+kgV", "ggT plus kgV" },
        { T("3 ms"), "3 ms", "3 ms" },
    };

    /// <summary>Without the mark they are a product.</summary>
    [Theory]
    [MemberData(nameof(Upright))]
    public void Letters_that_are_set_upright_are_one_word(string math, string text, string words)
    {
        var formula = FormulaIn(WordReading.Of(Of($"<w:p><m:oMath>{math}</m:oMath></w:p>")));

        Assert.Equal((text, words), (formula.Text, formula.AlternativeText));
    }

    public static TheoryData<string, string, string, string> Matrices => new()
    {
        { Matrix(["a", "b"], ["c", "d"]), "[a, b; c, d]", "Matrix mit 2 Zeilen: Zeile 1: a; b. Zeile 2: c; d, Ende der Matrix",
            "matrix with 2 rows: row 1: a; b. row 2: c; d, end of matrix" },
        { T("A=") + Fenced("[", Matrix(["1", "0"], ["", "x+1"]), "]") + T("+B"), "A=[1, 0; , x+1]+B",
            "A gleich Matrix mit 2 Zeilen: Zeile 1: 1; 0. Zeile 2: leer; x plus 1, Ende der Matrix plus B",
            "A equals matrix with 2 rows: row 1: 1; 0. row 2: empty; x plus 1, end of matrix plus B" },
        { Fenced("|", Matrix(["a"], ["b"]), "|"), "|a; b|", "Determinante: Matrix mit 2 Zeilen: Zeile 1: a. Zeile 2: b, Ende der Matrix",
            "determinant: matrix with 2 rows: row 1: a. row 2: b, end of matrix" },
        { Matrix(["x", "y", "z"]), "[x, y, z]", "Matrix mit einer Zeile: Zeile 1: x; y; z, Ende der Matrix",
            "matrix with one row: row 1: x; y; z, end of matrix" },
    };

    [Theory]
    [MemberData(nameof(Matrices))]
    public void A_matrix_is_drawn_and_read_row_by_row(string math, string text, string german, string english)
    {
        var read = WordReading.Of(Of($"<w:p><m:oMath>{math}</m:oMath></w:p>"));

        var formula = FormulaIn(read);
        Assert.Equal((text, german), (formula.Text, formula.AlternativeText));
        Assert.NotNull(formula.Drawn);
        Assert.Empty(read.Hints);
        Assert.Equal(english, FormulaIn(WordReading.Of(Of(English($"<m:oMath>{math}</m:oMath>")))).AlternativeText);
    }

    [Theory]
    [InlineData(".")]
    [InlineData(", ")]
    [InlineData("…")]
    [InlineData("(")]
    public void Punctuation_alone_is_no_formula(string text)
    {
        var read = WordReading.Of(Of($"<w:p><m:oMath>{T("x")}</m:oMath><m:oMath>{T(text)}</m:oMath></w:p>"));

        var content = Assert.IsType<Paragraph>(read.Content.Blocks[0]).Content;
        Assert.Equal("x", Assert.Single(content.OfType<Formula>()).Text);
        Assert.Equal(text.Trim(), Assert.Single(content.OfType<TextRun>()).Text);
    }

    [Fact]
    public void Lines_of_equations_are_parted_and_the_cells_of_a_matrix_are_read_as_formulas()
    {
        var lines = FormulaIn(WordReading.Of(Of($"<w:p><m:oMath><m:eqArr><m:e>{T("x=1")}</m:e><m:e>{T("y=2")}</m:e></m:eqArr></m:oMath></w:p>")));
        var matrix = FormulaIn(WordReading.Of(Of($"<w:p><m:oMath><m:m><m:mr><m:e>{Sup("a", "2")}</m:e><m:e>{T("b")}</m:e></m:mr></m:m></m:oMath></w:p>")));

        Assert.Equal(("x=1; y=2", "x gleich 1; y gleich 2"), (lines.Text, lines.AlternativeText));
        Assert.Equal(("[a^2, b]", "Matrix mit einer Zeile: Zeile 1: a hoch 2; b, Ende der Matrix"), (matrix.Text, matrix.AlternativeText));
    }

    /// <summary>The cases of a definition begin at the left.</summary>
    [Theory]
    [InlineData("<m:mc><m:mcPr><m:count m:val=\"2\"/><m:mcJc m:val=\"left\"/></m:mcPr></m:mc>", new[] { Alignment.Start, Alignment.Start })]
    [InlineData("<m:mc><m:mcPr><m:mcJc m:val=\"right\"/></m:mcPr></m:mc><m:mc/>", new[] { Alignment.End, Alignment.Center })]
    [InlineData("<m:mc><m:mcPr><m:count m:val=\"viele\"/></m:mcPr></m:mc>", new[] { Alignment.Center })]
    [InlineData("", new Alignment[0])]
    public void The_columns_of_a_matrix_are_aligned_as_the_author_set_them(string columns, Alignment[] expected)
    {
        var read = FormulaIn(WordReading.Of(Of(
            $"<w:p><m:oMath><m:m><m:mPr><m:mcs>{columns}</m:mcs></m:mPr><m:mr><m:e>{T("a")}</m:e><m:e>{T("b")}</m:e></m:mr></m:m></m:oMath></w:p>")));

        Assert.Equal(expected, Assert.IsType<FormulaMatrix>(read.Drawn).Columns);
    }

    [Theory]
    [InlineData("fr-FR", "le les et est une pour dans que du au aux des sur par avec sont", "en")]
    [InlineData("en-GB", "The share of all persons is", null)]
    [InlineData("de-AT", "Der Anteil der Personen ist", null)]
    public void The_words_of_a_formula_say_what_language_they_are_in_where_it_is_not_the_document_s(
        string language, string text, string? said) =>
        Assert.Equal(said, FormulaIn(WordReading.Of(Of(
            $"<w:p>{R(text, $"<w:lang w:val=\"{language}\"/>")}<m:oMath>{F("a", "2")}</m:oMath></w:p>"))).Language);

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
        var lines = $"<w:p><m:oMath><m:eqArr><m:e>{T("a=b")}</m:e><m:e>{T("c=d")}</m:e></m:eqArr></m:oMath></w:p>";

        var read = WordReading.Of(Of(string.Concat(Enumerable.Repeat(lines, 40))));

        var formula = FormulaIn(read);
        Assert.Equal(("a=b; c=d", null), (formula.Text, formula.Drawn));
        Assert.Contains("Das gilt für alle solchen Formeln", Assert.Single(read.Hints), StringComparison.Ordinal);
    }

    static Formula FormulaIn(WordReading read) => ((Paragraph)read.Content.Blocks[0]).Content.OfType<Formula>().Single();

    static string T(string text) => $"<m:r><m:t>{text.Replace("<", "&lt;", StringComparison.Ordinal)}</m:t></m:r>";

    static string F(string above, string below) => $"<m:f><m:num>{T(above)}</m:num><m:den>{T(below)}</m:den></m:f>";

    static string Plain(string text, string property = "<m:sty m:val=\"p\"/>") =>
        T(text).Replace("<m:r>", $"<m:r><m:rPr>{property}</m:rPr>", StringComparison.Ordinal);

    static string Fenced(string open, string content, string close) =>
        $"<m:d><m:dPr><m:begChr m:val=\"{open}\"/><m:endChr m:val=\"{close}\"/></m:dPr><m:e>{content}</m:e></m:d>";

    static string Matrix(params string[][] rows) =>
        $"<m:m>{string.Concat(rows.Select(row => $"<m:mr>{string.Concat(row.Select(cell => $"<m:e>{T(cell)}</m:e>"))}</m:mr>"))}</m:m>";

    static string Sup(string content, string above) => $"<m:sSup><m:e>{T(content)}</m:e><m:sup>{T(above)}</m:sup></m:sSup>";

    static string Sub(string content, string below) => $"<m:sSub><m:e>{T(content)}</m:e><m:sub>{T(below)}</m:sub></m:sSub>";

    static string SubSup(string content, string below, string above) =>
        $"<m:sSubSup><m:e>{T(content)}</m:e><m:sub>{T(below)}</m:sub><m:sup>{T(above)}</m:sup></m:sSubSup>";

    static string English(string math) => $"<w:p>{R("The share of all persons is", "<w:lang w:val=\"en-GB\"/>")}{math}</w:p>";

    static string Nary(string sign, string below, string above) =>
        $"<m:nary><m:naryPr><m:chr m:val=\"{sign}\"/></m:naryPr><m:sub>{T(below)}</m:sub><m:sup>{T(above)}</m:sup><m:e>{T("x")}</m:e></m:nary>";
}
