using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>The notes as a page, published or not.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Folder">The folder in container notes.</param>
/// <param name="Title">Under which it would be published.</param>
/// <param name="Content">The page's HTML.</param>
public sealed record DraftModel(StaffFrame Frame, string Folder, string Title, string Content) : IModelOf<DraftPage>;
