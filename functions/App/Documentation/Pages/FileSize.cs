using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Documentation.Pages;

static class FileSize
{
    const double Kilobyte = 1000, Megabyte = 1000 * Kilobyte;

    /// <summary>240 KB, 1,2 MB</summary>
    public static string Of(long bytes) => bytes < Megabyte
        ? string.Create(Berlin.German, $"{Math.Ceiling(bytes / Kilobyte):0} KB")
        : string.Create(Berlin.German, $"{bytes / Megabyte:0.0} MB");
}
