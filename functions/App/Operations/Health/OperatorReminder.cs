namespace ThaffFunctions.Operations.Health;

/// <summary>Something staff have to do that the state page reminds of; a feature registers it.</summary>
/// <returns>A German text; null while there is nothing to do.</returns>
public delegate string? OperatorReminder();
