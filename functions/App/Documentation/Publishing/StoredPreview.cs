using Azure;

namespace ThaffFunctions.Documentation.Publishing;

/// <summary>A preview as it was read.</summary>
/// <param name="Version">The fingerprint of the source it was made from; null if there is no preview.</param>
/// <param name="ETag">Of the file; default if there is none.</param>
sealed record StoredPreview(string? Version, ETag ETag)
{
    public static readonly StoredPreview None = new(null, default);
}
