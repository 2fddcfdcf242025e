namespace ThaffFunctions.LocalHost.Blobs;

/// <summary>A blob that was created, replaced or deleted.</summary>
sealed record BlobChange(BlobState Blob, bool Deleted)
{
    /// <summary>The difference between two listings of a container. A replaced blob has a different ETag.</summary>
    public static IReadOnlyList<BlobChange> Between(IReadOnlyDictionary<string, BlobState> before,
        IReadOnlyDictionary<string, BlobState> after) =>
    [
        .. after.Values.Where(blob => before.GetValueOrDefault(blob.Name)?.ETag != blob.ETag)
            .Select(blob => new BlobChange(blob, Deleted: false)),
        .. before.Values.Where(blob => !after.ContainsKey(blob.Name)).Select(blob => new BlobChange(blob, Deleted: true)),
    ];
}
