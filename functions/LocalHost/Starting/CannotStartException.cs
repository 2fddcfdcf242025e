namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// Something that keeps the app from starting and that a person can mend; the message is one plain sentence that says how.
/// </summary>
/// <param name="message">What is wrong and what to do.</param>
public sealed class CannotStartException(string message) : Exception(message);
