namespace ThaffFunctions.LocalHost.Blobs;

/// <summary>
/// The state of a blob at the last listing: enough to detect that it was replaced, and to describe it after it was deleted.
/// </summary>
sealed record BlobState(string Name, string ETag, long Length, string ContentType);
