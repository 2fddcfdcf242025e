using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList;

/// <summary>What a subscriber wants to hear of; asked for nothing that is not used. None chosen means all.</summary>
/// <param name="Regions">Where exchanges on site are of interest.</param>
/// <param name="Documentation">Also a mail when a documentation comes out.</param>
public sealed record Preferences(IReadOnlyList<Region> Regions, bool Documentation)
{
    public static readonly Preferences Invitations = new([], Documentation: false);

    public IReadOnlyList<Sector> Sectors { get; init; } = [];

    /// <summary>Focus topics, as the programme calls them.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public bool NameSectorsOrRegions => Sectors.Count > 0 || Regions.Count > 0;

    /// <summary>In German, for pages and proofs.</summary>
    public override string ToString()
    {
        var invitations = Regions.Count == 0 ? "zu Terminen in allen Regionen und online"
            : $"zu Online-Terminen und in: {string.Join("; ", Regions.Select(region => region.Name))}";
        var sectors = Sectors.Count == 0 ? "" : $" Branchen: {string.Join("; ", Sectors.Select(sector => sector.Name))}.";
        var topics = Topics.Count == 0 ? "" : $" Schwerpunkte: {string.Join("; ", Topics)}.";
        return $"Einladungen {invitations}.{sectors}{topics} Hinweise auf neue Dokumentationen: {(Documentation ? "ja" : "nein")}.";
    }

    public bool Include(Audience audience) =>
        Meet(Regions, audience.Regions, EqualityComparer<Region>.Default)
        && Meet(Sectors, audience.Sectors, EqualityComparer<Sector>.Default)
        && Meet(Topics, audience.Topics, StringComparer.OrdinalIgnoreCase);

    static bool Meet<T>(IReadOnlyList<T> chosen, IReadOnlyList<T> concerned, IEqualityComparer<T> comparer) =>
        chosen.Count == 0 || concerned.Count == 0 || chosen.Intersect(concerned, comparer).Any();
}
