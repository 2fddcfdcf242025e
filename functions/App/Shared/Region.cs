namespace ThaffFunctions.Shared;

/// <summary>
/// A Landkreis or kreisfreie Stadt of Thuringia (17 + 5), or outside of Thuringia. <paramref name="Key"/> is used in forms, JSON and
/// tables.
/// </summary>
public sealed record Region(string Key, string Name)
{
    public static readonly IReadOnlyList<Region> All =
    [
        new("altenburger-land", "Altenburger Land"),
        new("eichsfeld", "Eichsfeld"),
        new("erfurt", "Erfurt, Stadt"),
        new("gera", "Gera, Stadt"),
        new("gotha", "Gotha"),
        new("greiz", "Greiz"),
        new("hildburghausen", "Hildburghausen"),
        new("ilm-kreis", "Ilm-Kreis"),
        new("jena", "Jena, Stadt"),
        new("kyffhaeuserkreis", "Kyffhäuserkreis"),
        new("nordhausen", "Nordhausen"),
        new("saale-holzland-kreis", "Saale-Holzland-Kreis"),
        new("saale-orla-kreis", "Saale-Orla-Kreis"),
        new("saalfeld-rudolstadt", "Saalfeld-Rudolstadt"),
        new("schmalkalden-meiningen", "Schmalkalden-Meiningen"),
        new("soemmerda", "Sömmerda"),
        new("sonneberg", "Sonneberg"),
        new("suhl", "Suhl, Stadt"),
        new("unstrut-hainich-kreis", "Unstrut-Hainich-Kreis"),
        new("wartburgkreis", "Wartburgkreis"),
        new("weimar", "Weimar, Stadt"),
        new("weimarer-land", "Weimarer Land"),
        new("ausserhalb", "außerhalb Thüringens"),
    ];

    /// <summary>Of a person who did not say; nothing else has it.</summary>
    public static readonly Region Unstated = new("", "keine Angabe");

    /// <summary>What can be said of a person.</summary>
    public static readonly IReadOnlyList<Region> OfPersons = [Unstated, .. All];

    public static Region? Find(string? key) => All.FirstOrDefault(region => region.Key == key);

    /// <param name="key">Empty where the person did not say.</param>
    public static Region? FindOfPerson(string? key) => OfPersons.FirstOrDefault(region => region.Key == key);
}
