using ThaffFunctions.Shared;

namespace ThaffFunctions.MailingList.Choosing;

/// <summary>What a subscriber wants to hear of; asked for nothing that is not used. None chosen means all.</summary>
/// <param name="Regions">Where exchanges on site are of interest.</param>
/// <param name="Documentation">Also a mail when a documentation comes out.</param>
public sealed record Preferences(IReadOnlyList<Region> Regions, bool Documentation)
{
    public static readonly Preferences Invitations = new([], Documentation: false);

    public IReadOnlyList<Sector> Sectors { get; init; } = [];

    /// <summary>Focus topics, as the programme calls them.</summary>
    public IReadOnlyList<string> Topics { get; init; } = [];

    public bool NameSectorsOrRegions => Sectors.Count > 0 || Regions.Count > 0;

    /// <summary>In German, for staff.</summary>
    public override string ToString() => In(Language.German);

    /// <summary>In words, for pages and proofs.</summary>
    public string In(Language language)
    {
        var sectors = Sectors.Count == 0 ? "" : $" {language.Say("Branchen", "Sectors")}: {SectorsIn(language)}.";
        var topics = Topics.Count == 0 ? "" : $" {language.Say("Schwerpunkte", "Topics")}: {string.Join("; ", Topics)}.";
        return $"{language.Say("Einladungen", "Invitations")} {InvitationsIn(language)}.{sectors}{topics} "
            + $"{language.Say("Hinweise auf neue Dokumentationen", "Notices of new documentation")}: {DocumentationIn(language)}.";
    }

    public string InvitationsIn(Language language)
    {
        var regions = string.Join("; ", Regions.Select(region => region.NameIn(language)));
        return Regions.Count == 0
            ? language.Say("zu Terminen in allen Regionen und online", "to sessions in all regions and online")
            : language.Say($"zu Online-Terminen und in: {regions}", $"to online sessions and in: {regions}");
    }

    public string SectorsIn(Language language) => string.Join("; ", Sectors.Select(sector => sector.NameIn(language)));

    public string DocumentationIn(Language language) => Documentation ? language.Say("ja", "yes") : language.Say("nein", "no");

    public bool Include(Audience audience) =>
        Meet(Regions, audience.Regions, EqualityComparer<Region>.Default)
        && Meet(Sectors, audience.Sectors, EqualityComparer<Sector>.Default)
        && Meet(Topics, audience.Topics, StringComparer.OrdinalIgnoreCase);

    static bool Meet<T>(IReadOnlyList<T> chosen, IReadOnlyList<T> concerned, IEqualityComparer<T> comparer) =>
        chosen.Count == 0 || concerned.Count == 0 || chosen.Intersect(concerned, comparer).Any();
}
