using System.Text;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Html;

/// <summary>
/// Writes a formula as MathML Core, which browsers draw and screen readers read; one that is not drawn as its text, with the words it is
/// read with.
/// </summary>
static class FormulaHtml
{
    public static void Write(Formula formula, StringBuilder html)
    {
        if (formula.Drawn is null)
        {
            html.Append("<span role=\"math\" aria-label=\"").Append(InlineHtml.Escaped(formula.AlternativeText)).Append('"')
                .Append(InlineHtml.LanguageOf(formula.Language)).Append('>').Append(InlineHtml.Escaped(formula.Text)).Append("</span>");
            return;
        }

        html.Append("<math alttext=\"").Append(InlineHtml.Escaped(formula.AlternativeText)).Append('"')
            .Append(InlineHtml.LanguageOf(formula.Language)).Append('>').Append(Of(formula.Drawn)).Append("</math>");
    }

    static string Of(FormulaPart part) => part switch
    {
        FormulaText { IsWord: true } word => $"<mi mathvariant=\"normal\">{InlineHtml.Escaped(word.Text)}</mi>",
        FormulaText text => Tokens(text.Text),
        FormulaMatrix matrix => $"<mtable>{string.Concat(matrix.Rows.Select(RowOf))}</mtable>",
        FormulaRow row => $"<mrow>{string.Concat(row.Parts.Select(Of))}</mrow>",
        FormulaFraction fraction =>
            $"<mfrac{(fraction.HasLine ? "" : " linethickness=\"0\"")}>{Row(fraction.Above)}{Row(fraction.Below)}</mfrac>",
        FormulaRoot { Degree: { } degree } root => $"<mroot>{Row(root.Content)}{Row(degree)}</mroot>",
        FormulaRoot root => $"<msqrt>{Of(root.Content)}</msqrt>",
        FormulaScripts scripts => Scripts(scripts),
        FormulaFenced fenced => $"<mrow>{Operator(fenced.Open)}{Of(fenced.Content)}{Operator(fenced.Close)}</mrow>",
        _ => throw new NotSupportedException($"Part {part.GetType().Name} of a formula on a page"),
    };

    static string RowOf(IReadOnlyList<FormulaPart> cells) => $"<mtr>{string.Concat(cells.Select(cell => $"<mtd>{Of(cell)}</mtd>"))}</mtr>";

    static string Scripts(FormulaScripts scripts)
    {
        var (content, limits) = (Row(scripts.Content), scripts.AreLimits);
        return (scripts.Below, scripts.Above) switch
        {
            ({ } below, { } above) when limits => $"<munderover>{content}{Row(below)}{Row(above)}</munderover>",
            ({ } below, { } above) => $"<msubsup>{content}{Row(below)}{Row(above)}</msubsup>",
            ({ } below, null) => limits ? $"<munder>{content}{Row(below)}</munder>" : $"<msub>{content}{Row(below)}</msub>",
            (null, { } above) => limits ? $"<mover>{content}{Row(above)}</mover>" : $"<msup>{content}{Row(above)}</msup>",
            _ => content,
        };
    }

    /// <summary>Elements with a fixed number of children take each in one piece.</summary>
    static string Row(FormulaPart part) => $"<mrow>{Of(part)}</mrow>";

    static string Operator(string sign) => sign.Length == 0 ? "" : $"<mo>{InlineHtml.Escaped(sign)}</mo>";

    /// <summary>Numbers, names and operators have elements of their own.</summary>
    static string Tokens(string text)
    {
        var html = new StringBuilder();
        for (var at = 0; at < text.Length;)
        {
            var end = at + 1;
            if (char.IsHighSurrogate(text[at]) && end < text.Length) end++;
            if (char.IsDigit(text[at])) while (end < text.Length && (char.IsDigit(text[end]) || text[end] is ',' or '.')) end++;
            else if (char.IsLetter(text[at])) while (end < text.Length && char.IsLetter(text[end])) end++;
            var token = text[at..end];
            if (!string.IsNullOrWhiteSpace(token))
            {
                var name = char.IsDigit(token[0]) ? "mn" : char.IsLetter(token, 0) ? "mi" : "mo";
                html.Append('<').Append(name).Append('>').Append(InlineHtml.Escaped(token)).Append("</").Append(name).Append('>');
            }

            at = end;
        }

        return html.ToString();
    }
}
