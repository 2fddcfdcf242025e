namespace ThaffFunctions.Insights;

/// <summary>The entries of one session's published documentation, in the order of the notes.</summary>
public sealed record SessionInsights(InsightSource Source, IReadOnlyList<Insight> Insights)
{
    /// <summary>The edition of the documentation that contains them.</summary>
    public string? Version { get; init; }
}
