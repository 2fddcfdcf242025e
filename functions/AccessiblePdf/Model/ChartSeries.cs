namespace AccessiblePdf.Model;

/// <summary>The values of one colour in a <see cref="Chart"/>.</summary>
/// <param name="Name">What they count.</param>
/// <param name="Values">The values; <see langword="null"/> where there is none.</param>
public sealed record ChartSeries(string Name, params IReadOnlyList<double?> Values)
{
    /// <summary>
    /// What is written in place of each value, such as "&lt;5" for one that is not told; <see langword="null"/>, or beyond the list, the
    /// value itself.
    /// </summary>
    public IReadOnlyList<string?> Labels { get; init; } = [];
}
