using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Staff;

/// <summary>Tells staff that there is nothing at an address of the Redaktion.</summary>
/// <param name="Frame">What stands around it, and leads on.</param>
public sealed record UnknownStaffModel(StaffFrame Frame) : IModelOf<UnknownStaffPage>;
