namespace ThaffFunctions.Documentation.Materials;

/// <summary>Material of an edition that is not published yet.</summary>
/// <param name="Material">What it is.</param>
/// <param name="OpenAsync">Opens the file that was looked at; null if it was replaced or deleted since.</param>
sealed record PreparedMaterial(Material Material, Func<CancellationToken, Task<Stream?>> OpenAsync);
