namespace ThaffFunctions.Insights;

/// <summary>The stage of a question or concern: <c>Open</c> at first, for a concern shown as raised.</summary>
public enum InsightStage { Open, PassedOn, Answered }
