using ThaffFunctions.Shared;

namespace ThaffFunctions.Insights.Reading;

/// <summary>A line that says something about an entry instead of being one.</summary>
abstract record Mark
{
    Mark() { }

    /// <summary>Weitergegeben an das Ministerium am 03.04.2027</summary>
    public sealed record Passed(PassedOn PassedOn) : Mark;

    /// <summary>Beantwortet: …; Beantwortet im Termin 2027-05-wohnen</summary>
    public sealed record Answered(Answer Answer) : Mark;

    /// <summary>Stand: offen</summary>
    public sealed record OpenAgain : Mark;

    /// <summary>Branche: Handwerk</summary>
    public sealed record Concerns(IReadOnlyList<Sector> Sectors) : Mark;

    /// <summary>Meant as one of them, and cannot be understood.</summary>
    /// <param name="Problem">What is expected, in German.</param>
    public sealed record Unclear(string Problem) : Mark;
}
