namespace ThaffFunctions.Shared;

/// <summary>A text in both languages, where it is written before it is known who reads it.</summary>
public sealed record Bilingual(string German, string English);
