namespace ThaffFunctions.NotesReading;

/// <summary>How much the pictures of one document may be, in a Word file or beside other notes: all are in memory at once.</summary>
public static class PictureLimits
{
    public const int MaxMegabytes = 20;

    /// <summary>Of one picture.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    public const int MaxMegabytesTogether = 150;
    public const long MaxBytesTogether = MaxMegabytesTogether * 1024L * 1024;

    /// <summary>A file of a few kilobytes unpacks to millions of pixels; many of them would keep an instance busy for an hour.</summary>
    public const long MaxPixelsTogether = 1_000_000_000;

    /// <summary>What to say of a picture that is over a limit of bytes.</summary>
    public static readonly string TooLarge = $"Bilder dürfen je {MaxMegabytes} MB und zusammen {MaxMegabytesTogether} MB groß sein.";

    /// <summary>What to say of pictures that are over the limit of pixels.</summary>
    public const string TooManyPixels = "Bilder dürfen zusammen eine Milliarde Bildpunkte haben.";
}
