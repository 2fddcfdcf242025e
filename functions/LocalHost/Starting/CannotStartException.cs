namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The app cannot start, and a person can fix the reason; the message says how, in one plain sentence.</summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class CannotStartException(string message) : Exception(message);
