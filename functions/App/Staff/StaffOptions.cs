using System.ComponentModel.DataAnnotations;

namespace ThaffFunctions.Staff;

/// <summary>Section <c>Staff</c>.</summary>
public sealed record StaffOptions
{
    public const string Section = "Staff";

    /// <summary>
    /// Whether Easy Auth is enabled for the app. Only then does the header with the signed-in person come from Easy Auth; otherwise
    /// visitors could send it themselves, so there are no staff pages.
    /// </summary>
    public bool SignIn { get; init; }

    /// <summary>How many years it is kept who changed what on the staff pages.</summary>
    [Range(1, 10)]
    public int AuditYears { get; init; } = 2;
}
