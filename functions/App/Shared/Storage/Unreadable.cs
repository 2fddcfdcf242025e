namespace ThaffFunctions.Shared.Storage;

/// <summary>Something stored that cannot be read: a column is missing or has the wrong type, or a file is not what it should be.</summary>
/// <param name="Place">The table or container.</param>
/// <param name="Key">Where in it: partition and row, or the name of the file. Keys are ids and hashes; they name no person.</param>
public sealed record Unreadable(string Place, string Key)
{
    public override string ToString() => $"{Place}: {Key}";
}
