using ThaffFunctions.Documentation.Notes;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>The foreword in the folder of a year.</summary>
sealed record Foreword(NotesFolder Folder)
{
    public const string FileName = "vorwort", Title = "Vorwort";

    /// <summary>The foreword's files, in any format; at most one is expected.</summary>
    public IReadOnlyList<NotesFile> Files { get; } = [.. Folder.FindTexts(FileName)];
}
