namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>How the documentation of a year's sessions stands.</summary>
/// <param name="Published">What is public, the earliest session first.</param>
/// <param name="Rested">For how long nothing of it changed or was withdrawn, by the storage's own clock.</param>
public sealed record DocumentedYear(IReadOnlyList<PublishedDocumentation> Published, TimeSpan Rested);
