namespace ThaffFunctions.NotesReading;

/// <summary>How much the pictures of one document may be, in a Word file or beside other notes: all are in memory at once.</summary>
public static class PictureLimits
{
    /// <summary>Of one picture.</summary>
    public const int MaxBytes = 20 * 1024 * 1024;

    public const long MaxBytesTogether = 150 * 1024 * 1024;

    /// <summary>A file of a few kilobytes unpacks to millions of pixels; many of them would keep an instance busy for an hour.</summary>
    public const long MaxPixelsTogether = 1_000_000_000;
}
