using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>The pictures of some notes.</summary>
/// <param name="ByAddress">Those that are there, by the address the notes give them.</param>
/// <param name="Unusable">Those that cannot be published.</param>
public sealed record FoundPictures(IReadOnlyDictionary<string, Picture> ByAddress, IReadOnlyList<FileRemark> Unusable);
