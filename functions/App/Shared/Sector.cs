namespace ThaffFunctions.Shared;

/// <summary>A sector (Branche). <paramref name="Key"/> is used in forms, JSON and tables.</summary>
public sealed record Sector(string Key, string Name)
{
    public static readonly IReadOnlyList<Sector> All =
    [
        new("handwerk", "Handwerk"),
        new("gesundheit-soziales", "Gesundheit und Soziales"),
        new("industrie", "Industrie und verarbeitendes Gewerbe"),
        new("bau", "Baugewerbe"),
        new("handel", "Handel"),
        new("gastgewerbe", "Hotel- und Gastgewerbe"),
        new("verkehr-logistik", "Verkehr und Logistik"),
        new("it", "Informations- und Kommunikationstechnik"),
        new("land-forst", "Land- und Forstwirtschaft"),
        new("bildung-wissenschaft", "Bildung und Wissenschaft"),
        new("dienstleistung", "Sonstige Dienstleistungen"),
        new("oeffentlicher-dienst", "Öffentlicher Dienst"),
        new("kammer-verband", "Kammern, Verbände, Beratungsstellen"),
        new("andere", "Andere Branche"),
    ];

    /// <summary>Of a person who did not say; nothing else has it.</summary>
    public static readonly Sector Unstated = new("", "keine Angabe");

    /// <summary>What can be said of a person.</summary>
    public static readonly IReadOnlyList<Sector> OfPersons = [Unstated, .. All];

    public static Sector? Find(string? key) => All.FirstOrDefault(sector => sector.Key == key);

    /// <param name="key">Empty where the person did not say.</param>
    public static Sector? FindOfPerson(string? key) => OfPersons.FirstOrDefault(sector => sector.Key == key);
}
