namespace ThaffFunctions.LocalHost.Blobs;

/// <summary>A blob that was put or deleted.</summary>
sealed record BlobChange(BlobState Blob, bool Deleted)
{
    /// <summary>What happened between two looks into a container. A replaced blob has another ETag.</summary>
    public static IReadOnlyList<BlobChange> Between(IReadOnlyDictionary<string, BlobState> before,
        IReadOnlyDictionary<string, BlobState> after) =>
    [
        .. after.Values.Where(blob => before.GetValueOrDefault(blob.Name)?.ETag != blob.ETag)
            .Select(blob => new BlobChange(blob, Deleted: false)),
        .. before.Values.Where(blob => !after.ContainsKey(blob.Name)).Select(blob => new BlobChange(blob, Deleted: true)),
    ];
}
