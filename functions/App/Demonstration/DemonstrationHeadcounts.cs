using ThaffFunctions.Registration.Headcounts;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Demonstration;

/// <summary>Invented participation of the past sessions: only counts, as they are kept after registrations are erased.</summary>
static class DemonstrationHeadcounts
{
    static readonly Dictionary<string, (string Sectors, string Regions)> Numbers = new()
    {
        ["anerkennung"] = (
            "handwerk 12, gesundheit-soziales 9, industrie 8, bau 6, kammer-verband 5, bildung-wissenschaft 3, it 2",
            "erfurt 14, gotha 7, weimar 6, ilm-kreis 5, jena 5, soemmerda 3, weimarer-land 3, ausserhalb 2"),
        ["deutsch-im-betrieb"] = (
            "industrie 17, handwerk 13, gesundheit-soziales 12, gastgewerbe 7, verkehr-logistik 6, kammer-verband 5, "
            + "bildung-wissenschaft 4, handel 3",
            "erfurt 11, jena 9, gera 8, wartburgkreis 7, eichsfeld 6, nordhausen 6, saalfeld-rudolstadt 7, greiz 3, suhl 4, "
            + "altenburger-land 3, ausserhalb 3"),
        ["ankommen-wohnen"] = (
            "gesundheit-soziales 8, handwerk 7, industrie 6, oeffentlicher-dienst 6, gastgewerbe 5, kammer-verband 2, dienstleistung 1",
            "suhl 10, schmalkalden-meiningen 9, hildburghausen 6, sonneberg 6, ilm-kreis 4"),
        ["pflege-einarbeiten"] = (
            "gesundheit-soziales 38, bildung-wissenschaft 5, kammer-verband 4, oeffentlicher-dienst 3, dienstleistung 2",
            "gera 13, altenburger-land 9, greiz 8, jena 7, saale-orla-kreis 6, saale-holzland-kreis 5, erfurt 4"),
        ["beschleunigtes-verfahren"] = (
            "handwerk 21, industrie 18, gesundheit-soziales 16, bau 11, verkehr-logistik 7, gastgewerbe 6, it 6, kammer-verband 6, "
            + "handel 4, dienstleistung 3",
            "erfurt 17, jena 11, gotha 10, gera 9, unstrut-hainich-kreis 8, wartburgkreis 8, nordhausen 7, ausserhalb 7, eichsfeld 5, "
            + "weimar 6, kyffhaeuserkreis 6, soemmerda 4"),
    };

    /// <summary>The count of a past session; null for a future one.</summary>
    /// <param name="slug">The session's id without year and month.</param>
    public static Headcount? Of(string slug)
    {
        if (!Numbers.TryGetValue(slug, out var numbers)) return null;

        var sectors = Read(numbers.Sectors, key => Sector.Find(key)!);
        return new(sectors.Values.Sum(), sectors, Read(numbers.Regions, key => Region.Find(key)!));
    }

    static Dictionary<T, int> Read<T>(string numbers, Func<string, T> find) where T : notnull => numbers
        .Split(", ").Select(number => number.Split(' '))
        .ToDictionary(number => find(number[0]), number => int.Parse(number[1], System.Globalization.CultureInfo.InvariantCulture));
}
