using System.Globalization;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Insights;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>Collects what the volume of a year is made from, without downloading texts.</summary>
public sealed class VolumeSources(
    PublishedStore store, NotesStore notes, ParticipationQuery participation, InsightQuery insights)
{
    internal async Task<Source<VolumePlan>> FindAsync(int year, CancellationToken cancellation)
    {
        var register = await insights.OfYearAsync(year, cancellation); // read before the entries, so that it is never newer than they are
        var entries = await store.SessionsAsync(cancellation, year);
        var folder = await notes.FindAsync(year.ToString(CultureInfo.InvariantCulture), cancellation);
        var sessions = PublishedDocumentation.Of(entries);
        var plan = new VolumePlan(year, sessions, folder, await participation.OfYearAsync(year, cancellation), register);
        return new(plan, plan.Fingerprint, folder.SeenAt, Rested(entries, folder));
    }

    /// <summary>Never negative: the timestamp of a row has fractions of a second, the time of the folder has none.</summary>
    static TimeSpan Rested(IReadOnlyList<DocumentEntry> entries, NotesFolder folder) =>
        new[] { folder.Rested, entries.Count == 0 ? TimeSpan.MaxValue : folder.SeenAt - entries.Max(entry => entry.Saved) }
            .Select(rested => rested > TimeSpan.Zero ? rested : TimeSpan.Zero).Min();
}
