using System.Globalization;
using ThaffFunctions.NotesReading;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Programme.Import;

/// <summary>Checks one session of a file. Everything that is wrong is noted, not only the first thing.</summary>
sealed class SessionReader
{
    const int MaxSeats = 9_999;
    const int LongestDescription = 10_000;
    const int LongestDirections = 1_000;
    const int LongestLine = 200;
    const int LongestLink = 1_000;
    const int MaxNames = 20;
    const int LettersNamed = 60;

    static readonly string ExpectedSeats = $"Erwartet wird eine ganze Zahl von 1 bis {MaxSeats.ToString("N0", Berlin.German)}.";
    static readonly char[] BetweenNames = ['|', ';', '\n'];

    readonly FileEntry entry;
    readonly List<FileProblem> problems;
    readonly int problemsBefore;

    SessionReader(FileEntry entry, List<FileProblem> problems) =>
        (this.entry, this.problems, problemsBefore) = (entry, problems, problems.Count);

    /// <returns>The session; null if anything is wrong with it.</returns>
    public static Session? Read(FileEntry entry, List<FileProblem> problems) => new SessionReader(entry, problems).Read();

    Session? Read()
    {
        var impossible = Given(SessionField.Id)?.Items is [var typed] ? SessionId.WhyImpossible(typed.Trim()) : null;
        var id = Required(SessionField.Id, text => SessionId.Parse(text),
            $"{impossible}{(impossible is null ? "" : " ")}Erwartet wird JJJJ-MM-stichwort aus Kleinbuchstaben ohne Umlaute, Ziffern und Bindestrichen, zum Beispiel "
            + "2027-03-anerkennung (höchstens 60 Zeichen).");
        var title = Line(SessionField.Title) ?? Missing(SessionField.Title);
        var focus = Line(SessionField.Focus) ?? "";
        var description = Text(SessionField.Description, LongestDescription) ?? "";
        var date = Required(SessionField.Date, FileTime.ReadDate, "Erwartet wird ein Datum wie 2027-03-09 oder 09.03.2027.");
        var start = Time(SessionField.Start, date);
        var end = Time(SessionField.End, date);
        if (start is not null && end <= start) Problem(SessionField.End, "Das Ende muss nach dem Beginn liegen, am selben Tag.");

        var place = Line(SessionField.Place);
        if (place?.Contains("://", StringComparison.Ordinal) == true)
            Problem(SessionField.Place, "Der Ort ist öffentlich. Ein Zugangslink gehört in „Online-Link“; ist der Termin nur online, bleibt "
                + "der Ort leer.");
        var region = Optional(SessionField.Region,
            FindRegion, $"Möglich sind: {string.Join("; ", Region.All.Select(region => region.Name))}.");
        var link = Optional(SessionField.OnlineLink, ReadLink,
            "Erwartet wird eine vollständige Adresse, die mit https:// oder http:// beginnt.");
        if (Given(SessionField.Place) is null && Given(SessionField.OnlineLink) is null)
            Problem(SessionField.Place, "Ein Termin braucht einen Ort oder einen Online-Link.");

        var seats = Required(SessionField.Seats, ReadSeats, ExpectedSeats);
        var seatsOnline = Optional(SessionField.SeatsOnline, ReadSeats, ExpectedSeats);
        if (seatsOnline is not null && (Given(SessionField.Place) is null || Given(SessionField.OnlineLink) is null))
            Problem(SessionField.SeatsOnline, "Eigene Plätze online gibt es nur bei einem Termin mit Ort und Online-Link.");
        var (opens, closes) = Registration(start);
        var status = Optional(SessionField.Status, ReadStatus,
            entry.IsGerman ? "Möglich sind „geplant“ und „abgesagt“." : "Möglich sind „scheduled“ (geplant) und „cancelled“ (abgesagt).")
            ?? SessionStatus.Scheduled;
        var (speakers, moderators, partners) = (Names(SessionField.Speakers), Names(SessionField.Moderators), Names(SessionField.Partners));

        var sectors = Sectors();
        var directions = Text(SessionField.Directions, LongestDirections) ?? "";
        var needsUntil = NeedsUntil(start);

        if (problems.Count > problemsBefore) return null;
        return new(id!.Value, title!, focus, description, start!.Value, end!.Value, place, region, link, seats!.Value,
            speakers, moderators, partners, opens, closes, status)
        {
            SeatsOnline = seatsOnline,
            Sectors = sectors,
            Directions = directions,
            NeedsUntil = needsUntil,
        };
    }

    /// <summary>Registration opens a year before the session and closes when it begins, unless the file says otherwise.</summary>
    (DateTimeOffset Opens, DateTimeOffset Closes) Registration(DateTimeOffset? start)
    {
        const string expected = "Erwartet wird ein Datum, auf Wunsch mit Uhrzeit, wie 2027-03-09 18:00 oder 09.03.2027 18:00; in der "
            + "Nacht der Zeitumstellung keine übersprungene Stunde.";
        var opens = Optional(SessionField.RegistrationOpens, text => FileTime.ReadMoment(text, wholeDay: false), expected);
        var closes = Optional(SessionField.RegistrationCloses, text => FileTime.ReadMoment(text, wholeDay: true), expected);
        if (start is not { } begins) return default;

        if (closes > begins)
        {
            var untilBegin = FileTime.ReadDate(Given(SessionField.RegistrationCloses)!.Items[0].Trim()) == Berlin.Date(begins);
            if (!untilBegin) Problem(SessionField.RegistrationCloses, "Die Anmeldung muss spätestens mit dem Beginn des Termins enden.");
            closes = begins;
        }

        opens ??= begins.AddYears(-1);
        closes ??= begins;
        if (opens >= closes) Problem(SessionField.RegistrationOpens, "Die Anmeldung muss beginnen, bevor sie endet.");
        return (opens.Value, closes.Value);
    }

    DateTimeOffset? NeedsUntil(DateTimeOffset? start)
    {
        var until = Optional(SessionField.NeedsUntil, text => FileTime.ReadMoment(text, wholeDay: true),
            "Erwartet wird ein Datum, auf Wunsch mit Uhrzeit, wie 2027-02-23 oder 23.02.2027 12:00.");
        if (until > start) Problem(SessionField.NeedsUntil, "Die Frist muss vor dem Beginn des Termins liegen.");
        return until;
    }

    DateTimeOffset? Time(SessionField field, DateOnly? date)
    {
        if (Required(field, FileTime.ReadTime, "Erwartet wird eine Uhrzeit wie 10:00.") is not { } time || date is not { } day) return null;
        if (Berlin.At(day, time) is { } instant) return instant;

        Problem(field, "Diese Uhrzeit gibt es an diesem Tag nicht: In der Nacht springt die Uhr von 2 auf 3 Uhr (Sommerzeit).");
        return null;
    }

    T? Required<T>(SessionField field, Func<string, T?> read, string expected) where T : struct
    {
        if (Given(field) is not null) return Optional(field, read, expected);
        Missing(field);
        return null;
    }

    T? Optional<T>(SessionField field, Func<string, T?> read, string expected) where T : struct =>
        Read(field, read, value => value is null, expected);

    T? Optional<T>(SessionField field, Func<string, T?> read, string expected) where T : class =>
        Read(field, read, value => value is null, expected);

    T? Read<T>(SessionField field, Func<string, T?> read, Predicate<T?> isUnreadable, string expected)
    {
        if (Line(field, LongestLink) is not { } text) return default;

        var value = read(text);
        if (isUnreadable(value)) Problem(field, $"„{Cut.To(text, LettersNamed)}“ ist nicht verständlich. {expected}");
        return value;
    }

    string? Line(SessionField field, int longest = LongestLine)
    {
        if (Text(field, longest) is not { } text) return null;
        if (!text.Contains('\n', StringComparison.Ordinal)) return text;

        Problem(field, "Hier ist nur eine Zeile möglich.");
        return null;
    }

    string? Text(SessionField field, int longest)
    {
        if (Given(field) is not { } value) return null;
        if (value.Items is [var only]) return Checked(field, only, longest);

        if (value.Items.Count > 1) Problem(field, "Hier wird ein einzelner Wert erwartet, keine Liste.");
        return null; // what could not be read at all was noted where it was read
    }

    IReadOnlyList<string> Names(SessionField field)
    {
        if (Given(field) is not { } value) return [];

        var names = value.Items.SelectMany(item =>
            item.Split(BetweenNames, StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)).ToList();
        if (names.Count > MaxNames) Problem(field, $"Höchstens {MaxNames} Namen sind möglich.");
        return [.. names.Select(name => Checked(field, name, LongestLine) ?? "")];
    }

    IReadOnlyList<Sector> Sectors()
    {
        var names = Names(SessionField.Sectors);
        if (names is []) return [];

        var sectors = names.Select(FindSector).ToList();
        if (sectors.IndexOf(null) is >= 0 and var unknown)
            Problem(SessionField.Sectors, $"„{Cut.To(names[unknown], LettersNamed)}“ ist keine bekannte Branche. Möglich sind: "
                + $"{string.Join("; ", Sector.All.Select(sector => sector.Name))}.");
        return [.. sectors.OfType<Sector>().Distinct()];
    }

    string? Checked(SessionField field, string text, int longest)
    {
        var trimmed = text.Replace("\r\n", "\n", StringComparison.Ordinal).Trim();
        if (trimmed.EnumerateRunes().Any(IsUnprintable)) Problem(field, "Der Text enthält Steuerzeichen.");
        else if (trimmed.Length > longest)
            Problem(field, $"Der Text ist zu lang; höchstens {longest.ToString("N0", Berlin.German)} Zeichen sind möglich.");
        else return trimmed;
        return null;
    }

    FileValue? Given(SessionField field) => entry.Values.GetValueOrDefault(field);

    string? Missing(SessionField field)
    {
        if (Given(field) is null) Problem(field, "Diese Angabe fehlt.");
        return null;
    }

    void Problem(SessionField field, string text)
    {
        var value = Given(field);
        problems.Add(new(value?.Line ?? entry.Line, value?.Name ?? FieldNames.NameOf(field, entry.IsGerman), text) { Entry = entry.Name });
    }

    static Region? FindRegion(string text)
    {
        var name = FieldNames.Fold(text);
        return Region.All.FirstOrDefault(region =>
            FieldNames.Fold(region.Key) == name || FieldNames.Fold(region.Name) == name
                || FieldNames.Fold(region.Name.Split(',')[0]) == name);
    }

    static Sector? FindSector(string text)
    {
        var name = FieldNames.Fold(text);
        return Sector.All.FirstOrDefault(sector => FieldNames.Fold(sector.Key) == name || FieldNames.Fold(sector.Name) == name);
    }

    static Uri? ReadLink(string text) =>
        Uri.TryCreate(text, UriKind.Absolute, out var link) && link.Scheme is "https" or "http" && link.UserInfo.Length == 0 ? link : null;

    static int? ReadSeats(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var seats) && seats is >= 1 and <= MaxSeats ? seats : null;

    static SessionStatus? ReadStatus(string text) => FieldNames.Fold(text) switch
    {
        "scheduled" or "planned" or "geplant" => SessionStatus.Scheduled,
        "cancelled" or "canceled" or "abgesagt" => SessionStatus.Cancelled,
        _ => null,
    };

    /// <summary>Control characters, and halves of characters that cannot be stored.</summary>
    static bool IsUnprintable(System.Text.Rune rune) =>
        rune == System.Text.Rune.ReplacementChar || (System.Text.Rune.IsControl(rune) && rune.Value is not ('\n' or '\t'));
}
