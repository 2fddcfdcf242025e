using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Staff;

/// <summary>The page of <see cref="ShowStaffPages"/>.</summary>
public sealed record StaffPagesModel : IModelOf<StaffPages>;
