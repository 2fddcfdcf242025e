using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList.Choosing;

/// <summary>Regions, sectors and topics in a column of a table. Unknown keys are left out: the lists may change.</summary>
static class ChoiceKeys
{
    public static string Join(IEnumerable<Region> regions) => string.Join(';', regions.Select(region => region.Key));

    public static string Join(IEnumerable<Sector> sectors) => string.Join(';', sectors.Select(sector => sector.Key));

    /// <summary>Topics are texts of staff: a tab separates them.</summary>
    public static string Join(IEnumerable<string> topics) => string.Join('\t', topics);

    public static IReadOnlyList<Region> Regions(string? keys) => [.. Split(keys, ';').Select(Region.Find).OfType<Region>()];

    public static IReadOnlyList<Sector> Sectors(string? keys) => [.. Split(keys, ';').Select(Sector.Find).OfType<Sector>()];

    public static IReadOnlyList<string> Topics(string? keys) => Split(keys, '\t');

    static string[] Split(string? keys, char separator) => (keys ?? "").Split(separator, StringSplitOptions.RemoveEmptyEntries);
}
