namespace ThaffFunctions.Site.About;

/// <summary>Where a region of Azure lies, for people. Of one that is not listed, the notice tells its name only.</summary>
static class HostingPlace
{
    static readonly Dictionary<string, string> InTheUnion = new(StringComparer.OrdinalIgnoreCase)
    {
        ["austriaeast"] = "Österreich",
        ["belgiumcentral"] = "Belgien",
        ["francecentral"] = "Frankreich",
        ["germanynorth"] = "Deutschland",
        ["germanywestcentral"] = "Deutschland",
        ["italynorth"] = "Italien",
        ["northeurope"] = "Irland",
        ["polandcentral"] = "Polen",
        ["spaincentral"] = "Spanien",
        ["swedencentral"] = "Schweden",
        ["westeurope"] = "den Niederlanden",
    };

    /// <param name="region">Azure's name of it; empty where the app does not run in Azure.</param>
    /// <returns>A German sentence.</returns>
    public static string Told(string region) =>
        region.Length == 0 ? "Diese Installation läuft auf einem einzelnen Rechner und nicht in einem Rechenzentrum."
        : InTheUnion.TryGetValue(region, out var country)
            ? $"Die Anwendung läuft in einem Rechenzentrum von Microsoft Azure in {country} (Region „{region}“), also in der Europäischen "
                + "Union; dort liegen auch alle gespeicherten Daten."
            : $"Die Anwendung läuft in einem Rechenzentrum von Microsoft Azure, Region „{region}“; dort liegen auch alle gespeicherten "
                + "Daten.";
}
