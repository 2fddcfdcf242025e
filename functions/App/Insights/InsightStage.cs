namespace ThaffFunctions.Insights;

/// <summary>How far a question or concern has come. A concern begins as raised, a question as open.</summary>
public enum InsightStage { Open, PassedOn, Answered }
