namespace ThaffFunctions.Shared;

/// <summary>How long something is kept that is about persons, for the page that shows it; each slice registers its own.</summary>
/// <param name="Data">What, in German.</param>
/// <param name="Kept">How long, in German.</param>
/// <param name="Settings">The settings that say so; empty where nothing does.</param>
/// <param name="Timer">The function that erases it.</param>
public sealed record ShownRetention(string Data, string Kept, string Settings, string Timer);
