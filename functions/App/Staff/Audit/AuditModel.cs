using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Staff.Audit;

/// <summary>The page of <see cref="ShowAudit"/>.</summary>
/// <param name="Frame">What stands around it.</param>
/// <param name="Filter">What was asked for.</param>
/// <param name="Months">The months that can be asked for, the newest first.</param>
/// <param name="Persons">Who changed something.</param>
/// <param name="Acts">What was done.</param>
/// <param name="Entries">The entries of this page; what each was done to, if its name is known.</param>
/// <param name="Next">The link to the next page; null on the last.</param>
public sealed record AuditModel(StaffFrame Frame, AuditFilter Filter, IReadOnlyList<DateOnly> Months,
    IReadOnlyList<(string Id, string Name)> Persons, IReadOnlyList<string> Acts, IReadOnlyList<(AuditEntry Entry, string? Name)> Entries,
    string? Next)
    : IModelOf<AuditPage>;
