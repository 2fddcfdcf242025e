using System.Text;
using ThaffFunctions.Programme.Import;
using static ThaffFunctions.Tests.Programme.ProgrammeFiles;

namespace ThaffFunctions.Tests.Programme;

public sealed class ProgrammeEncodingTests
{
    [Fact]
    public void Decomposed_letters_are_stored_composed()
    {
        var yaml = Read(With(("title", "Übungen für Ämter")).Normalize(NormalizationForm.FormD));
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
    public void A_wrongly_encoded_file_is_refused_with_the_line()
    {
        var problem = Assert.Single(
            ProgrammeFile.Read("a.yaml", Windows1252.GetBytes("sessions:\n  - id: 2027-03-x\n    title: Schlüssel\n")).Problems);

        Assert.Equal(3, problem.Line);
    }

    static Encoding Named(string name) => name == "utf-8" ? new UTF8Encoding(false)
        : CodePage(int.Parse(name, System.Globalization.CultureInfo.InvariantCulture));
}
