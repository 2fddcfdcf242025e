using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Documentation.Pages;

/// <summary>The page with the list of published documentations.</summary>
/// <param name="Search">What the visitor searches for.</param>
/// <param name="AllYears">The years to choose from, including the chosen one; the latest first.</param>
/// <param name="Years">The documentations found, by year; the latest first.</param>
public sealed record DocumentationListModel(
    DocumentationSearch Search,
    IReadOnlyList<int> AllYears,
    IReadOnlyList<IGrouping<int, PublishedDocumentation>> Years) : IModelOf<DocumentationListPage>
{
    /// <param name="published">All documentations. If words are searched for, they must have been read with their words.</param>
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

    /// <summary>Year volumes and the Good Practice report; null if they are not shown.</summary>
    public OtherDocuments? Others { get; init; }

    public int Count => Years.Sum(year => year.Count());

    public bool IsFiltered => !Search.IsForEverything || Search.Year is not null;
}
