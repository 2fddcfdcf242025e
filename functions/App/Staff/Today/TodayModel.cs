using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Staff.Today;

/// <summary>The page of <see cref="ShowToday"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Parts">Each kind with its lines, in their order; kinds without lines are left out.</param>
/// <param name="Problems">What is wrong.</param>
public sealed record TodayModel(StaffFrame Frame, IReadOnlyList<(ToDoSource Kind, IReadOnlyList<ToDo> Lines)> Parts, FieldProblems Problems)
    : IModelOf<TodayPage>
{
    public bool IsNothingToDo => !Parts.Any(part => part.Kind.IsTask);
}
