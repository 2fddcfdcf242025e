using ThaffFunctions.Insights;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Campaigns.Digests;

/// <param name="Entries">What is open, the latest session first.</param>
/// <param name="IsChosen">Whether they are of sectors or regions that the subscriber named.</param>
/// <param name="Register">The page with all of it.</param>
/// <param name="Kits">The page with what multipliers may pass on.</param>
/// <param name="Leave">The subscriber's personal link to leave the list, or the placeholder for it.</param>
/// <param name="Settings">The subscriber's personal link to choose what to get, or the placeholder for it.</param>
public sealed record DigestModel(
    IReadOnlyList<UnansweredInsight> Entries, bool IsChosen, Uri Register, Uri Kits, string Leave, string Settings) : IModelOf<DigestBody>
{
    const int MaxShown = 30;

    static readonly (InsightKind Kind, Bilingual Heading)[] Kinds =
    [
        (InsightKind.Concern, new("Anliegen", "Concerns")), (InsightKind.OpenQuestion, new("Offene Fragen", "Open questions")),
    ];

    public IEnumerable<(Bilingual Heading, IReadOnlyList<UnansweredInsight> Entries)> Parts =>
        from part in Kinds
        let entries = Entries.Take(MaxShown).Where(entry => entry.Insight.Kind == part.Kind).ToList()
        where entries.Count > 0
        select (part.Heading, (IReadOnlyList<UnansweredInsight>)entries);

    /// <summary>How many the page has that the mail has not.</summary>
    public int Left => Math.Max(0, Entries.Count - MaxShown);
}
