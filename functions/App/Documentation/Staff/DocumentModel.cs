using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>The page of <see cref="OpenDocument"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Folder">The folder in container notes.</param>
/// <param name="Title">What it is about.</param>
/// <param name="NotesName">How its notes must be named, without extension.</param>
/// <param name="State">How the document stands.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record DocumentModel(
    StaffFrame Frame, string Folder, string Title, string NotesName, DocumentState State, FieldProblems Problems) : IModelOf<DocumentPage>
{
    /// <summary>Where it is public; null if nothing is.</summary>
    public string? PublicPath { get; init; }

    /// <summary>What the form for files proposes, or what was chosen: that new notes are looked at before they are public.</summary>
    public bool AsDraft { get; init; }

    /// <summary>Whether there is a PDF of the draft.</summary>
    public bool HasPreview { get; init; }

    /// <summary>What should be improved, with the place in the file.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public IReadOnlyList<NotesFile> Files { get; init; } = [];

    /// <summary>The notes; null if there are none, or several.</summary>
    public NotesFile? Notes { get; init; }

    /// <summary>Whether the notes can be shown as a page.</summary>
    public bool HasPage { get; init; }

    /// <inheritdoc cref="DocumentFolder.TakesMaterial"/>
    public bool TakesMaterial { get; init; }

    /// <summary>Whether a file is what is public now: it is withdrawn first, so that no click on a file takes a page away.</summary>
    public bool IsPublic(NotesFile file) => State == DocumentState.Public && file.Name == Notes?.Name;

    public bool IsForeword => NotesName == YearVolume.Foreword.FileName;
}
