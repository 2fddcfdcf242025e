namespace ThaffFunctions.Insights;

/// <summary>The four kinds of entries: Erkenntnis, Ergebnis, offene Frage, Anliegen.</summary>
public enum InsightKind { Finding, Result, OpenQuestion, Concern }
