using System.Text;
using CsCheck;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Time;

namespace ThaffFunctions.Tests.Programme;

public sealed class ProgrammeFileTests
{
    static readonly Encoding Windows1252 = CodePagesEncodingProvider.Instance.GetEncoding(1252)!;

    [Fact]
    public void A_yaml_file_says_everything_of_a_session()
    {
        var session = Assert.Single(Read(ProgrammeFiles.One).Sessions);

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

    public static TheoryData<byte[]> SavedByExcel => new(
        Windows1252.GetBytes(ProgrammeFiles.Csv.ReplaceLineEndings("\r\n")),
        Encoding.UTF8.GetBytes(ProgrammeFiles.Csv),
        [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(ProgrammeFiles.Csv.ReplaceLineEndings("\r\n"))]);

    [Theory]
    [MemberData(nameof(SavedByExcel))]
    public void A_csv_file_from_excel_says_the_same_as_yaml(byte[] bytes)
    {
        var fromCsv = ProgrammeFile.Read("programm.csv", bytes);

        Assert.Empty(fromCsv.Problems);
        Assert.Null(ProgrammeDifference.Between(Read(ProgrammeFiles.One).Sessions[0], Assert.Single(fromCsv.Sessions), default));
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
    public void Rows_and_columns_that_excel_left_empty_are_ignored()
    {
        var file = ReadCsv("Kennung;Titel;Datum;Beginn;Ende;Ort;Plätze;;\r\n2027-03-x;T;9.3.2027;9:00;11:00;Gera;20;;\r\n;;;;;;;;\r\n\r\n");

        Assert.Empty(file.Problems);
        Assert.Single(file.Sessions);
    }

    [Fact]
    public void Names_in_one_cell_are_separated_by_strokes()
    {
        var file = ReadCsv("Kennung;Titel;Datum;Beginn;Ende;Ort;Plätze;Referierende\n2027-03-x;T;9.3.2027;9:00;11:00;Gera;20;Ada Eins, "
            + "Gera | Bo Zwei");

        Assert.Equal(["Ada Eins, Gera", "Bo Zwei"], Assert.Single(file.Sessions).Speakers);
    }

    [Fact]
    public void Registration_opens_a_year_ahead_and_closes_at_the_start_unless_said_otherwise()
    {
        var session = Assert.Single(Read(ProgrammeFiles.With()).Sessions);

        Assert.Equal(session.Start.AddYears(-1), session.RegistrationOpens);
        Assert.Equal(session.Start, session.RegistrationCloses);
    }

    [Fact]
    public void Registration_until_the_day_itself_means_until_the_start()
    {
        var session = Assert.Single(Read(ProgrammeFiles.With(("registrationCloses", "2027-03-09"))).Sessions);

        Assert.Equal(session.Start, session.RegistrationCloses);
    }

    [Fact]
    public void Registration_may_be_written_as_one_section()
    {
        var session = Assert.Single(
            Read(ProgrammeFiles.With(("registration", "{ opens: 2027-02-01, closes: 2027-03-01 18:00 }"))).Sessions);

        Assert.Equal(new DateTimeOffset(2027, 2, 1, 0, 0, 0, TimeSpan.FromHours(1)), session.RegistrationOpens);
        Assert.Equal(new DateTimeOffset(2027, 3, 1, 18, 0, 0, TimeSpan.FromHours(1)), session.RegistrationCloses);
    }

    [Theory]
    [InlineData("cancelled")]
    [InlineData("canceled")]
    [InlineData("abgesagt")]
    public void A_session_can_be_cancelled(string status) =>
        Assert.True(Assert.Single(Read(ProgrammeFiles.With(("status", status))).Sessions).IsCancelled);

    [Theory]
    [InlineData("2027-03-28", "01:59", "2027-03-28T00:59:00Z")] // before the change to summer time
    [InlineData("2027-03-28", "03:00", "2027-03-28T01:00:00Z")] // and after it
    [InlineData("2027-10-31", "02:30", "2027-10-31T00:30:00Z")] // twice in that night: the first
    [InlineData("2028-02-29", "10:00", "2028-02-29T09:00:00Z")]
    public void Times_are_local(string date, string start, string instant)
    {
        var session = Assert.Single(Read(ProgrammeFiles.With(("date", date), ("start", start))).Sessions);

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
        var session = Assert.Single(Read(ProgrammeFiles.With(("start", start))).Sessions);

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
    [InlineData("onlineLink", "javascript:alert(1)", "https://")]
    [InlineData("onlineLink", "meet.example/raum", "https://")]
    [InlineData("onlineLink", "https://nutzer@meet.example/", "https://")]
    [InlineData("region", "Bayern", "Unbekannte Region")]
    [InlineData("seats", "0", "von 1 bis 9.999")]
    [InlineData("seats", "10000", "von 1 bis 9.999")]
    [InlineData("seats", "-5", "von 1 bis 9.999")]
    [InlineData("seats", "12.5", "von 1 bis 9.999")]
    [InlineData("seats", "viele", "von 1 bis 9.999")]
    [InlineData("status", "verlegt", "scheduled")]
    [InlineData("registrationOpens", "2027-03-10", "bevor sie endet")]
    [InlineData("registrationCloses", "2027-03-09 10:01", "spätestens mit dem Beginn")]
    [InlineData("registrationCloses", "2027-03-10", "spätestens mit dem Beginn")]
    [InlineData("registrationCloses", "irgendwann", "Erwartet wird ein Datum")]
    [InlineData("speakers", "{ name: Ada }", "Liste von Texten")]
    [InlineData("title", "*anker", "Verweise")]
    public void A_wrong_field_is_named_with_its_line(string field, string? value, string expected)
    {
        var text = ProgrammeFiles.With((field, value));

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
        var problem = Assert.Single(Read(ProgrammeFiles.With((field, value))).Problems);

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
        var file = Read(ProgrammeFiles.With((field, value)));

        Assert.Empty(file.Problems);
        Assert.Equal(title, Assert.Single(file.Sessions).Title);
    }

    [Theory]
    [InlineData("sep=;", ';')]
    [InlineData("SEP=;", ';')]
    [InlineData("\"sep=;\"", ';')]
    [InlineData("sep=;;;;", ';')]
    [InlineData("sep=,", ',')]
    [InlineData("sep=\t", '\t')]
    public void The_first_line_may_tell_excel_the_separator(string first, char separator)
    {
        var file = ReadCsv($"{first}\r\nKennung;Titel;Datum;Beginn;Ende;Ort;Plätze;Farbe\r\n2027-03-x;T;9.3.2027;9 Uhr;11 Uhr;Gera;0;\r\n"
            .Replace(';', separator).Replace($"{first.Replace(';', separator)}\r", $"{first}\r", StringComparison.Ordinal));

        Assert.Equal([(2, "Farbe"), (3, "Plätze")], file.Problems.Select(problem => (problem.Line!.Value, problem.Field!)));
    }

    [Fact]
    public void Decomposed_letters_are_stored_composed()
    {
        var yaml = Read(ProgrammeFiles.With(("title", "Übungen für Ämter")).Normalize(NormalizationForm.FormD));
        var csv = ReadCsv("Kennung;Titel;Datum;Beginn;Ende;Ort;Plätze\n2027-03-x;Übungen für Ämter;9.3.2027;9:00;11:00;Gößnitz;20"
            .Normalize(NormalizationForm.FormD));

        Assert.Equal("Übungen für Ämter", Assert.Single(yaml.Sessions).Title);
        Assert.Equal(("Übungen für Ämter", "Gößnitz"), (Assert.Single(csv.Sessions).Title, csv.Sessions[0].Place));
    }

    /// <summary>Without column titles that have umlauts, so that nothing else refuses the file.</summary>
    const string EnglishColumns = "id;title;date;start;end;place;seats;speakers\n2027-06-endos;Verträge lösen, Größe zählt;15.06.2027;"
        + "10 Uhr;12 Uhr;Höhe 3, Kölleda;60;Jörg Mäßig\n";

    static readonly string[] CodePages = ["utf-8", "1252", "850", "437", "10000"];

    /// <summary>Saved as Excel opened it, in an encoding that can hold it; and as written, never opened.</summary>
    public static IEnumerable<object[]> WrittenAndAssumed =>
        from written in CodePages
        from assumed in CodePages
        from stored in new[] { "utf-8", "1252", written }.Distinct()
        let opened = Named(assumed).GetString(Named(written).GetBytes(EnglishColumns))
        where written == assumed || stored != written
        where Named(stored).GetString(Named(stored).GetBytes(opened)) == opened
        select new object[] { written, assumed, stored };

    [Theory]
    [MemberData(nameof(WrittenAndAssumed))]
    public void A_csv_file_in_any_encoding_is_read_right_or_refused(string written, string assumed, string stored)
    {
        var opened = Named(assumed).GetString(Named(written).GetBytes(EnglishColumns));

        var file = ProgrammeFile.Read("programm.csv", Named(stored).GetBytes(opened));

        if (file.Problems.Count > 0) Assert.Contains("verstümmelt", Assert.Single(file.Problems).Text, StringComparison.Ordinal);
        else Assert.Equal(("Verträge lösen, Größe zählt", "Höhe 3, Kölleda", "Jörg Mäßig"),
            (file.Sessions[0].Title, file.Sessions[0].Place, file.Sessions[0].Speakers[0]));
        if (opened == EnglishColumns && (stored is "utf-8" or "1252")) Assert.Empty(file.Problems);
    }

    [Fact]
    public void Text_that_any_encoding_could_mean_stays_as_it_is_in_windows_1252()
    {
        var file = ProgrammeFile.Read("programm.csv", Windows1252.GetBytes(
            "id;title;date;start;end;place;seats;speakers\n2027-06-x;„Wort“ – 10 €;15.06.2027;10:00;12:00;Gera;60;André Škoda | Tomáš\n"));

        Assert.Equal(("„Wort“ – 10 €", "André Škoda", "Tomáš"),
            (Assert.Single(file.Sessions).Title, file.Sessions[0].Speakers[0], file.Sessions[0].Speakers[1]));
    }

    [Fact]
    public void A_time_that_the_change_to_summer_time_skips_is_refused()
    {
        var problem = Assert.Single(Read(ProgrammeFiles.With(("date", "2027-03-28"), ("start", "02:30"))).Problems);

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
        var file = Read(ProgrammeFiles.File(
            good,
            new(good) { ["id"] = "2027-04-y", ["seats"] = "0", ["date"] = "morgen" },
            good,
            new(good) { ["id"] = "2027-05-z", ["farbe"] = "rot" }));

        Assert.Empty(file.Sessions);
        Assert.Equal([(11, "date"), (15, "seats"), (16, "id"), (30, "farbe")],
            file.Problems.Select(problem => (problem.Line!.Value, problem.Field!)));
        Assert.Contains("schon beim Termin in Zeile 2", file.Problems[2].Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_problems_name_the_column_and_the_line_the_row_begins_at()
    {
        var file = ReadCsv("Kennung;Titel;Beschreibung;Datum;Beginn;Ende;Ort;Plätze;Farbe\n2027-03-x;T;\"eins\nzwei\";9.3.2027;9:00;11:00;Gera;20;\n2027-04-x;T;;9.4.2027;9:00;8:00;Gera;0;\n");

        Assert.Equal([(1, "Farbe"), (4, "Ende"), (4, "Plätze")], file.Problems.Select(problem => (problem.Line!.Value, problem.Field!)));
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
        { "zwei.yaml", Encoding.UTF8.GetBytes(ProgrammeFiles.With() + "---\n" + ProgrammeFiles.With()), "einem YAML-Dokument" },
        { "tab.yaml", "sessions:\n\t- id: x"u8.ToArray(), "kein gültiges YAML" },
        { "programm.pdf", Encoding.UTF8.GetBytes(ProgrammeFiles.One), ".csv" },
        { "programm", Encoding.UTF8.GetBytes(ProgrammeFiles.One), ".csv" },
        { "ansi.yaml", Windows1252.GetBytes(ProgrammeFiles.One), "UTF-8" },
        { "utf16.csv", [0xFF, 0xFE, .. Encoding.Unicode.GetBytes(ProgrammeFiles.Csv)], "UTF-16" },
        { "utf16.yaml", Encoding.Unicode.GetBytes(ProgrammeFiles.One), "keine Textdatei" },
        { "falsch.csv", Encoding.UTF8.GetBytes(Windows1252.GetString(Encoding.UTF8.GetBytes(ProgrammeFiles.Csv))), "verstümmelt" },
        { "mac.csv", [.. "Kennung;Titel;Pl"u8, 0x8A, .. "tze"u8, 0x81], "Macintosh" },
        { "dos.csv", CodePage(850).GetBytes(ProgrammeFiles.Csv), "MS-DOS" },
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
    public void A_wrongly_encoded_file_is_refused_with_the_line()
    {
        var problem = Assert.Single(
            ProgrammeFile.Read("a.yaml", Windows1252.GetBytes("sessions:\n  - id: 2027-03-x\n    title: Schlüssel\n")).Problems);

        Assert.Equal(3, problem.Line);
    }

    [Fact]
    public void Thousands_of_problems_are_told_as_a_hundred()
    {
        var file = Read("sessions:\n" + string.Concat(Enumerable.Repeat("  - farbe: rot\n", 1000)));

        Assert.Equal(101, file.Problems.Count);
        Assert.EndsWith("weitere.", file.Problems[^1].Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{")]
    [InlineData("-")]
    [InlineData("\"")]
    [InlineData(";")]
    [InlineData("&")]
    [InlineData("- ")]
    [InlineData("? ")]
    [InlineData("[{a: ")]
    [InlineData("a: ")]
    [InlineData("- a\n")]
    [InlineData("&a [*a, ")]
    [InlineData("!")]
    [InlineData("%")]
    [InlineData("|\n")]
    [InlineData("\n")]
    [InlineData("\"a\";")]
    public void A_megabyte_of_the_same_is_only_a_bad_file(string again)
    {
        var bytes = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(again, ProgrammeFile.MaxBytes / again.Length)));

        Assert.NotEmpty(ProgrammeFile.Read("a.yaml", bytes).Problems);
        Assert.NotEmpty(ProgrammeFile.Read("a.csv", bytes).Problems);
    }

    [Fact]
    public void Garbage_is_a_problem_and_never_an_exception() =>
        Gen.Byte.Array[0, 300].Sample(bytes =>
        {
            foreach (var name in new[] { "a.yaml", "a.csv" })
            {
                var file = ProgrammeFile.Read(name, bytes);
                Assert.True(file.Sessions.Count == 0 && file.Problems.Count > 0);
            }
        });

    [Fact]
    public void A_damaged_file_is_a_problem_or_a_programme_and_never_an_exception() =>
        Gen.Select(OneOf(ProgrammeFiles.One, ProgrammeFiles.Csv), Gen.Int[0, 900], Gen.Int[0, 20], Gen.Char[' ', '~'].Array[0, 5])
            .Sample((text, at, removed, added) =>
        {
            var start = Math.Min(at, text.Length);
            var damaged = text.Remove(start, Math.Min(removed, text.Length - start)).Insert(start, new string(added));
            foreach (var name in new[] { "a.yaml", "a.csv" })
            {
                var file = ProgrammeFile.Read(name, Encoding.UTF8.GetBytes(damaged));
                Assert.True(file.Sessions.Count > 0 ^ file.Problems.Count > 0);
            }
        });

    [Fact]
    public void What_is_written_reads_back_equal() =>
        Sessions.Sample(session =>
        {
            foreach (var (name, text) in new[] { ("a.yaml", ProgrammeWriter.Yaml(session)), ("a.csv", ProgrammeWriter.Csv(session)) })
            {
                var file = ProgrammeFile.Read(name, Encoding.UTF8.GetBytes(text));
                Assert.Empty(file.Problems);
                Assert.Null(ProgrammeDifference.Between(session, Assert.Single(file.Sessions), default));
            }
        });

    static readonly Gen<string> Text =
        Gen.OneOf(Gen.Char[' ', '~'], OneOf('ä', 'ß', '„', '–', '€', ';', '"', ':', '#', '\'', '-')).Array[1, 40]
        .Select(characters => $"a{new string(characters).Replace('|', '.')}z");

    static readonly Gen<Session> Sessions =
        from slug in Gen.Int[1, 99_999]
        from title in Text
        from focus in Text
        from description in Text.Array[0, 5]
        from day in Gen.Int[0, 700]
        from start in Gen.Int[0, 1000]
        from length in Gen.Int[1, 400]
        from region in OneOf([null, .. Region.All])
        from online in Gen.Bool
        from seats in Gen.Int[1, 9_999]
        from names in Text.Select(name => name.Replace(';', ',')).Array[0, 4]
        from opens in Gen.Int[1, 300]
        from cancelled in Gen.Bool
        let date = new DateOnly(2027, 1, 1).AddDays(day)
        let begins = Berlin.AtOrAfter(date, TimeOnly.MinValue.AddMinutes(start))
        let ends = Berlin.AtOrAfter(date, TimeOnly.MinValue.AddMinutes(start + length))
        where begins < ends && Berlin.Date(ends) == date && begins.Minute == start % 60 // no start or end moved by the change of clocks
        where Berlin.Local(begins).Hour != 2 && Berlin.Local(ends).Hour != 2
        select new Session(
            SessionId.Parse($"2027-01-t{slug}")!.Value, title, focus, string.Join('\n', description), begins, ends,
            online ? null : title, region, online ? new Uri("https://meet.example/raum?x=1") : null, seats,
            names, [], names, Berlin.AtOrAfter(date.AddDays(-opens), new(9, 0)), begins,
            cancelled ? SessionStatus.Cancelled : SessionStatus.Scheduled);

    static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(at => values[at]);

    static Encoding Named(string name) => name == "utf-8" ? new UTF8Encoding(false)
        : CodePage(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture));

    static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    static ProgrammeFile Read(string yaml) => ProgrammeFile.Read("programm.yaml", Encoding.UTF8.GetBytes(yaml));

    static ProgrammeFile ReadCsv(string csv) => ProgrammeFile.Read("programm.csv", Encoding.UTF8.GetBytes(csv));
}
