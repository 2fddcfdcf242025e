namespace ThaffFunctions.LocalHost.Blobs;

/// <summary>What is known of a blob: enough to tell that it was replaced, and to describe it once it is gone.</summary>
sealed record BlobState(string Name, string ETag, long Length, string ContentType);
