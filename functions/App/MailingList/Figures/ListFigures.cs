namespace ThaffFunctions.MailingList.Figures;

/// <summary>How many addresses the list has, as counted at a time. The page shows these and counts nothing itself.</summary>
public sealed record ListFigures(DateTimeOffset CountedAt, int Active, int Multipliers, int Waiting, int Left, int Suppressed);
