using System.Globalization;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Insights;

/// <summary>Which questions and concerns a visitor wants to see. What an address says and nobody understands does not filter.</summary>
/// <param name="Kind">Null: both.</param>
/// <param name="IsAnswered">Null: whether answered or not.</param>
/// <param name="Year">Of the session; null: any.</param>
/// <param name="Focus">Of the session; null: any.</param>
/// <param name="Sector">A sector's key, or <see cref="AllSectors"/>; null: any.</param>
public sealed record QuestionFilter(InsightKind? Kind, bool? IsAnswered, int? Year, string? Focus, string? Sector)
{
    /// <summary>Names what concerns no sector in particular.</summary>
    public const string AllSectors = "uebergreifend";

    const string All = "alle";

    /// <summary>Open questions of all years.</summary>
    public static readonly QuestionFilter Default = new(InsightKind.OpenQuestion, false, null, null, null);

    /// <summary>What each choice is called in the address: fields <c>art</c> and <c>stand</c>.</summary>
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

    public bool Shows(InsightSource source, Insight insight) =>
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

    static string? Chosen(string? text) => string.IsNullOrWhiteSpace(text) ? null : text.Trim();
}
