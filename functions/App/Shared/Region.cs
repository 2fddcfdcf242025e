namespace ThaffFunctions.Shared;

/// <summary>
/// A Landkreis or kreisfreie Stadt of Thuringia (17 + 5), or outside of Thuringia. <paramref name="Key"/> is used in forms, JSON and
/// tables.
/// </summary>
public sealed record Region(string Key, string Name, string English)
{
    public static readonly IReadOnlyList<Region> All =
    [
        new("altenburger-land", "Altenburger Land", "Altenburger Land"),
        new("eichsfeld", "Eichsfeld", "Eichsfeld"),
        new("erfurt", "Erfurt, Stadt", "Erfurt (city)"),
        new("gera", "Gera, Stadt", "Gera (city)"),
        new("gotha", "Gotha", "Gotha"),
        new("greiz", "Greiz", "Greiz"),
        new("hildburghausen", "Hildburghausen", "Hildburghausen"),
        new("ilm-kreis", "Ilm-Kreis", "Ilm-Kreis"),
        new("jena", "Jena, Stadt", "Jena (city)"),
        new("kyffhaeuserkreis", "Kyffhäuserkreis", "Kyffhäuserkreis"),
        new("nordhausen", "Nordhausen", "Nordhausen"),
        new("saale-holzland-kreis", "Saale-Holzland-Kreis", "Saale-Holzland-Kreis"),
        new("saale-orla-kreis", "Saale-Orla-Kreis", "Saale-Orla-Kreis"),
        new("saalfeld-rudolstadt", "Saalfeld-Rudolstadt", "Saalfeld-Rudolstadt"),
        new("schmalkalden-meiningen", "Schmalkalden-Meiningen", "Schmalkalden-Meiningen"),
        new("soemmerda", "Sömmerda", "Sömmerda"),
        new("sonneberg", "Sonneberg", "Sonneberg"),
        new("suhl", "Suhl, Stadt", "Suhl (city)"),
        new("unstrut-hainich-kreis", "Unstrut-Hainich-Kreis", "Unstrut-Hainich-Kreis"),
        new("wartburgkreis", "Wartburgkreis", "Wartburgkreis"),
        new("weimar", "Weimar, Stadt", "Weimar (city)"),
        new("weimarer-land", "Weimarer Land", "Weimarer Land"),
        new("ausserhalb", "außerhalb Thüringens", "outside Thuringia"),
    ];

    /// <summary>Of a person who did not say; nothing else has it.</summary>
    public static readonly Region Unstated = new("", "keine Angabe", "not stated");

    /// <summary>What can be said of a person.</summary>
    public static readonly IReadOnlyList<Region> OfPersons = [Unstated, .. All];

    /// <summary>
    /// What staff are told who typed another one. It is not repeated: reports stay, and a column that was mixed up holds names.
    /// </summary>
    public static string Unknown => $"Eine der Regionen gibt es nicht. Möglich sind: {string.Join("; ", All.Select(one => one.Name))}.";

    public string NameIn(Language language) => language.Say(Name, English);

    public static Region? Find(string? key) => All.FirstOrDefault(region => region.Key == key);

    /// <param name="key">Empty where the person did not say.</param>
    public static Region? FindOfPerson(string? key) => OfPersons.FirstOrDefault(region => region.Key == key);
}
