namespace ThaffFunctions.Registration;

/// <summary>What somebody needs to take part. It tells nothing of why: nobody asks for that.</summary>
/// <param name="Kinds">Keys of <see cref="All"/>, joined by <c>;</c>.</param>
/// <param name="Other">In their own words; may be empty.</param>
public sealed record AccessNeeds(string Kinds, string Other)
{
    public static readonly IReadOnlyList<(string Key, string Name)> All =
    [
        ("gebaerdensprache", "Dolmetschen in Deutsche Gebärdensprache"),
        ("untertitel", "Schriftdolmetschen oder Untertitel"),
        ("stufenlos", "Stufenloser Zugang"),
        ("dolmetschen", "Dolmetschen in eine andere Sprache (bitte unten nennen)"),
    ];

    public static readonly AccessNeeds None = new("", "");

    public bool Any => this != None;

    /// <summary>In words, for people.</summary>
    public string Words => string.Join("; ", [.. NamesOf(Kinds), .. Other.Length > 0 ? [Other] : Array.Empty<string>()]);

    public static AccessNeeds Of(IEnumerable<string> kinds, string other) =>
        new(string.Join(';', All.Select(kind => kind.Key).Intersect(kinds)), other);

    public static bool IsKnown(string kind) => All.Any(known => known.Key == kind);

    public IReadOnlyList<string> List => Kinds.Split(';', StringSplitOptions.RemoveEmptyEntries);

    static IEnumerable<string> NamesOf(string kinds) =>
        All.Where(kind => kinds.Split(';').Contains(kind.Key)).Select(kind => kind.Name.Split(" (")[0]);
}
