using ThaffFunctions.Documentation.YearVolume;

namespace ThaffFunctions.Documentation.Publications;

/// <summary>What is public beside the documentation of single sessions.</summary>
/// <param name="Volumes">By year.</param>
/// <param name="Report">The Good Practice report; null if there is none.</param>
public sealed record Collections(IReadOnlyDictionary<int, PublishedEdition> Volumes, PublishedEdition? Report)
{
    public static async Task<Collections> FindAsync(PublicationStore store, CancellationToken cancellation)
    {
        var volumes = await store.NamedAsync(VolumePlan.Name, cancellation);
        var report = await store.FindAsync(DocumentPath.GoodPractice, cancellation);
        return new(
            volumes.Where(volume => volume.Edition is not null).ToDictionary(volume => VolumePlan.YearOf(volume.Path), volume => volume.Edition!),
            report?.Edition);
    }
}
