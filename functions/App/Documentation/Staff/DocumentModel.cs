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
    /// <inheritdoc cref="DocumentFolder.NotBefore"/>
    public DateTimeOffset? NotBefore { get; init; }

    /// <summary>Where it is public; null if nothing is.</summary>
    public string? PublicPath { get; init; }

    /// <summary>What the form for files proposes, or what was chosen: that new notes are looked at before they are public.</summary>
    public bool AsDraft { get; init; }

    /// <summary>Whether there is a PDF of the draft.</summary>
    public bool HasPreview { get; init; }

    /// <summary>What should be improved, with the place in the file.</summary>
    public IReadOnlyList<string> Remarks { get; init; } = [];

    public IReadOnlyList<NotesFile> Files { get; init; } = [];

    /// <summary>The notes among them; one, unless somebody put several there.</summary>
    public IReadOnlyList<NotesFile> Notes { get; init; } = [];

    /// <summary>Whether the notes can be shown as a page.</summary>
    public bool HasPage { get; init; }

    /// <inheritdoc cref="DocumentFolder.TakesMaterial"/>
    public bool TakesMaterial { get; init; }

    /// <summary>Whether something is public that comes from these notes. A year's volume is public without its foreword, too.</summary>
    public bool CanWithdraw => PublicPath is not null && Notes.Count > 0 && (!IsForeword
        || State is DocumentState.Public or DocumentState.Refused && !Notes.All(file => file.IsDraft == true));

    /// <summary>
    /// Whether a file is a part of what is public, or may be: that is withdrawn first, so that no click on a file takes a page or a picture
    /// away.
    /// </summary>
    public bool IsPublic(NotesFile file) =>
        CanWithdraw && (NotesFolder.IsBesideNotes(file) || Notes is [var only] && only.Name == file.Name);

    public bool IsForeword => NotesName == YearVolume.Foreword.FileName;
}
