namespace ThaffFunctions.Staff;

/// <summary>A page of the staff area that stands in its navigation; the slice that has the page registers it.</summary>
/// <param name="Place">Where it stands among the others.</param>
/// <param name="Name">What the navigation calls it, in German.</param>
/// <param name="Path">The path of the page; the pages below it belong to it.</param>
public sealed record StaffEntry(NavigationPlace Place, string Name, string Path)
{
    public bool Holds(string path) => IsAt(path) || path.StartsWith(Path + "/", StringComparison.OrdinalIgnoreCase);

    public bool IsAt(string path) => string.Equals(Path, path, StringComparison.OrdinalIgnoreCase);
}
