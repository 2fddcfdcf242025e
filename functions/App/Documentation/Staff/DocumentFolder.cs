using ThaffFunctions.Documentation.Publishing;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>A folder of container notes as staff know it.</summary>
/// <param name="Folder">Its name.</param>
/// <param name="Place">Who makes the document.</param>
/// <param name="Document">The document that is made of it.</param>
/// <param name="Title">What it is about.</param>
/// <param name="NotesName">How its notes must be named, without extension.</param>
/// <param name="PublicPath">Where the document is public.</param>
sealed record DocumentFolder(
    string Folder, PublicationTarget Place, DocumentPath Document, string Title, string NotesName, string PublicPath)
{
    /// <summary>Before this moment staff cannot publish the notes as they are; null for at any time.</summary>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Whether files are published beside the document.</summary>
    public bool TakesMaterial => Document.Session is not null;

    /// <summary>Whether the notes are a foreword, which is a part of the year's volume only.</summary>
    public bool IsForeword => NotesName == YearVolume.Foreword.FileName;
}
