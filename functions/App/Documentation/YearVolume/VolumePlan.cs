using System.Globalization;
using System.Text.Json;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.Sessions;
using ThaffFunctions.Insights;
using ThaffFunctions.Statistics;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>What the volume of a year is made from.</summary>
/// <param name="Year">The year.</param>
/// <param name="Sessions">The sessions whose documentation is public, the earliest first.</param>
/// <param name="Folder">The year's folder of notes, with the foreword, its pictures and the logo.</param>
/// <param name="Participation">How many were registered; null if nothing may be published.</param>
/// <param name="Insights">The year's part of the register.</param>
sealed record VolumePlan(
    int Year,
    IReadOnlyList<PublishedDocumentation> Sessions,
    NotesFolder Folder,
    YearParticipation? Participation,
    IReadOnlyList<SessionInsights> Insights)
{
    public const string Name = "jahresdokumentation";

    /// <summary>
    /// Part of the fingerprint. Increase it when a new version of the app makes different volumes from the same source: all are then
    /// published again.
    /// </summary>
    const int Form = 6;

    /// <summary>The fingerprint of a year without documentation and without foreword.</summary>
    public const string Nothing = NotesFolder.NoNotes;

    public string Fingerprint => Sessions.Count == 0 && Folder.Files.Count == 0
        ? Nothing
        : Publishing.Fingerprint.Of(JsonSerializer.Serialize(new
        {
            Form,
            Year,
            Sessions = Sessions.Select(session => new { Id = session.Id.Value, session.Edition.Version, session.Session }),
            Files = Folder.Files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => $"{file.Name} {file.ETag}"),
            Participation,
            Insights,
        }));

    /// <summary>
    /// Whether a session was replaced or withdrawn between reading the register and reading the entries, so that the two do not match.
    /// </summary>
    public bool IsMixed =>
        Insights.Any(part => !Sessions.Any(session => session.Id == part.Source.Id && session.Edition.Version == part.Version));

    public Foreword Foreword => new(Folder);

    /// <summary>When any part of it was last changed.</summary>
    public DateTimeOffset Changed =>
        Sessions.Select(session => session.Edition.Changed).Concat(Folder.Files.Select(file => file.Changed)).Max();

    public static DocumentPath PathOf(int year) => new(year.ToString(CultureInfo.InvariantCulture), Name);

    /// <summary>Null for an entry that stands in no year's folder.</summary>
    public static int? YearOf(DocumentPath path) =>
        int.TryParse(path.Folder, NumberStyles.None, CultureInfo.InvariantCulture, out var year) && PathOf(year) == path ? year : null;
}
