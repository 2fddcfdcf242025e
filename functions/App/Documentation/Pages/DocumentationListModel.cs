using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Web;

namespace ThaffFunctions.Documentation.Pages;

/// <summary>The page that lists what is published.</summary>
/// <param name="Search">What the visitor searches for.</param>
/// <param name="AllYears">The years that can be chosen, and the one that was, the latest first.</param>
/// <param name="Years">What was found, by year, the latest first.</param>
public sealed record DocumentationListModel(
    DocumentationSearch Search,
    IReadOnlyList<int> AllYears,
    IReadOnlyList<IGrouping<int, PublishedDocumentation>> Years) : IModelOf<DocumentationListPage>
{
    /// <param name="published">All documentations; with their words, if words are searched for.</param>
    /// <param name="search">What the visitor searches for.</param>
    public static DocumentationListModel Of(IReadOnlyList<PublishedDocumentation> published, DocumentationSearch search) => new(
        search,
        [.. published.Select(found => found.Id.Year).Concat(search.Year is { } asked ? [asked] : []).Distinct().OrderDescending()],
        [
            .. published.Where(search.Finds)
                .OrderByDescending(found => found.Session.Start)
                .GroupBy(found => found.Id.Year)
                .OrderByDescending(year => year.Key),
        ]);

    /// <summary>What covers all sessions of a year, or all years.</summary>
    public OtherDocuments? Others { get; init; }

    public int Count => Years.Sum(year => year.Count());

    public bool IsFiltered => !Search.IsForEverything || Search.Year is not null;
}
