using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Pages;

namespace ThaffFunctions.Documentation.Pages;

/// <summary>What is published, by year, the latest first.</summary>
public sealed record DocumentationListModel(IReadOnlyList<IGrouping<int, PublishedDocumentation>> Years) : IModelOf<DocumentationListPage>
{
    public static DocumentationListModel Of(IEnumerable<DocumentationEntry> entries) => new(
    [
        .. entries.Where(entry => entry.Edition is not null)
            .Select(entry => new PublishedDocumentation(entry.Id, entry.Edition!))
            .OrderByDescending(documentation => documentation.Edition.Session.Start)
            .GroupBy(documentation => documentation.Id.Year)
            .OrderByDescending(year => year.Key),
    ]);
}

/// <summary>One of them.</summary>
public sealed record PublishedDocumentation(SessionId Id, Edition Edition);
