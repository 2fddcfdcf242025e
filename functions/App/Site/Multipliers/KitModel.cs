using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>What multipliers of a sector or region may pass on.</summary>
/// <param name="Segment">The sector or region.</param>
/// <param name="Ahead">Its sessions to come, the next one first.</param>
/// <param name="Text">Ready for a newsletter or a site.</param>
public sealed record KitModel(Segment Segment, IReadOnlyList<Session> Ahead, string Text) : IModelOf<KitPage>
{
    public const string Slogan = "Internationale Fachkräfte gewinnen und halten";

    /// <summary>What the picture shows, for who does not see it.</summary>
    public string Alternative => $"ThAFF Praxisaustausch. {Slogan}. {Foot}";

    /// <summary>The last line of the picture.</summary>
    public string Foot => FootOf(Segment);

    public static string FootOf(Segment segment) => $"Jeden Monat zwei Stunden · {segment.Name}";

    public static KitModel Of(Segment segment, IReadOnlyList<Session> ahead, SiteOptions site) =>
        new(segment, ahead, string.Join('\n', Lines(segment, ahead, site)));

    static IEnumerable<string> Lines(Segment segment, IReadOnlyList<Session> ahead, SiteOptions site)
    {
        yield return $"{Slogan}: ThAFF Praxisaustausch";
        yield return "";
        yield return "Jeden Monat zwei Stunden, ein Schwerpunkt: Unternehmen aus Thüringen lernen voneinander, wie sie internationale "
            + "Fachkräfte gewinnen und halten, und sprechen mit denen, die beraten und entscheiden. Die Teilnahme ist kostenfrei.";
        yield return "";
        if (ahead.Count > 0) yield return segment.IsRegion ? $"Nächste Termine ({segment.Name} und online):" : "Nächste Termine:";
        foreach (var session in ahead)
        {
            yield return $"- {session.Title}";
            yield return $"  {Berlin.Day(session.Start)}, {Berlin.Hours(session.Start, session.End)}, {session.Venue}";
            yield return $"  {site.Link(session.Path)}";
        }

        if (ahead.Count > 0) yield return "";
        yield return $"Alle Termine und Anmeldung: {site.Link("/")}";
        yield return $"Einladungen per E-Mail: {site.Link("/newsletter")}";
    }
}
