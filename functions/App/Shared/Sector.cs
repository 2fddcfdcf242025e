namespace ThaffFunctions.Shared;

/// <summary>A sector (Branche). <paramref name="Key"/> is used in forms, JSON and tables.</summary>
public sealed record Sector(string Key, string Name, string English)
{
    public static readonly IReadOnlyList<Sector> All =
    [
        new("handwerk", "Handwerk", "Crafts"),
        new("gesundheit-soziales", "Gesundheit und Soziales", "Health and social care"),
        new("industrie", "Industrie und verarbeitendes Gewerbe", "Industry and manufacturing"),
        new("bau", "Baugewerbe", "Construction"),
        new("handel", "Handel", "Trade and retail"),
        new("gastgewerbe", "Hotel- und Gastgewerbe", "Hotels and restaurants"),
        new("verkehr-logistik", "Verkehr und Logistik", "Transport and logistics"),
        new("it", "Informations- und Kommunikationstechnik", "Information and communication technology"),
        new("land-forst", "Land- und Forstwirtschaft", "Agriculture and forestry"),
        new("bildung-wissenschaft", "Bildung und Wissenschaft", "Education and research"),
        new("dienstleistung", "Sonstige Dienstleistungen", "Other services"),
        new("oeffentlicher-dienst", "Öffentlicher Dienst", "Public service"),
        new("kammer-verband", "Kammern, Verbände, Beratungsstellen", "Chambers, associations, advice centres"),
        new("andere", "Andere Branche", "Another sector"),
    ];

    /// <summary>Of a person who did not say; nothing else has it.</summary>
    public static readonly Sector Unstated = new("", "keine Angabe", "not stated");

    /// <summary>What can be said of a person.</summary>
    public static readonly IReadOnlyList<Sector> OfPersons = [Unstated, .. All];

    /// <summary>
    /// What staff are told who typed another one. It is not repeated: reports stay, and a column that was mixed up holds names.
    /// </summary>
    public static string Unknown => $"Eine der Branchen gibt es nicht. Möglich sind: {string.Join("; ", All.Select(one => one.Name))}.";

    public string NameIn(Language language) => language.Say(Name, English);

    public static Sector? Find(string? key) => All.FirstOrDefault(sector => sector.Key == key);

    /// <param name="key">Empty where the person did not say.</param>
    public static Sector? FindOfPerson(string? key) => OfPersons.FirstOrDefault(sector => sector.Key == key);
}
