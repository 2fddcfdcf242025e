using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>A sector or region whose multipliers get a kit of their own. Keys of sectors and regions differ.</summary>
/// <param name="Key">In addresses.</param>
/// <param name="Name">For people, in both languages.</param>
/// <param name="Choice">What somebody would choose who wants to hear of nothing else.</param>
public sealed record Segment(string Key, Bilingual Name, Preferences Choice)
{
    /// <summary>The sectors that are one; not „Andere Branche“.</summary>
    public static readonly IReadOnlyList<Segment> OfSectors =
    [
        .. Sector.All.Where(sector => sector.Key != "andere")
            .Select(sector => new Segment(sector.Key, new(sector.Name, sector.English), new([], false) { Sectors = [sector] })),
    ];

    /// <summary>The regions of Thuringia.</summary>
    public static readonly IReadOnlyList<Segment> OfRegions =
    [
        .. Region.All.Where(region => region.Key != "ausserhalb")
            .Select(region => new Segment(region.Key, new(region.Name, region.English), new([region], false))),
    ];

    /// <summary>The path of its kit, in German.</summary>
    public string Path => $"{ShowKits.Path}/{Key}";

    public bool IsRegion => Choice.Regions.Count > 0;

    public static Segment? Find(string key) => OfSectors.Concat(OfRegions).FirstOrDefault(segment => segment.Key == key);

    /// <summary>Sessions online and those for all sectors concern everybody.</summary>
    public bool Concerns(Session session) => Choice.Include(Audience.Of(session));
}
