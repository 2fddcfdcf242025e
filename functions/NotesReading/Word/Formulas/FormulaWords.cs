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

    public static FormulaWords Find(string language) =>
        language.StartsWith("en", StringComparison.OrdinalIgnoreCase) ? English : InGerman;

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
        From = "von {0}",
        To = "bis {0}",
        With = "für {0}",
        Of = "von",
        Absolute = "Betrag von {0}, Ende des Betrags",
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
        From = "from {0}",
        To = "to {0}",
        With = "as {0}",
        Of = "of",
        Absolute = "absolute value of {0}, end of value",
    };
}
