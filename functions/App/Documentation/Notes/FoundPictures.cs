using ThaffFunctions.NotesReading;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>The pictures that a notes file shows.</summary>
/// <param name="ByAddress">The usable pictures, by their address in the notes.</param>
/// <param name="Unusable">One remark for each picture that cannot be published.</param>
public sealed record FoundPictures(IReadOnlyDictionary<string, Picture> ByAddress, IReadOnlyList<FileRemark> Unusable);
