namespace ThaffFunctions.Insights;

/// <summary>Erkenntnis, Ergebnis, offene Frage, Anliegen.</summary>
public enum InsightKind { Finding, Result, OpenQuestion, Concern }
