namespace ThaffFunctions.Staff;

/// <summary>What every staff page shows around its content, and what its forms need. <see cref="StaffArea.FrameOf"/> makes it.</summary>
/// <param name="Navigation">The pages, in their order.</param>
/// <param name="Path">The page's own path.</param>
/// <param name="Member">Who is signed in.</param>
/// <param name="Status">What was done before the browser was sent here; null if nothing was.</param>
/// <param name="TokenFor">Makes the token for the form that is posted to a path.</param>
public sealed record StaffFrame(
    IReadOnlyList<StaffEntry> Navigation, string Path, StaffMember Member, string? Status, Func<string, string> TokenFor)
{
    /// <summary>The page that staff begin with.</summary>
    public StaffEntry Start => Navigation[0];

    /// <summary>The entry that the page belongs to: of those above it the nearest.</summary>
    public StaffEntry? Here => Navigation.Where(entry => entry.Holds(Path)).MaxBy(entry => entry.Path.Length);

    /// <summary>The value of <c>aria-current</c>.</summary>
    public string? Current(StaffEntry entry) => entry != Here ? null : entry.IsAt(Path) ? "page" : "true";
}
