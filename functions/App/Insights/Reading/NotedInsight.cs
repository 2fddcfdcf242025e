using ThaffFunctions.Shared;

namespace ThaffFunctions.Insights.Reading;

/// <summary>An entry as the notes contain it, before it is matched with the entries in the register.</summary>
/// <param name="Kind">The kind of its section.</param>
/// <param name="Text">Its text.</param>
/// <param name="Sectors">The sectors given below it or below the section's heading; empty means all.</param>
/// <param name="Progress">Its progress according to the notes.</param>
public sealed record NotedInsight(InsightKind Kind, string Text, IReadOnlyList<Sector> Sectors, NotedProgress Progress)
{
    /// <summary>Adds a mark; it replaces an earlier one of the same kind.</summary>
    internal NotedInsight With(Mark mark) => mark switch
    {
        Mark.Passed passed => this with { Progress = Progress with { Passed = passed.PassedOn } },
        Mark.Answered answered => this with { Progress = Progress with { Answer = answered.Answer } },
        Mark.OpenAgain => this with { Progress = Progress with { IsOpenAgain = true } },
        Mark.Concerns concerns => this with { Sectors = concerns.Sectors },
        _ => this,
    };
}
