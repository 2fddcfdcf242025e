namespace AccessiblePdf.Layout;

/// <summary>
/// Brackets as strokes, for what is much higher than a line: a letter of that size would be as thick as it is high. Lengths are shares of
/// the bracket's width and height.
/// </summary>
static class FormulaFences
{
    const int Steps = 12;

    /// <summary>The strokes of a bracket, each a row of points from its top; <see langword="null"/> for a sign without strokes.</summary>
    public static IReadOnlyList<(double X, double Y)[]>? Of(string fence) => fence switch
    {
        "(" => [Curve(Arc)],
        ")" => [Mirrored(Curve(Arc))],
        "{" => [Curve(Brace)],
        "}" => [Mirrored(Curve(Brace))],
        "[" => [[(1, 1), (0, 1), (0, 0), (1, 0)]],
        "]" => [[(0, 1), (1, 1), (1, 0), (0, 0)]],
        "⌈" => [[(1, 1), (0, 1), (0, 0)]],
        "⌉" => [[(0, 1), (1, 1), (1, 0)]],
        "⌊" => [[(0, 1), (0, 0), (1, 0)]],
        "⌋" => [[(1, 1), (1, 0), (0, 0)]],
        "⟨" or "〈" => [[(1, 1), (0, 0.5), (1, 0)]],
        "⟩" or "〉" => [[(0, 1), (1, 0.5), (0, 0)]],
        "|" or "∣" => [[(0.5, 1), (0.5, 0)]],
        "‖" or "∥" => [[(0.2, 1), (0.2, 0)], [(0.8, 1), (0.8, 0)]],
        _ => null,
    };

    /// <param name="across">How far right the bracket stands, by the distance from its middle, of which the ends have 1.</param>
    static (double X, double Y)[] Curve(Func<double, double> across) =>
        [.. Enumerable.Range(-Steps, 2 * Steps + 1).Select(step => (across(Math.Abs(step) / (double)Steps), 0.5 - 0.5 * step / Steps))];

    static double Arc(double distance) => distance * distance;

    /// <summary>About two quarters of a circle on each side of the middle, and a straight line between them.</summary>
    static double Brace(double distance)
    {
        const double turn = 0.25;
        var (tip, end) = (Math.Max(0, turn - distance) / turn, Math.Max(0, distance - 1 + turn) / turn);
        return 0.5 - 0.5 * tip * tip + 0.5 * end * end;
    }

    static (double X, double Y)[] Mirrored((double X, double Y)[] points) => [.. points.Select(point => (1 - point.X, point.Y))];
}
