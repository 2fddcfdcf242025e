namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>How the documentation of a year's sessions stands.</summary>
/// <param name="Entries">Of all sessions that ever had notes.</param>
/// <param name="Rested">For how long none of them changed, by the storage's own clock.</param>
public sealed record DocumentedYear(IReadOnlyList<DocumentationEntry> Entries, TimeSpan Rested);
