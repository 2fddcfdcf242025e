namespace ThaffFunctions.Insights;

/// <summary>What one session's published documentation brings into the register, in the order of the notes.</summary>
public sealed record SessionInsights(InsightSource Source, IReadOnlyList<Insight> Insights)
{
    /// <summary>The edition of the documentation they stand in.</summary>
    public string? Version { get; init; }
}
