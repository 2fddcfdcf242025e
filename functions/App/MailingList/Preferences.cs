using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList;

/// <summary>What a subscriber wants to hear of; asked for nothing that is not used.</summary>
/// <param name="Regions">Where exchanges on site are of interest; none chosen means everywhere.</param>
/// <param name="Documentation">Also a mail when a documentation comes out.</param>
public sealed record Preferences(IReadOnlyList<Region> Regions, bool Documentation)
{
    public static readonly Preferences Invitations = new([], Documentation: false);

    /// <summary>In German, for pages and proofs.</summary>
    public override string ToString()
    {
        var invitations = Regions.Count == 0 ? "zu Terminen in allen Regionen und online"
            : $"zu Online-Terminen und in: {string.Join("; ", Regions.Select(region => region.Name))}";
        return $"Einladungen {invitations}. Hinweise auf neue Dokumentationen: {(Documentation ? "ja" : "nein")}.";
    }

    /// <param name="region">Where a session takes place; null for online, which is near everybody.</param>
    public bool Include(Region? region) => region is null || Regions.Count == 0 || Regions.Contains(region);
}
