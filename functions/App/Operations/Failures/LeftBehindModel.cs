using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Operations.Failures;

/// <summary>The page of <see cref="DecideOnLeftBehind"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Work">What waits, the oldest first.</param>
/// <param name="Problems">Why something could not be done.</param>
public sealed record LeftBehindModel(StaffFrame Frame, IReadOnlyList<LeftBehind> Work, FieldProblems Problems) : IModelOf<LeftBehindPage>;
