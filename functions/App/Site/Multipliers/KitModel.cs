using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Site.Multipliers;

/// <summary>What multipliers of a sector or region may pass on.</summary>
/// <param name="Segment">The sector or region.</param>
/// <param name="Text">Ready for a newsletter or a site: lines, each with a session's title at its end or without one.</param>
public sealed record KitModel(Segment Segment, IReadOnlyList<(string Line, string Title)> Text) : IModelOf<KitPage>
{
    public static readonly Bilingual Slogan = new(
        "Internationale Fachkräfte gewinnen und halten", "Finding and keeping international skilled workers");

    static readonly Bilingual Lead = new(
        "Jeden Monat zwei Stunden, ein Schwerpunkt: Unternehmen aus Thüringen lernen voneinander, wie sie internationale Fachkräfte gewinnen "
        + "und halten, und sprechen mit denen, die beraten und entscheiden. Die Teilnahme ist kostenfrei.",
        "Two hours every month, one topic: companies in Thuringia learn from each other how to find and keep international skilled workers, "
        + "and talk to those who advise and decide. Taking part is free of charge; the sessions are in German.");

    /// <summary>What the picture shows, for who does not see it.</summary>
    public static string AlternativeOf(Segment segment, Language language) =>
        $"ThAFF Praxisaustausch. {language.Say(Slogan)}. {FootOf(segment, language)}";

    /// <summary>The last line of the picture.</summary>
    public static string FootOf(Segment segment, Language language) =>
        $"{language.Say("Jeden Monat zwei Stunden", "Two hours every month")} · {language.Say(segment.Name)}";

    public static KitModel Of(Segment segment, IReadOnlyList<Session> ahead, SiteOptions site, Language language) =>
        new(segment, [.. Lines(segment, ahead, site, language)]);

    static IEnumerable<(string Line, string Title)> Lines(
        Segment segment, IReadOnlyList<Session> ahead, SiteOptions site, Language language)
    {
        yield return ($"{language.Say(Slogan)}: ThAFF Praxisaustausch", "");
        yield return ("", "");
        yield return (language.Say(Lead), "");
        yield return ("", "");
        if (ahead.Count > 0)
        {
            var name = language.Say(segment.Name);
            yield return (segment.IsRegion
                ? language.Say($"Nächste Termine ({name}; online):", $"Next sessions in {name} and online:")
                : language.Say("Nächste Termine:", "Next sessions:"), "");
            foreach (var session in ahead)
            {
                yield return ("- ", session.Title);
                yield return ($"  {language.Day(session.Start)}, {language.Hours(session.Start, session.End)}, {session.VenueIn(language)}", "");
                yield return ($"  {To(session.Path)}", "");
            }

            yield return ("", "");
        }

        yield return ($"{language.Say("Alle Termine und Anmeldung", "All sessions and registration")}: {To("/")}", "");
        yield return ($"{language.Say("Einladungen per E-Mail", "Invitations by e-mail")}: {To("/newsletter")}", "");

        Uri To(string path) => site.Link(language.PathOf(path));
    }
}
