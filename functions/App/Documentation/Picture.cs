namespace ThaffFunctions.Documentation;

/// <summary>A picture of a documentation, fit to be published: upright, and without what its file told of place, time and camera.</summary>
/// <param name="Name">The path beside the notes.</param>
/// <param name="MediaType">PNG or JPEG.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Bytes">The file.</param>
public sealed record Picture(string Name, string MediaType, int Width, int Height, ReadOnlyMemory<byte> Bytes)
{
    /// <summary>Where the site serves it.</summary>
    /// <param name="page">The path of the page that shows it.</param>
    public string PathBelow(string page) => $"{page}/bilder/{string.Join('/', Name.Split('/').Select(Uri.EscapeDataString))}";
}
