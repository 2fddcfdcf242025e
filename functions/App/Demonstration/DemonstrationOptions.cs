namespace ThaffFunctions.Demonstration;

/// <summary>Section <c>Demonstration</c>.</summary>
public sealed record DemonstrationOptions
{
    public const string Section = "Demonstration";

    /// <summary>Whether a start with an empty programme loads the demonstration year. Never on a real site.</summary>
    public bool Enabled { get; init; }
}
