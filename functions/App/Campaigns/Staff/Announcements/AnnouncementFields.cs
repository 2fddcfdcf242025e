using System.Globalization;
using System.Text.Json.Serialization;
using ThaffFunctions.Campaigns.Announcements;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Campaigns.Staff.Announcements;

/// <summary>An announcement as it was posted, right or wrong.</summary>
/// <param name="Subject">One line.</param>
/// <param name="Text">Markdown.</param>
/// <param name="Session">To those with a seat in this session, or, with <see cref="WaitingList"/> behind it, to those who wait; empty: to the
/// mailing list.</param>
/// <param name="Regions">Only who is interested in one of these regions.</param>
/// <param name="Sectors">Only who is interested in one of these sectors.</param>
/// <param name="Topics">Only who is interested in one of these topics.</param>
/// <param name="Due">When it is to go out, local time as in <c>2026-11-20T09:00</c>; empty: once it is released.</param>
public sealed record AnnouncementFields(
    string? Subject, string? Text, string? Session, IReadOnlyList<string>? Regions, IReadOnlyList<string>? Sectors,
    IReadOnlyList<string>? Topics, string? Due)
{
    /// <summary>What stands for the session while it is not chosen to whom it goes; nothing would be the mailing list.</summary>
    public const string NotChosen = "-";

    /// <summary>Follows the session, if those are meant who wait.</summary>
    public const string WaitingList = "/warteliste";

    const string DueFormat = "yyyy-MM-dd'T'HH:mm";

    const int LongestSubject = 150;
    const int LongestText = 20_000;

    /// <summary>Tells whether an announcement is still what a form was filled with.</summary>
    [JsonIgnore]
    public string Version => Form.VersionOf(this);

    /// <summary>What two may change at once; to whom it goes stands fast.</summary>
    internal static readonly SharedForm<AnnouncementFields> Form = new(
    [
        new("Betreff", typed => typed.Subject?.Trim() ?? "", (typed, stored) => typed with { Subject = stored.Subject }),
        new("Text", typed => typed.Text?.Trim().ReplaceLineEndings("\n") ?? "", (typed, stored) => typed with { Text = stored.Text }),
        new("Nur Regionen", typed => Sorted(typed.Regions), (typed, stored) => typed with { Regions = stored.Regions },
            stored => Shown(stored.Regions?.Select(key => Region.Find(key)?.Name ?? key))),
        new("Nur Branchen", typed => Sorted(typed.Sectors), (typed, stored) => typed with { Sectors = stored.Sectors },
            stored => Shown(stored.Sectors?.Select(key => Sector.Find(key)?.Name ?? key))),
        new("Nur Schwerpunkte", typed => Sorted(typed.Topics), (typed, stored) => typed with { Topics = stored.Topics },
            stored => Shown(stored.Topics)),
        new("Wann", typed => typed.Due ?? "", (typed, stored) => typed with { Due = stored.Due },
            stored => stored.ReadDue() is { } due ? Berlin.Moment(due) : ""),
    ]);

    static string Sorted(IEnumerable<string>? keys) => string.Join('\n', (keys ?? []).Order(StringComparer.Ordinal));

    static string Shown(IEnumerable<string>? names) => string.Join("; ", names ?? []) is { Length: > 0 } some ? some : "alle";

    /// <summary>The session without what may follow it; null if it is none.</summary>
    [JsonIgnore]
    public SessionId? SessionId => Programme.SessionId.Parse(IsToWaiting ? Session![..^WaitingList.Length] : Session);

    [JsonIgnore]
    public bool IsToWaiting => Session?.EndsWith(WaitingList, StringComparison.Ordinal) == true;

    /// <summary>What is stored of an announcement.</summary>
    public static AnnouncementFields Of(Campaign campaign) => campaign.Announcement is not { } written
        ? new("", "", null, [], [], [], null)
        : new(written.Subject, written.Text, campaign.Id.Session is { } of ? of + (written.IsToWaiting ? WaitingList : "") : null,
            [.. written.Segment.Regions.Select(region => region.Key)],
            [.. written.Segment.Sectors.Select(sector => sector.Key)], written.Segment.Topics,
            campaign.Due is { } due ? Berlin.Local(due).ToString(DueFormat, CultureInfo.InvariantCulture) : null);

    /// <param name="session">The session that is named, if there is one.</param>
    /// <param name="now">A date that is past is none.</param>
    public (Announcement Announcement, DateTimeOffset? Due, FieldProblems Problems) Check(Session? session, DateTimeOffset now)
    {
        var problems = new FieldProblems();
        var (subject, text) = (Subject?.Trim() ?? "", Text?.Trim() ?? "");
        if (subject.Length is 0 or > LongestSubject || subject.Any(char.IsControl))
            problems.Add("subject", $"Bitte geben Sie einen Betreff in einer Zeile an, höchstens {LongestSubject} Zeichen.");
        if (text.Length is 0 or > LongestText) problems.Add("text", "Bitte geben Sie einen Text an, höchstens 20.000 Zeichen.");
        if (Session == NotChosen) problems.Add("session", "Bitte wählen Sie, an wen die Mitteilung geht.");
        else if (!string.IsNullOrEmpty(Session) && session is null) problems.Add("session", "Diesen Termin gibt es nicht.");
        if (session is { IsCancelled: true })
            problems.Add("session", "Dieser Termin ist abgesagt: An seine Angemeldeten geht keine Mitteilung mehr hinaus.");

        List<Region?> regions = [.. (Regions ?? []).Select(Region.Find)];
        if (regions.Contains(null)) problems.Add("regions", Region.Unknown);
        List<Sector?> sectors = [.. (Sectors ?? []).Select(Sector.Find)];
        if (sectors.Contains(null)) problems.Add("sectors", Sector.Unknown);
        List<string> topics = [.. (Topics ?? []).Select(topic => topic.Trim())];
        if (topics.Exists(topic => topic.Length is 0 or > 200 || topic.Any(char.IsControl)))
            problems.Add("topics", "Ein Schwerpunkt ist eine Zeile.");
        var due = ReadDue();
        if (!string.IsNullOrEmpty(Due) && (due is null || due < now))
        {
            var tomorrow = Berlin.AtOrAfter(Berlin.Date(now).AddDays(1), new(9, 0));
            problems.Add("due", $"Erwartet wird ein Zeitpunkt, der noch kommt, zum Beispiel {Berlin.Moment(tomorrow)}.");
        }

        var announcement = new Announcement(subject, text, new([.. regions.OfType<Region>()], [.. sectors.OfType<Sector>()], topics))
        {
            IsToWaiting = session is not null && IsToWaiting,
        };
        return (announcement, due, problems);
    }

    DateTimeOffset? ReadDue() => DateTime.TryParseExact(
        Due, DueFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var wall)
        ? Berlin.At(DateOnly.FromDateTime(wall), TimeOnly.FromDateTime(wall))
        : null;
}
