namespace AccessiblePdf.Layout;

/// <summary>
/// Breaks text into lines about as long as each other, as many as there must be: one word alone on the last line of a heading looks lost.
/// </summary>
static class BalancedLines
{
    const int MaxLines = 8;

    /// <param name="breakerFor">Breaks lines of a length.</param>
    /// <param name="width">The width there is.</param>
    /// <param name="pieces">The text.</param>
    public static IReadOnlyList<LineItem> Of(Func<double, LineBreaker> breakerFor, double width, IReadOnlyList<Piece> pieces)
    {
        const double precision = 4;
        var breaker = breakerFor(width);
        var lines = breaker.Break(pieces);
        if (lines.Count is < 2 or > MaxLines || breaker.HasCut) return lines;
        var weakEnds = breaker.WeakEnds;
        for (var (tooNarrow, enough) = (width / 2, width); enough - tooNarrow > precision;)
        {
            var tried = (tooNarrow + enough) / 2;
            breaker = breakerFor(tried);
            var narrower = breaker.Break(pieces);
            if (narrower.Count == lines.Count && !breaker.HasCut && breaker.WeakEnds <= weakEnds) (lines, enough) = (narrower, tried);
            else tooNarrow = tried;
        }
        return lines;
    }
}
