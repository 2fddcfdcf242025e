namespace ThaffFunctions.NotesReading;

/// <summary>A picture that can be published: turned upright, and without the metadata of its file (place, time, camera).</summary>
/// <param name="Name">The path beside the notes; of a picture inside a Word file, its name there.</param>
/// <param name="MediaType">PNG or JPEG.</param>
/// <param name="Width">In pixels.</param>
/// <param name="Height">In pixels.</param>
/// <param name="Bytes">The file.</param>
public sealed record Picture(string Name, string MediaType, int Width, int Height, ReadOnlyMemory<byte> Bytes);
