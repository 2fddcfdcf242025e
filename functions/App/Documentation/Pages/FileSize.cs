using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Documentation.Pages;

static class FileSize
{
    const double Kilobyte = 1000, Megabyte = 1000 * Kilobyte;

    /// <summary>The size as German text, such as <c>240 KB</c> or <c>1,2 MB</c>.</summary>
    public static string Of(long bytes) => bytes < Megabyte
        ? string.Create(Berlin.German, $"{Math.Ceiling(bytes / Kilobyte):0} KB")
        : string.Create(Berlin.German, $"{bytes / Megabyte:0.0} MB");
}
