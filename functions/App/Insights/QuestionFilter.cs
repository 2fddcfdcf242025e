using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Insights;

/// <summary>Which questions and concerns a visitor wants to see. Unknown values in the address are ignored.</summary>
/// <param name="Kind">Null for both kinds.</param>
/// <param name="IsAnswered">Null for answered and unanswered ones.</param>
/// <param name="Year">The year of the session; null for any.</param>
/// <param name="Focus">The focus of the session; null for any.</param>
/// <param name="Sector">A sector's key, or <see cref="AllSectors"/>; null for any.</param>
public sealed record QuestionFilter(InsightKind? Kind, bool? IsAnswered, int? Year, string? Focus, string? Sector)
{
    /// <summary>Selects entries that concern no particular sector.</summary>
    public const string AllSectors = "uebergreifend";

    const string All = "alle";

    /// <summary>The most entries on a page; whoever looks for more chooses a year.</summary>
    const int MaxShown = 200;

    /// <summary>Open questions of all years.</summary>
    public static readonly QuestionFilter Default = new(InsightKind.OpenQuestion, false, null, null, null);

    /// <summary>The values and German names of the choices in the form's fields <c>art</c> and <c>stand</c>.</summary>
    public static readonly IReadOnlyList<(string Value, string Name, InsightKind? Kind)> Kinds =
        [("fragen", "Offene Fragen", InsightKind.OpenQuestion), ("anliegen", "Anliegen", InsightKind.Concern),
            (All, "Fragen und Anliegen", null)];

    /// <inheritdoc cref="Kinds"/>
    public static readonly IReadOnlyList<(string Value, string Name, bool? IsAnswered)> States =
        [("offen", "offen", false), ("beantwortet", "beantwortet", true), (All, "alle", null)];

    public static QuestionFilter Read(IQueryCollection query) => new(
        Kinds.Where(kind => kind.Value == query["art"]).Select(kind => kind.Kind).FirstOrDefault(Default.Kind),
        States.Where(state => state.Value == query["stand"]).Select(state => state.IsAnswered).FirstOrDefault(Default.IsAnswered),
        int.TryParse(query["jahr"], NumberStyles.None, CultureInfo.InvariantCulture, out var year) ? year : null,
        Chosen(query["schwerpunkt"]),
        query["branche"] == AllSectors ? AllSectors : Shared.Sector.Find(query["branche"])?.Key);

    bool Shows(InsightSource source, Insight insight) =>
        insight.IsFollowedUp
        && (Kind is null || Kind == insight.Kind)
        && (IsAnswered is null || IsAnswered == (insight.Progress.Stage == InsightStage.Answered))
        && (Year is null || Year == source.Id.Year)
        && (Focus is null || string.Equals(Focus, source.Focus, StringComparison.OrdinalIgnoreCase))
        && Sector switch
        {
            null => true,
            AllSectors => insight.Sectors.Count == 0,
            _ => insight.Sectors.Any(sector => sector.Key == Sector),
        };

    /// <returns>What it shows of the register, the latest session first, and how many more there are.</returns>
    public (IReadOnlyList<SessionInsights> Shown, int Left) Among(IEnumerable<SessionInsights> register)
    {
        List<SessionInsights> shown = [];
        var (room, left) = (MaxShown, 0);
        foreach (var (source, insights) in register.OrderByDescending(session => session.Source.Start))
        {
            Insight[] found = [.. insights.Where(insight => Shows(source, insight))];
            if (found.Length > 0 && room > 0) shown.Add(new(source, [.. found.Take(room)]));
            left += Math.Max(0, found.Length - room);
            room = Math.Max(0, room - found.Length);
        }

        return (shown, left);
    }

    static string? Chosen(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
