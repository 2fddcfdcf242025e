using ThaffFunctions.Documentation.GoodPractice;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.YearVolume;

namespace ThaffFunctions.Documentation;

/// <summary>The published documents that are not about a single session.</summary>
/// <param name="Volumes">The published year volumes, by year.</param>
/// <param name="Report">The Good Practice report; null if there is none.</param>
public sealed record OtherDocuments(IReadOnlyDictionary<int, Edition> Volumes, Edition? Report)
{
    internal static async Task<OtherDocuments> FindAsync(PublishedStore store, CancellationToken cancellation)
    {
        var volumes = await store.NamedAsync(VolumePlan.Name, cancellation);
        var report = await store.FindAsync(ReportEditor.Path, cancellation);
        var published = volumes.Where(volume => volume.Edition is not null && VolumePlan.YearOf(volume.Path) is not null);
        return new(published.ToDictionary(volume => VolumePlan.YearOf(volume.Path)!.Value, volume => volume.Edition!), report?.Edition);
    }
}
