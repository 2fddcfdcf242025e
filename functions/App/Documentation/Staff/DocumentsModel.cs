using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Documentation.Staff;

/// <summary>The page of <see cref="ListDocuments"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Year">The year that is shown.</param>
/// <param name="Years">The years that there are.</param>
/// <param name="Rows">The documents: folder, title, day, state in German, and how many remarks.</param>
public sealed record DocumentsModel(
    StaffFrame Frame, int Year, IReadOnlyList<int> Years,
    IReadOnlyList<(string Folder, string Title, DateTimeOffset? Day, string State, int Remarks)> Rows) : IModelOf<DocumentsPage>;
