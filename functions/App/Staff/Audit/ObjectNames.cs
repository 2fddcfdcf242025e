namespace ThaffFunctions.Staff.Audit;

/// <summary>What the objects of a slice are called now. The audit names them by their ids, which say little to people.</summary>
/// <param name="ReadAsync">
/// Reads the names; the function that comes back finds the name of what an entry of the audit names, or null where it is of another
/// slice or unknown by now. Names tell nothing about a person.
/// </param>
public sealed record ObjectNames(Func<CancellationToken, Task<Func<string, string?>>> ReadAsync);
