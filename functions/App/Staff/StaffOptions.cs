namespace ThaffFunctions.Staff;

/// <summary>Section <c>Staff</c>.</summary>
public sealed record StaffOptions
{
    public const string Section = "Staff";

    /// <summary>
    /// Whether Easy Auth stands in front of the app. Only then does the header that names who signed in come from it and not from the
    /// visitor; otherwise there are no staff pages.
    /// </summary>
    public bool SignIn { get; init; }
}
