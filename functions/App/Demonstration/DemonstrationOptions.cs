namespace ThaffFunctions.Demonstration;

/// <summary>Section <c>Demonstration</c>.</summary>
sealed record DemonstrationOptions
{
    public const string Section = "Demonstration";

    /// <summary>
    /// Whether the app loads the demonstration year when it starts with an empty programme. Never enable it on a real site.
    /// </summary>
    public bool Enabled { get; init; }
}
