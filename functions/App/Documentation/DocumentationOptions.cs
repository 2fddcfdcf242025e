using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Documentation;

/// <summary>Section <c>Documentation</c>.</summary>
public sealed record DocumentationOptions
{
    public const string Section = "Documentation";

    /// <summary>How many seconds a folder of notes must have rested before it is published.</summary>
    [Range(1, 600)]
    public int QuietSeconds { get; init; } = 3;

    public TimeSpan Quiet => TimeSpan.FromSeconds(QuietSeconds);
}
