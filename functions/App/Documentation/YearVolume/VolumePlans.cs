using System.Globalization;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publications;
using ThaffFunctions.Insights;
using ThaffFunctions.Reports;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>Gathers what a year's volume is made of, as it is now; reads no texts.</summary>
public sealed class VolumePlans(DocumentationStore documentation, NotesStore notes, ParticipationQuery participation, InsightQuery insights, VolumeEditor editor)
{
    public async Task<Material> FindAsync(int year, CancellationToken cancellation)
    {
        var register = await insights.OfYearAsync(year, cancellation); // before the entries: never newer than they are
        var documented = await documentation.OfYearAsync(year, cancellation);
        var folder = await notes.FindAsync(year.ToString(CultureInfo.InvariantCulture), cancellation);
        var plan = new VolumePlan(year, documented.Published, folder, await participation.OfYearAsync(year, cancellation), register);
        return new(plan.Fingerprint, Rested(documented, folder), stop => editor.EditAsync(plan, stop));
    }

    static TimeSpan Rested(DocumentedYear documented, NotesFolder folder) =>
        folder.Files.Count > 0 && folder.SeenAt - folder.Changed is var rested && rested < documented.Rested ? rested : documented.Rested;
}
