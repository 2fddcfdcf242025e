using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation.Pages;

/// <summary>What is published and looked for.</summary>
/// <param name="Search">What the visitor asked.</param>
/// <param name="AllYears">The years that can be asked for, and the one that was, the latest first.</param>
/// <param name="Years">What was found, by year, the latest first.</param>
public sealed record DocumentationListModel(
    DocumentationSearch Search, IReadOnlyList<int> AllYears, IReadOnlyList<IGrouping<int, PublishedDocumentation>> Years) : IModelOf<DocumentationListPage>
{
    /// <param name="published">Everything.</param>
    /// <param name="search">What is looked for.</param>
    /// <param name="found">The sessions that have the words; null: no words were given.</param>
    public static DocumentationListModel Of(
        IReadOnlyList<PublishedDocumentation> published, DocumentationSearch search, IReadOnlySet<Programme.SessionId>? found) => new(
        search,
        [.. published.Select(documentation => documentation.Id.Year).Concat(search.Year is { } asked ? [asked] : []).Distinct().OrderDescending()],
        [
            .. published.Where(documentation => (search.Year is null || search.Year == documentation.Id.Year) && found?.Contains(documentation.Id) != false)
                .OrderByDescending(documentation => documentation.Edition.Session.Start)
                .GroupBy(documentation => documentation.Id.Year)
                .OrderByDescending(year => year.Key),
        ]);

    /// <summary>What goes over all sessions of a year, or over all years.</summary>
    public Collections? Collections { get; init; }

    public int Count => Years.Sum(year => year.Count());

    public bool IsFiltered => !Search.IsForEverything || Search.Year is not null;
}
