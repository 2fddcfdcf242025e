using System.Text;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared;
using static ThaffFunctions.Tests.Programme.ProgrammeFiles;

namespace ThaffFunctions.Tests.Programme;

public sealed class ProgrammeFileTests
{
    [Fact]
    public void A_yaml_file_says_everything_of_a_session()
    {
        var session = Assert.Single(Read(One).Sessions);

        Assert.Equal("2027-03-anerkennung", session.Id.Value);
        Assert.Equal("Anerkennung von Abschlüssen", session.Title);
        Assert.Equal("Anerkennung", session.Focus);
        Assert.Equal("Wie läuft das Verfahren?\n\n- Kosten\n- Dauer", session.Description);
        Assert.Equal(new DateTimeOffset(2027, 3, 9, 10, 0, 0, TimeSpan.FromHours(1)), session.Start);
        Assert.Equal(new DateTimeOffset(2027, 3, 9, 12, 0, 0, TimeSpan.FromHours(1)), session.End);
        Assert.Equal(Region.Find("erfurt"), session.Region);
        Assert.Equal(60, session.Seats);
        Assert.Equal(["Frieda Beispiel, Anerkennungsstelle"], session.Speakers);
        Assert.Equal(["Max Muster"], session.Moderators);
        Assert.Equal(["IHK Musterstadt"], session.Partners);
        Assert.Equal(new DateTimeOffset(2027, 1, 15, 9, 0, 0, TimeSpan.FromHours(1)), session.RegistrationOpens);
        Assert.Equal(new DateTimeOffset(2027, 3, 8, 0, 0, 0, TimeSpan.FromHours(1)), session.RegistrationCloses);
        Assert.Equal(SessionStatus.Scheduled, session.Status);
    }

    [Theory]
    [InlineData("yaml")]
    [InlineData("csv")]
    public void The_documented_example_is_a_programme(string format)
    {
        var documentation = File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "programme-file.md"));
        var example = documentation.Split($"```{format}\n")[1].Split("```")[0];

        var file = ProgrammeFile.Read($"beispiel.{format}", Encoding.UTF8.GetBytes(example));

        Assert.Empty(file.Problems);
        Assert.Equal(["2027-03-anerkennung", "2027-04-sprache"], file.Sessions.Select(session => session.Id.Value));
    }

    [Fact]
    public void Registration_opens_a_year_ahead_and_closes_at_the_start_unless_said_otherwise()
    {
        var session = Assert.Single(Read(With()).Sessions);

        Assert.Equal(session.Start.AddYears(-1), session.RegistrationOpens);
        Assert.Equal(session.Start, session.RegistrationCloses);
    }

    [Fact]
    public void Registration_until_the_day_itself_means_until_the_start()
    {
        var session = Assert.Single(Read(With(("registrationCloses", "2027-03-09"))).Sessions);

        Assert.Equal(session.Start, session.RegistrationCloses);
    }

    [Fact]
    public void Registration_may_be_written_as_one_section()
    {
        var session = Assert.Single(
            Read(With(("registration", "{ opens: 2027-02-01, closes: 2027-03-01 18:00 }"))).Sessions);

        Assert.Equal(new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.FromHours(1)), session.RegistrationOpens);
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 18, 0, 0, TimeSpan.FromHours(1)), session.RegistrationCloses);
    }

    [Theory]
    [InlineData("yaml", "sectors", "[bau, it]", "bau it")]
    [InlineData("yaml", "Branchen", "Baugewerbe", "bau")]
    [InlineData("yaml", "sectors", "[bau, Baugewerbe]", "bau")]
    [InlineData("yaml", "sectors", "[]", "")]
    [InlineData("csv", "Branchen", "Handwerk | gesundheit-soziales", "handwerk gesundheit-soziales")]
    [InlineData("csv", "sectors", "it", "it")]
    [InlineData("csv", "Branchen", "", "")]
    public void Sectors_are_read_by_key_or_name_from_yaml_and_csv(string format, string field, string written, string expected)
    {
        var file = format == "yaml" ? Read(With((field, written))) : ReadCsv(SectorsCsv(field, written));

        Assert.Empty(file.Problems);
        Assert.Equal(expected, string.Join(' ', Assert.Single(file.Sessions).Sectors.Select(sector => sector.Key)));
    }

    [Fact]
    public void A_sector_that_does_not_exist_is_named_in_either_format()
    {
        Assert.Equal("Branchen", Assert.Single(ReadCsv(SectorsCsv("Branchen", "Zauberei|Handwerk")).Problems).Field);
        Assert.Equal("sectors", Assert.Single(Read(With(("sectors", "[zauberei]"))).Problems).Field);
    }

    static string SectorsCsv(string title, string cell) =>
        $"Kennung;Titel;Datum;Beginn;Ende;Ort;Plätze;{title}\n2027-03-x;T;9.3.2027;9:00;11:00;Gera;20;{cell}\n";

    [Theory]
    [InlineData("cancelled")]
    [InlineData("canceled")]
    [InlineData("abgesagt")]
    public void A_session_can_be_cancelled(string status) =>
        Assert.True(Assert.Single(Read(With(("status", status))).Sessions).IsCancelled);

    [Theory]
    [InlineData("2027-03-28", "01:59", "2027-03-28T00:59:00Z")] // before the change to summer time
    [InlineData("2027-03-28", "03:00", "2027-03-28T01:00:00Z")] // and after it
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30:00Z")] // twice in that night: the first
    [InlineData("2028-02-29", "10:00", "2028-02-29T09:00:00Z")]
    public void Times_are_local(string date, string start, string instant)
    {
        var session = Assert.Single(Read(With(("date", date), ("start", start))).Sessions);

        Assert.Equal(DateTimeOffset.Parse(instant, System.Globalization.CultureInfo.InvariantCulture), session.Start);
    }

    [Theory]
    [InlineData("9:00", 9, 0)]
    [InlineData("09:00:00", 9, 0)] // as Excel saves it
    [InlineData("9:30 Uhr", 9, 30)]
    [InlineData("9.30", 9, 30)]
    [InlineData("09.30 Uhr", 9, 30)]
    [InlineData("9 Uhr", 9, 0)]
    [InlineData("09 uhr", 9, 0)]
    [InlineData("9Uhr", 9, 0)]
    [InlineData("9\u00A0Uhr", 9, 0)]
    [InlineData("9 Uhr 30", 9, 30)]
    [InlineData("9 h", 9, 0)]
    [InlineData("9:30h", 9, 30)]
    public void A_time_may_be_written_as_people_write_it(string start, int hour, int minute)
    {
        var session = Assert.Single(Read(With(("start", start))).Sessions);

        Assert.Equal(new DateTimeOffset(2027, 3, 9, hour, minute, 0, TimeSpan.FromHours(1)), session.Start);
    }

    [Theory]
    [InlineData("colour", "blau", "Unbekanntes Feld")]
    [InlineData("id", "März", "JJJJ-MM-stichwort")]
    [InlineData("id", "2027-13-x", "JJJJ-MM-stichwort")]
    [InlineData("id", null, "fehlt")]
    [InlineData("title", null, "fehlt")]
    [InlineData("title", "\"\"", "fehlt")]
    [InlineData("title", "[]", "fehlt")]
    [InlineData("title", "\"zwei\\nZeilen\"", "nur eine Zeile")]
    [InlineData("title", "\"\\u0007\"", "Steuerzeichen")]
    [InlineData("title", "[a, b]", "keine Liste")]
    [InlineData("date", "31.02.2027", "ein Datum wie")]
    [InlineData("date", "09.03.27", "ein Datum wie")]
    [InlineData("date", "demnächst", "ein Datum wie")]
    [InlineData("date", "0001-01-01", "ein Datum wie")]
    [InlineData("start", "25:00", "Uhrzeit wie")]
    [InlineData("start", "zehn", "Uhrzeit wie")]
    [InlineData("start", "10", "Uhrzeit wie")]
    [InlineData("start", "10.3", "Uhrzeit wie")]
    [InlineData("start", "10:60 Uhr", "Uhrzeit wie")]
    [InlineData("start", "24 Uhr", "Uhrzeit wie")]
    [InlineData("start", "10 Uhr 5", "Uhrzeit wie")]
    [InlineData("title", "Platz #1", "in Anführungszeichen")]
    [InlineData("title", "Platz #1: was zählt", "in Anführungszeichen")]
    [InlineData("focus", "#1 Sprache", "in Anführungszeichen")]
    [InlineData("focus", "Sprache\t#1", "in Anführungszeichen")]
    [InlineData("end", "09:59", "nach dem Beginn")]
    [InlineData("end", "10:00", "nach dem Beginn")]
    [InlineData("place", null, "Ort oder einen Online-Link")]
    [InlineData("place", "https://meet.example/raum", "gehört in „Online-Link“")]
    [InlineData("onlineLink", "javascript:alert(1)", "https://")]
    [InlineData("onlineLink", "meet.example/raum", "https://")]
    [InlineData("onlineLink", "https://nutzer@meet.example/", "https://")]
    [InlineData("region", "Bayern", "Möglich sind: Altenburger Land;")]
    [InlineData("seats", "0", "von 1 bis 9.999")]
    [InlineData("seats", "10000", "von 1 bis 9.999")]
    [InlineData("seats", "-5", "von 1 bis 9.999")]
    [InlineData("seats", "12.5", "von 1 bis 9.999")]
    [InlineData("seats", "viele", "von 1 bis 9.999")]
    [InlineData("seatsOnline", "20", "Ort und Online-Link")]
    [InlineData("seatsOnline", "0", "von 1 bis 9.999")]
    [InlineData("status", "verlegt", "scheduled")]
    [InlineData("registrationOpens", "2027-03-10", "bevor sie endet")]
    [InlineData("registrationCloses", "2027-03-09 10:01", "spätestens mit dem Beginn")]
    [InlineData("registrationCloses", "2027-03-10", "spätestens mit dem Beginn")]
    [InlineData("registrationCloses", "irgendwann", "Erwartet wird ein Datum")]
    [InlineData("speakers", "{ name: Ada }", "Liste von Texten")]
    [InlineData("title", "*anker", "Verweise")]
    public void A_wrong_field_is_named_with_its_line(string field, string? value, string expected)
    {
        var text = With((field, value));

        var file = Read(text);

        Assert.Empty(file.Sessions);
        var problem = Assert.Single(file.Problems, problem => problem.Field == field);
        Assert.Contains(expected, problem.Text, StringComparison.Ordinal);
        var line = value is null or "\"\"" or "[]" ? 2
            : text.Split('\n').ToList().FindIndex(written => written.TrimStart(' ', '-').StartsWith(field, StringComparison.Ordinal)) + 1;
        Assert.Equal(line, problem.Line);
    }

    [Fact]
    public void A_long_wrong_value_is_shortened_between_what_people_see_as_characters()
    {
        var beginning = $"zehn {new string('x', 50)}";

        var problem = Assert.Single(Read(ProgrammeFiles.With(("start", $"{beginning}👩‍👩‍👧👩‍👩‍👧"))).Problems);

        Assert.StartsWith($"„{beginning}…“ ist nicht verständlich.", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("partners", "[Kammer, Amt #1, Verein]", 9)] // the bracket is never closed
    [InlineData("partners", "\n      - Kammer #1", 10)]
    [InlineData("description", "Platz #1\n      und mehr", 9)] // the second line belongs to nothing
    public void A_number_sign_that_cuts_off_more_than_a_line_is_named_with_its_line(string field, string value, int line)
    {
        var problem = Assert.Single(Read(With((field, value))).Problems);

        Assert.Equal(line, problem.Line);
        Assert.Contains("in Anführungszeichen", problem.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("title", "C# und F# im Betrieb # Anmerkung", "C# und F# im Betrieb")]
    [InlineData("title", "\"Platz #1\" #Anmerkung", "Platz #1")]
    [InlineData("title", "'Platz #1'", "Platz #1")]
    [InlineData("title", "Platz#1 #", "Platz#1")]
    [InlineData("title", ">-\n      Platz #1\n      #2", "Platz #1 #2")]
    [InlineData("title", "Platz 1\n    #focus: Sprache", "Platz 1")]
    public void A_number_sign_that_cuts_nothing_off_is_allowed(string field, string value, string title)
    {
        var file = Read(With((field, value)));

        Assert.Empty(file.Problems);
        Assert.Equal(title, Assert.Single(file.Sessions).Title);
    }

    [Fact]
    public void A_time_that_the_change_to_summer_time_skips_is_refused()
    {
        var problem = Assert.Single(Read(With(("date", "2027-03-28"), ("start", "02:30"))).Problems);

        Assert.Equal("start", problem.Field);
        Assert.Contains("Sommerzeit", problem.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Everything_that_is_wrong_is_said_at_once_in_the_order_of_the_file()
    {
        var good = new Dictionary<string, string?>
        {
            ["id"] = "2027-03-x",
            ["title"] = "T",
            ["date"] = "2027-03-09",
            ["start"] = "9:00",
            ["end"] = "11:00",
            ["place"] = "Gera",
            ["seats"] = "20",
        };
        var file = Read(WithSessions(
            good,
            new(good) { ["id"] = "2027-04-y", ["seats"] = "0", ["date"] = "morgen" },
            good,
            new(good) { ["id"] = "2027-05-z", ["farbe"] = "rot" }));

        Assert.Empty(file.Sessions);
        Assert.Equal([(11, "date"), (15, "seats"), (16, "id"), (30, "farbe")],
            file.Problems.Select(problem => (problem.Line!.Value, problem.Field!)));
        Assert.Contains("schon beim Termin in Zeile 2", file.Problems[2].Text, StringComparison.Ordinal);
    }

    public static TheoryData<string, byte[], string> Unusable => new()
    {
        { "leer.yaml", [], "leer" },
        { "leer.csv", [0xEF, 0xBB, 0xBF, (byte)'\n'], "leer" },
        { "liste.yaml", "sessions: []"u8.ToArray(), "keinen Termin" },
        { "ohne.yaml", "sessions:"u8.ToArray(), "keinen Termin" },
        { "titel.csv", "Kennung;Titel\n"u8.ToArray(), "keinen Termin" },
        { "text.yaml", "Guten Tag"u8.ToArray(), "sessions:" },
        { "anders.yaml", "termin: 1"u8.ToArray(), "Unbekannter Abschnitt" },
        { "zwei.yaml", Encoding.UTF8.GetBytes(With() + "---\n" + With()), "einem YAML-Dokument" },
        { "tab.yaml", "sessions:\n\t- id: x"u8.ToArray(), "kein gültiges YAML" },
        { "programm.pdf", Encoding.UTF8.GetBytes(One), ".csv" },
        { "programm", Encoding.UTF8.GetBytes(One), ".csv" },
        { "ansi.yaml", Windows1252.GetBytes(One), "UTF-8" },
        { "utf16.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(Csv)], "UTF-16" },
        { "utf16.yaml", Encoding.Unicode.GetBytes(One), "keine Textdatei" },
        { "falsch.csv", Encoding.UTF8.GetBytes(Windows1252.GetString(Encoding.UTF8.GetBytes(Csv))), "verstümmelt" },
        { "mac.csv", [.. "Kennung;Titel;Pl"u8, 0x8A, .. "tze"u8, 0x81], "Macintosh" },
        { "dos.csv", CodePage(850).GetBytes(Csv), "MS-DOS" },
        { "steuerzeichen.csv", [.. "Kennung;Titel"u8, 7], "keine Textdatei" },
        { "mappe.csv", [0x50, 0x4B, 3, 4, 0, 0, 1, 2], "keine Textdatei" },
        { "komma.csv", "Kennung,Titel,Datum\n2027-03-x,T,9.3.2027"u8.ToArray(), "Semikolon" },
        { "viele.yaml", Encoding.UTF8.GetBytes("sessions:\n" + string.Concat(Enumerable.Repeat("  - farbe: rot\n", 1001))),
            "mehr als 1.000" },
        { "zitat.csv", "Kennung;Titel\n2027-03-x;\"T"u8.ToArray(), "Anführungszeichen" },
    };

    [Theory]
    [MemberData(nameof(Unusable))]
    public void An_unusable_file_is_refused_with_a_reason(string name, byte[] bytes, string expected)
    {
        var file = ProgrammeFile.Read(name, bytes);

        Assert.Empty(file.Sessions);
        Assert.Contains(file.Problems, problem => problem.Text.Contains(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void Fifty_megabytes_are_no_programme() =>
        Assert.Contains("größer als 1 MB", Assert.Single(ProgrammeFile.Read("gross.yaml", new byte[50 * 1024 * 1024]).Problems).Text,
            StringComparison.Ordinal);

    [Fact]
    public void Thousands_of_problems_are_told_as_a_hundred()
    {
        var file = Read("sessions:\n" + string.Concat(Enumerable.Repeat("  - farbe: rot\n", 1000)));

        Assert.Equal(101, file.Problems.Count);
        Assert.EndsWith("weitere.", file.Problems[^1].Text, StringComparison.Ordinal);
    }
}
