using ThaffFunctions.Shared;

namespace ThaffFunctions.Insights.Reading;

/// <summary>A line that adds something to an entry: its progress or its sectors.</summary>
abstract record Mark
{
    Mark() { }

    /// <summary>For example <c>Weitergegeben an das Ministerium am 03.04.2027</c>.</summary>
    public sealed record Passed(PassedOn PassedOn) : Mark;

    /// <summary>For example <c>Beantwortet: …</c> or <c>Beantwortet im Termin 2027-05-wohnen</c>.</summary>
    public sealed record Answered(Answer Answer) : Mark;

    /// <summary><c>Stand: offen</c></summary>
    public sealed record OpenAgain : Mark;

    /// <summary>For example <c>Branche: Handwerk</c>.</summary>
    public sealed record Concerns(IReadOnlyList<Sector> Sectors) : Mark;

    /// <summary>A line that looks like a mark but cannot be understood.</summary>
    /// <param name="Problem">A German sentence that says what is expected.</param>
    public sealed record Unclear(string Problem) : Mark;
}
