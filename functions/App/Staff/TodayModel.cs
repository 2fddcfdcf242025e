using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Staff;

/// <summary>The page of <see cref="ShowToday"/>.</summary>
/// <param name="Frame">What stands around it.</param>
public sealed record TodayModel(StaffFrame Frame) : IModelOf<TodayPage>;
