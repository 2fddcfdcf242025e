using System.Text;
using ThaffFunctions.Programme.Import;

namespace ThaffFunctions.Tests.Programme;

/// <summary>Programme files as staff write them.</summary>
static class ProgrammeFiles
{
    public const string One = """
        sessions:
          - id: 2027-03-anerkennung
            title: Anerkennung von Abschlüssen
            focus: Anerkennung
            description: |
              Wie läuft das Verfahren?

              - Kosten
              - Dauer
            date: 2027-03-09
            start: 10:00
            end: 12:00
            place: Haus der Wirtschaft, Erfurt
            region: erfurt
            seats: 60
            speakers:
              - Frieda Beispiel, Anerkennungsstelle
            moderators: [Max Muster]
            partners: [IHK Musterstadt]
            registrationOpens: 2027-01-15 09:00
            registrationCloses: 2027-03-07
        """;

    public const string Csv = """
        Kennung;Titel;Schwerpunkt;Beschreibung;Datum;Beginn;Ende;Ort;Region;Online-Link;Plätze;Referierende;Moderation;Partner;Anmeldung ab;Anmeldung bis;Status
        2027-03-anerkennung;Anerkennung von Abschlüssen;Anerkennung;"Wie läuft das Verfahren?

        - Kosten
        - Dauer";09.03.2027;10:00;12:00;Haus der Wirtschaft, Erfurt;Erfurt;;60;Frieda Beispiel, Anerkennungsstelle;Max Muster;IHK Musterstadt;15.01.2027 09:00;07.03.2027;
        """;

    public static Encoding Windows1252 => CodePage(1252);

    public static Encoding CodePage(int number) => CodePagesEncodingProvider.Instance.GetEncoding(number)!;

    public static ProgrammeFile Read(string yaml) => ProgrammeFile.Read("programm.yaml", Encoding.UTF8.GetBytes(yaml));

    public static ProgrammeFile ReadCsv(string csv) => ProgrammeFile.Read("programm.csv", Encoding.UTF8.GetBytes(csv));

    /// <summary>The one session with fields set, added or (null) left out.</summary>
    public static string With(params (string Field, string? Value)[] changes)
    {
        var fields = new Dictionary<string, string?>
        {
            ["id"] = "2027-03-anerkennung",
            ["title"] = "Anerkennung",
            ["date"] = "2027-03-09",
            ["start"] = "10:00",
            ["end"] = "12:00",
            ["place"] = "Erfurt",
            ["seats"] = "60",
        };
        foreach (var (field, value) in changes) fields[field] = value;
        return WithSessions([fields]);
    }

    public static string WithSessions(params IEnumerable<Dictionary<string, string?>> sessions)
    {
        var text = new StringBuilder("sessions:\n");
        foreach (var session in sessions)
        {
            var lead = "  - ";
            foreach (var (field, value) in session.Where(field => field.Value is not null))
            {
                text.Append(lead).Append(field).Append(": ").Append(value).Append('\n');
                lead = "    ";
            }
        }

        return text.ToString();
    }
}
