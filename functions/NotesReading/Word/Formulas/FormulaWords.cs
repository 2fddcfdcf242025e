using ThaffFunctions.NotesReading.Languages;

namespace ThaffFunctions.NotesReading.Word.Formulas;

/// <summary>The words that a formula is read aloud with in a language.</summary>
/// <param name="Signs">The words for single signs.</param>
sealed record FormulaWords(IReadOnlyDictionary<char, string> Signs)
{
    /// <summary>Between a short numerator and a short denominator.</summary>
    public required string Over { get; init; }

    /// <summary>{0} is the numerator, {1} the denominator.</summary>
    public required string Fraction { get; init; }

    /// <summary>{0} is the upper number, {1} the lower.</summary>
    public required string Binomial { get; init; }

    /// <summary>{0} is below the root.</summary>
    public required string Root { get; init; }

    /// <summary>{0} is the degree, {1} is below the root.</summary>
    public required string RootOf { get; init; }

    /// <summary>Ends what a word could seem to be part of.</summary>
    public required string EndOfRoot { get; init; }

    /// <inheritdoc cref="EndOfRoot"/>
    public required string EndOfPower { get; init; }

    public required string Power { get; init; }

    public required string Index { get; init; }

    /// <summary>Before what stands above and is no power, such as the upper index of a tensor.</summary>
    public required string Raised { get; init; }

    /// <summary>{0} is the lower limit.</summary>
    public required string From { get; init; }

    /// <summary>{0} is the upper limit.</summary>
    public required string To { get; init; }

    /// <summary>{0} is what stands below an operator such as lim.</summary>
    public required string With { get; init; }

    /// <summary>Between limits and what they belong to.</summary>
    public required string Of { get; init; }

    /// <summary>{0} is between the bars.</summary>
    public required string Absolute { get; init; }

    /// <summary>{0} is the number of rows, {1} the rows.</summary>
    public required string Matrix { get; init; }

    /// <inheritdoc cref="Matrix"/>
    public required string MatrixOfOneRow { get; init; }

    /// <summary>{0} is the number of the row, {1} its cells.</summary>
    public required string MatrixRow { get; init; }

    /// <summary>Before a matrix between bars.</summary>
    public required string Determinant { get; init; }

    /// <summary>For a cell without content.</summary>
    public required string Empty { get; init; }

    /// <summary>What these words are written in, as a BCP 47 tag.</summary>
    public required string Language { get; init; }

    /// <summary>Those of a document's language; English ones where there are none, as in everything that is added to documents.</summary>
    public static FormulaWords Find(string language) => LanguageTag.AreSame(language, LanguageTag.German) ? InGerman : English;

    public static FormulaWords InGerman { get; } = new(new Dictionary<char, string>
    {
        ['='] = "gleich",
        ['+'] = "plus",
        ['-'] = "minus",
        ['−'] = "minus",
        ['–'] = "minus",
        ['±'] = "plus oder minus",
        ['·'] = "mal",
        ['⋅'] = "mal",
        ['∙'] = "mal",
        ['×'] = "mal",
        ['*'] = "mal",
        ['/'] = "geteilt durch",
        ['÷'] = "geteilt durch",
        ['<'] = "kleiner als",
        ['>'] = "größer als",
        ['≤'] = "kleiner oder gleich",
        ['≥'] = "größer oder gleich",
        ['≠'] = "ungleich",
        ['≈'] = "ungefähr gleich",
        ['∞'] = "unendlich",
        ['→'] = "gegen",
        ['∈'] = "Element von",
        ['∑'] = "Summe",
        ['∏'] = "Produkt",
        ['∫'] = "Integral",
        ['%'] = "Prozent",
        ['('] = "Klammer auf",
        [')'] = "Klammer zu",
        ['['] = "eckige Klammer auf",
        [']'] = "eckige Klammer zu",
        ['{'] = "geschweifte Klammer auf",
        ['}'] = "geschweifte Klammer zu",
        ['|'] = "senkrechter Strich",
        ['!'] = "Fakultät",
        ['∂'] = "partiell",
        ['∆'] = "Delta",
        ['√'] = "Wurzel",
        ['⇒'] = "daraus folgt",
        ['∪'] = "vereinigt mit",
        ['∩'] = "geschnitten mit",
        ['∓'] = "minus oder plus",
        ['∘'] = "verknüpft mit",
        ['^'] = "hoch",
        ['_'] = "Index",
        ['≡'] = "identisch mit",
        ['≅'] = "kongruent zu",
        ['∼'] = "ähnlich",
        ['≃'] = "ungefähr gleich",
        ['∝'] = "proportional zu",
        ['≪'] = "viel kleiner als",
        ['≫'] = "viel größer als",
        ['≔'] = "definiert als",
        ['∉'] = "nicht Element von",
        ['∋'] = "enthält",
        ['⊂'] = "Teilmenge von",
        ['⊆'] = "Teilmenge von oder gleich",
        ['⊃'] = "Obermenge von",
        ['⊇'] = "Obermenge von oder gleich",
        ['∅'] = "leere Menge",
        ['∖'] = "ohne",
        ['∀'] = "für alle",
        ['∃'] = "es gibt",
        ['∄'] = "es gibt kein",
        ['∧'] = "und",
        ['∨'] = "oder",
        ['¬'] = "nicht",
        ['⇔'] = "genau dann, wenn",
        ['↔'] = "genau dann, wenn",
        ['⇐'] = "folgt aus",
        ['↦'] = "wird zu",
        ['←'] = "von",
        ['∇'] = "Nabla",
        ['∬'] = "Doppelintegral",
        ['∭'] = "Dreifachintegral",
        ['∮'] = "Ringintegral",
        ['∠'] = "Winkel",
        ['⊥'] = "senkrecht zu",
        ['∥'] = "parallel zu",
        ['∣'] = "teilt",
        ['⊕'] = "Kreis plus",
        ['⊗'] = "Kreis mal",
        ['°'] = "Grad",
        ['′'] = "Strich",
        ['″'] = "zwei Strich",
        ['\''] = "Strich",
        ['†'] = "Kreuz",
        ['⊤'] = "T",
        ['∗'] = "Stern",
        ['‰'] = "Promille",
        ['⟨'] = "spitze Klammer auf",
        ['⟩'] = "spitze Klammer zu",
        ['〈'] = "spitze Klammer auf",
        ['〉'] = "spitze Klammer zu",
        ['⌊'] = "untere Klammer auf",
        ['⌋'] = "untere Klammer zu",
        ['⌈'] = "obere Klammer auf",
        ['⌉'] = "obere Klammer zu",
        ['‖'] = "Doppelstrich",
        ['∴'] = "also",
        ['∵'] = "weil",
        ['ℝ'] = "reelle Zahlen",
        ['ℕ'] = "natürliche Zahlen",
        ['ℤ'] = "ganze Zahlen",
        ['ℚ'] = "rationale Zahlen",
        ['ℂ'] = "komplexe Zahlen",
        ['ℏ'] = "h quer",
        ['⋮'] = "und so weiter",
        ['⋱'] = "und so weiter",
        ['\u0302'] = "Dach",
        ['\u0303'] = "Tilde",
        ['\u0304'] = "quer",
        ['\u0305'] = "quer",
        ['\u0307'] = "Punkt",
        ['\u0308'] = "zwei Punkte",
        ['\u20D7'] = "Pfeil",
        ['…'] = "und so weiter",
    })
    {
        Over = "durch",
        Fraction = "Bruch: {0}, durch {1}, Ende des Bruchs",
        Binomial = "{0} über {1}",
        Root = "Wurzel aus {0}",
        RootOf = "{0}. Wurzel aus {1}",
        EndOfRoot = ", Ende der Wurzel",
        EndOfPower = ", Ende der Potenz",
        Power = "hoch",
        Index = "Index",
        Raised = "hochgestellt",
        Language = LanguageTag.German,
        From = "von {0}",
        To = "bis {0}",
        With = "für {0}",
        Of = "von",
        Absolute = "Betrag von {0}, Ende des Betrags",
        Matrix = "Matrix mit {0} Zeilen: {1}, Ende der Matrix",
        MatrixOfOneRow = "Matrix mit einer Zeile: {1}, Ende der Matrix",
        MatrixRow = "Zeile {0}: {1}",
        Determinant = "Determinante:",
        Empty = "leer",
    };

    public static FormulaWords English { get; } = new(new Dictionary<char, string>
    {
        ['='] = "equals",
        ['+'] = "plus",
        ['-'] = "minus",
        ['−'] = "minus",
        ['–'] = "minus",
        ['±'] = "plus or minus",
        ['·'] = "times",
        ['⋅'] = "times",
        ['∙'] = "times",
        ['×'] = "times",
        ['*'] = "times",
        ['/'] = "divided by",
        ['÷'] = "divided by",
        ['<'] = "less than",
        ['>'] = "greater than",
        ['≤'] = "at most",
        ['≥'] = "at least",
        ['≠'] = "not equal to",
        ['≈'] = "approximately",
        ['∞'] = "infinity",
        ['→'] = "to",
        ['∈'] = "in",
        ['∑'] = "sum",
        ['∏'] = "product",
        ['∫'] = "integral",
        ['%'] = "percent",
        ['('] = "open bracket",
        [')'] = "close bracket",
        ['['] = "open square bracket",
        [']'] = "close square bracket",
        ['{'] = "open brace",
        ['}'] = "close brace",
        ['|'] = "vertical bar",
        ['!'] = "factorial",
        ['∂'] = "partial",
        ['∆'] = "delta",
        ['√'] = "root",
        ['⇒'] = "implies",
        ['∪'] = "union",
        ['∩'] = "intersection",
        ['∓'] = "minus or plus",
        ['∘'] = "composed with",
        ['^'] = "to the power of",
        ['_'] = "sub",
        ['≡'] = "identical to",
        ['≅'] = "congruent to",
        ['∼'] = "similar to",
        ['≃'] = "approximately",
        ['∝'] = "proportional to",
        ['≪'] = "much less than",
        ['≫'] = "much greater than",
        ['≔'] = "defined as",
        ['∉'] = "not in",
        ['∋'] = "contains",
        ['⊂'] = "subset of",
        ['⊆'] = "subset of or equal to",
        ['⊃'] = "superset of",
        ['⊇'] = "superset of or equal to",
        ['∅'] = "empty set",
        ['∖'] = "without",
        ['∀'] = "for all",
        ['∃'] = "there exists",
        ['∄'] = "there is no",
        ['∧'] = "and",
        ['∨'] = "or",
        ['¬'] = "not",
        ['⇔'] = "if and only if",
        ['↔'] = "if and only if",
        ['⇐'] = "follows from",
        ['↦'] = "maps to",
        ['←'] = "from",
        ['∇'] = "nabla",
        ['∬'] = "double integral",
        ['∭'] = "triple integral",
        ['∮'] = "contour integral",
        ['∠'] = "angle",
        ['⊥'] = "perpendicular to",
        ['∥'] = "parallel to",
        ['∣'] = "divides",
        ['⊕'] = "circled plus",
        ['⊗'] = "circled times",
        ['°'] = "degrees",
        ['′'] = "prime",
        ['″'] = "double prime",
        ['\''] = "prime",
        ['†'] = "dagger",
        ['⊤'] = "T",
        ['∗'] = "star",
        ['‰'] = "per mille",
        ['⟨'] = "open angle bracket",
        ['⟩'] = "close angle bracket",
        ['〈'] = "open angle bracket",
        ['〉'] = "close angle bracket",
        ['⌊'] = "open floor",
        ['⌋'] = "close floor",
        ['⌈'] = "open ceiling",
        ['⌉'] = "close ceiling",
        ['‖'] = "double bar",
        ['∴'] = "therefore",
        ['∵'] = "because",
        ['ℝ'] = "the real numbers",
        ['ℕ'] = "the natural numbers",
        ['ℤ'] = "the integers",
        ['ℚ'] = "the rational numbers",
        ['ℂ'] = "the complex numbers",
        ['ℏ'] = "h bar",
        ['⋮'] = "and so on",
        ['⋱'] = "and so on",
        ['\u0302'] = "hat",
        ['\u0303'] = "tilde",
        ['\u0304'] = "bar",
        ['\u0305'] = "bar",
        ['\u0307'] = "dot",
        ['\u0308'] = "double dot",
        ['\u20D7'] = "arrow",
        ['…'] = "and so on",
    })
    {
        Over = "over",
        Fraction = "fraction: {0}, over {1}, end of fraction",
        Binomial = "{0} choose {1}",
        Root = "root of {0}",
        RootOf = "root {0} of {1}",
        EndOfRoot = ", end of root",
        EndOfPower = ", end of power",
        Power = "to the power of",
        Index = "sub",
        Raised = "superscript",
        Language = "en",
        From = "from {0}",
        To = "to {0}",
        With = "as {0}",
        Of = "of",
        Absolute = "absolute value of {0}, end of value",
        Matrix = "matrix with {0} rows: {1}, end of matrix",
        MatrixOfOneRow = "matrix with one row: {1}, end of matrix",
        MatrixRow = "row {0}: {1}",
        Determinant = "determinant:",
        Empty = "empty",
    };
}
