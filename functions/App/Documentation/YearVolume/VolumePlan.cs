using System.Globalization;
using System.Text.Json;
using ThaffFunctions.Documentation.Notes;
using ThaffFunctions.Insights;
using ThaffFunctions.Reports;

namespace ThaffFunctions.Documentation.YearVolume;

/// <summary>What a year's volume is made of.</summary>
/// <param name="Year">The year.</param>
/// <param name="Sessions">Those whose documentation is public, the earliest first.</param>
/// <param name="Folder">The year's own folder of notes: foreword and its pictures.</param>
/// <param name="Participation">How many took part; null if there is nothing to tell.</param>
/// <param name="Insights">The year's part of the register.</param>
public sealed record VolumePlan(
    int Year, IReadOnlyList<PublishedDocumentation> Sessions, NotesFolder Folder, YearParticipation? Participation, IReadOnlyList<SessionInsights> Insights)
{
    public const string Name = "jahresdokumentation";

    /// <summary>Raised when a new version of the app makes other volumes of the same material: all are made anew.</summary>
    const int Form = 2;

    /// <summary>The fingerprint of a year without documentation and foreword.</summary>
    public const string Nothing = "none";

    public string Fingerprint { get; } = Sessions.Count == 0 && Folder.Files.Count == 0 ? Nothing : Documentation.Fingerprint.Of(JsonSerializer.Serialize(new
    {
        Form,
        Year,
        Sessions = Sessions.Select(session => new { Id = session.Id.Value, session.Edition.Version, session.Edition.Session }),
        Files = Folder.Files.OrderBy(file => file.Name, StringComparer.Ordinal).Select(file => new { file.Name, ETag = file.ETag.ToString() }),
        Participation,
        Insights,
    }));

    /// <summary>A session was replaced or withdrawn between looking into its register and its entry.</summary>
    public bool IsMixed => Insights.Any(part => !Sessions.Any(session => session.Id == part.Source.Id && session.Edition.Version == part.Version));

    public Foreword Foreword => new(Folder);

    /// <summary>When any of it was last changed.</summary>
    public DateTimeOffset Changed => Sessions.Select(session => session.Edition.Changed).Concat(Folder.Files.Select(file => file.Changed)).Max();

    public static DocumentPath PathOf(int year) => new(year.ToString(CultureInfo.InvariantCulture), Name);

    public static int YearOf(DocumentPath path) => int.Parse(path.Folder, CultureInfo.InvariantCulture);
}

/// <summary>The foreword in a year's folder.</summary>
public sealed record Foreword(NotesFolder Folder)
{
    public const string FileName = "vorwort", Title = "Vorwort";

    /// <summary>Whatever their format; more than one cannot be told apart.</summary>
    public IReadOnlyList<NotesFile> Files { get; } = [.. Folder.TextsNamed(FileName)];
}
