using ThaffFunctions.Registration.Changes;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Site.About;

/// <summary>Where a region of Azure lies, for people. Of one that is not listed, the notice tells its name only.</summary>
static class HostingPlace
{
    static readonly Dictionary<string, Bilingual> InTheUnion = new(StringComparer.OrdinalIgnoreCase)
    {
        ["austriaeast"] = new("Österreich", "Austria"),
        ["belgiumcentral"] = new("Belgien", "Belgium"),
        ["francecentral"] = new("Frankreich", "France"),
        ["germanynorth"] = new("Deutschland", "Germany"),
        ["germanywestcentral"] = new("Deutschland", "Germany"),
        ["italynorth"] = new("Italien", "Italy"),
        ["northeurope"] = new("Irland", "Ireland"),
        ["polandcentral"] = new("Polen", "Poland"),
        ["spaincentral"] = new("Spanien", "Spain"),
        ["swedencentral"] = new("Schweden", "Sweden"),
        ["westeurope"] = new("den Niederlanden", "the Netherlands"),
    };

    /// <param name="region">Azure's name of it; empty where the app does not run in Azure.</param>
    public static string Told(string region, Language language)
    {
        if (region.Length == 0) return language.Say(
            "Diese Installation läuft auf einem einzelnen Rechner und nicht in einem Rechenzentrum.",
            "This installation runs on a single machine and not in a data centre.");

        return InTheUnion.TryGetValue(region, out var country)
            ? language.Say(
                $"Die Anwendung läuft in einem Rechenzentrum von Microsoft Azure in {country.German} (Region „{region}“), also in der "
                + "Europäischen Union; dort liegen auch alle gespeicherten Daten.",
                $"The application runs in a data centre of Microsoft Azure in {country.English} (region “{region}”), which is in the "
                + "European Union; all stored data are there, too.")
            : language.Say(
                $"Die Anwendung läuft in einem Rechenzentrum von Microsoft Azure, Region „{region}“; dort liegen auch alle gespeicherten "
                + "Daten.",
                $"The application runs in a data centre of Microsoft Azure, region “{region}”; all stored data are there, too.");
    }
}
