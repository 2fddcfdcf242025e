using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Staff;

/// <summary>The page of <see cref="ShowStaffPages"/>.</summary>
public sealed record StaffPagesModel : IModelOf<StaffPages>;
