using System.Globalization;
using System.Text.RegularExpressions;
using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;

namespace ThaffFunctions.NotesReading.Word.Formulas;

/// <summary>Reads formulas of Word (Office Math, ISO/IEC 29500-1, 22.1).</summary>
sealed partial class FormulaReader
{
    /// <summary>Word's own limit.</summary>
    const int MaxColumns = 64;

    /// <summary>Whether everything of the formula can be drawn.</summary>
    public bool IsWhole { get; private set; } = true;

    /// <summary>One formula, or the lines of several, which a semicolon parts.</summary>
    public FormulaPart Read(OpenXmlElement element)
    {
        List<FormulaPart> lines = element.LocalName != "oMathPara" ? [Row(element)]
            : [.. element.Seen().Where(child => child.LocalName == "oMath").Select(Row)];
        return Parted(lines, "; ");
    }

    static FormulaPart Parted(IEnumerable<FormulaPart> parts, string separator) =>
        Joined(parts.SelectMany((part, at) => at == 0 ? [part] : new[] { new FormulaText(separator), part }));

    FormulaPart Row(OpenXmlElement? element) =>
        Joined(element?.Seen().Where(child => !child.LocalName.EndsWith("Pr", StringComparison.Ordinal)).Select(Part) ?? []);

    FormulaPart Part(OpenXmlElement element)
    {
        switch (element.LocalName)
        {
            case "t": return new FormulaText(FormulaSigns.Of(element.InnerText));
            case "r" when IsUpright(element): return Words(Row(element));
            case "r" or "oMath" or "ins" or "e" or "sdt" or "sdtContent" or "smartTag": return Row(element);
            case "f": return Fraction(element);
            case "sSup": return new FormulaScripts(Child(element, "e")) { Above = Child(element, "sup") };
            case "sSub": return new FormulaScripts(Child(element, "e")) { Below = Child(element, "sub") };
            case "sSubSup": return new FormulaScripts(Child(element, "e")) { Below = Child(element, "sub"), Above = Child(element, "sup") };
            case "rad": return new FormulaRoot(Child(element, "e")) { Degree = Filled(Child(element, "deg")) };
            case "d": return Fenced(element);
            case "nary": return Joined([OperatorOf(element), Child(element, "e")]);
            case "sPre":
                var (below, above) = (Filled(Child(element, "sub")), Filled(Child(element, "sup")));
                return Joined([new FormulaScripts(new FormulaText("")) { Below = below, Above = above }, Child(element, "e")]);
            case "limLow": return new FormulaScripts(Child(element, "e")) { Below = Child(element, "lim"), AreLimits = true };
            case "limUpp": return new FormulaScripts(Child(element, "e")) { Above = Child(element, "lim"), AreLimits = true };
            case "func": return Joined([Words(Child(element, "fName")), new FormulaText("\u2006"), Child(element, "e")]);
            case "m": return Matrix(element);
            case "acc": return Accented(element, element.Child("accPr").Child("chr") is { } own ? own.Value() ?? "" : "\u0302");
            case "bar" when element.Child("barPr").Child("pos").Value() == "top": return Accented(element, "\u0305");
            case "box": return Child(element, "e");
            case "borderBox" or "bar" or "groupChr" or "phant":
                IsWhole = false;
                return Row(element);
            case "eqArr":
                IsWhole = false;
                return Parted(element.Where(line => line.LocalName == "e").Select(Row), "; ");
            default: return Row(element);
        }
    }

    FormulaPart Fraction(OpenXmlElement element)
    {
        var (above, below) = (Child(element, "num"), Child(element, "den"));
        return element.Child("fPr").Child("type").Value() switch
        {
            "noBar" => new FormulaFraction(above, below) { HasLine = false },
            "lin" => Joined([above, new FormulaText("/"), below]),
            _ => new FormulaFraction(above, below),
        };
    }

    FormulaFenced Fenced(OpenXmlElement element)
    {
        var properties = element.Child("dPr");
        var separator = properties.Child("sepChr") is { } own ? own.Value() ?? "" : ", ";
        var parts = element.Where(part => part.LocalName == "e").Select(Row).ToList();
        return new(
            properties.Child("begChr") is { } open ? open.Value() ?? "" : "(",
            Parted(parts, separator),
            properties.Child("endChr") is { } close ? close.Value() ?? "" : ")");
    }

    FormulaPart OperatorOf(OpenXmlElement element)
    {
        var properties = element.Child("naryPr");
        var sign = properties.Child("chr") is { } own ? own.Value() ?? "" : "∫";
        var (below, above) = (Filled(Child(element, "sub")), Filled(Child(element, "sup")));
        if (below is null && above is null) return new FormulaText(sign);

        // integrals have their limits at the side, unless the author placed them
        var areLimits = properties.Child("limLoc").Value() is { } place ? place == "undOvr" : sign is not ("∫" or "∬" or "∭" or "∮");
        return new FormulaScripts(new FormulaText(sign)) { Below = below, Above = above, AreLimits = areLimits };
    }

    /// <summary>An accent is a combining character of a letter; over more than one it cannot be drawn.</summary>
    FormulaPart Accented(OpenXmlElement element, string accent)
    {
        var content = Child(element, "e");
        if (content is FormulaText { Text: [var letter] }) return new FormulaText(letter + accent);

        IsWhole = false;
        return content;
    }

    FormulaPart Matrix(OpenXmlElement element)
    {
        List<IReadOnlyList<FormulaPart>> rows = [.. element.Where(row => row.LocalName == "mr")
            .Select(row => row.Where(cell => cell.LocalName == "e").Select(Row).ToList()).Where(row => row.Count > 0)];
        return rows.Count == 0 ? new FormulaText("") : new FormulaMatrix(rows) { Columns = ColumnsOf(element) };
    }

    /// <summary>How the columns of a matrix are aligned (22.1.2.67); as many next to each other as <c>count</c> says.</summary>
    static IReadOnlyList<Alignment> ColumnsOf(OpenXmlElement matrix) =>
    [
        .. (matrix.Child("mPr").Child("mcs") ?? Enumerable.Empty<OpenXmlElement>()).Select(column => column.Child("mcPr"))
            .SelectMany(column => Enumerable.Repeat(
                column.Child("mcJc").Value() switch
                {
                    "left" => Alignment.Start,
                    "right" => Alignment.End,
                    _ => Alignment.Center,
                },
                int.TryParse(column.Child("count").Value(), NumberStyles.None, CultureInfo.InvariantCulture, out var count)
                    ? Math.Clamp(count, 1, MaxColumns) : 1)),
    ];

    /// <summary>Whether the author set letters upright, as text or as names (22.1.2.77, 22.1.2.111).</summary>
    static bool IsUpright(OpenXmlElement run) =>
        run.Child("rPr") is { } properties && (properties.Switch("nor") == true || properties.Child("sty").Value() == "p");

    /// <summary>Letters beside each other are words; what stands below and above a name is a formula of its own.</summary>
    static FormulaPart Words(FormulaPart part) => part switch
    {
        FormulaText { IsWord: false } text => Joined(Letters().Matches(text.Text)
            .Select(match => new FormulaText(match.Value) { IsWord = char.IsLetter(match.Value[0]) })),
        FormulaRow row => Joined(row.Parts.Select(Words)),
        FormulaScripts { AreLimits: true } scripts => scripts with { Content = Words(scripts.Content) },
        FormulaScripts { Content: FormulaText } scripts => scripts with { Content = Words(scripts.Content) },
        _ => part,
    };

    [GeneratedRegex(@"[\p{L}\p{Mn}]+|[^\p{L}]+")]
    private static partial Regex Letters();

    FormulaPart Child(OpenXmlElement element, string name) => Row(element.Child(name));

    static FormulaPart? Filled(FormulaPart part) => part is FormulaText { Text: "" } ? null : part;

    /// <summary>Neighbouring texts are one, so that a number over several runs is one number.</summary>
    static FormulaPart Joined(IEnumerable<FormulaPart> parts)
    {
        List<FormulaPart> joined = [];
        foreach (var part in parts.SelectMany(part => part is FormulaRow row ? row.Parts : [part]))
        {
            if (part is FormulaText { Text: "" }) continue;
            if (part is FormulaText next && joined is [.., FormulaText last] && last.IsWord == next.IsWord)
                joined[^1] = last with { Text = last.Text + next.Text };
            else joined.Add(part);
        }

        return joined switch { [] => new FormulaText(""), [var one] => one, _ => new FormulaRow(joined) };
    }
}
