using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Programme.Staff;

/// <summary>The page of <see cref="ReceiveProgramme"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Problems">What is wrong with the form.</param>
public sealed record ProgrammeFileModel(StaffFrame Frame, FieldProblems Problems) : IModelOf<ProgrammeFilePage>
{
    /// <summary>The file's name; empty before one is chosen.</summary>
    public string Name { get; init; } = "";

    /// <summary>The file, base64, carried from the difference to the act.</summary>
    public string Content { get; init; } = "";

    /// <summary>What the file would do; null before one is chosen.</summary>
    internal ProgrammePreview? Preview { get; init; }

    /// <summary>What somebody agrees to: should another difference follow from the same file meanwhile, it is shown first.</summary>
    internal string Version => Preview is null ? "" : FormVersion.Of(Preview.Changes.SelectMany(change => change.Fields.Select(part =>
        $"{change.After.Session.Id} {part.Field} {part.Before} {part.After}")));
}
