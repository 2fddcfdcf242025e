using ThaffFunctions.Shared;

namespace ThaffFunctions.Insights.Reading;

/// <summary>An entry as the notes have it, before the register knows which one it is.</summary>
/// <param name="Kind">By its section.</param>
/// <param name="Text">What it says.</param>
/// <param name="Sectors">As written below it or below the section's heading; empty: all.</param>
/// <param name="Progress">What the notes tell of it.</param>
public sealed record NotedInsight(InsightKind Kind, string Text, IReadOnlyList<Sector> Sectors, NotedProgress Progress)
{
    /// <summary>A later mark of the same kind replaces an earlier one.</summary>
    internal NotedInsight With(Mark mark) => mark switch
    {
        Mark.Passed passed => this with { Progress = Progress with { Passed = passed.PassedOn } },
        Mark.Answered answered => this with { Progress = Progress with { Answer = answered.Answer } },
        Mark.OpenAgain => this with { Progress = Progress with { IsOpenAgain = true } },
        Mark.Concerns concerns => this with { Sectors = concerns.Sectors },
        _ => this,
    };
}
