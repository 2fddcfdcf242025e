using System.Text;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;
using static ThaffFunctions.Tests.Programme.ProgrammeFiles;

namespace ThaffFunctions.Tests.Programme;

public sealed class ProgrammeCsvTests
{
    public static TheoryData<byte[]> SavedByExcel => new(
        Windows1252.GetBytes(Csv.ReplaceLineEndings("\r\n")),
        Encoding.UTF8.GetBytes(Csv),
        [0xEF, 0xBB, 0xBF, .. Encoding.UTF8.GetBytes(Csv.ReplaceLineEndings("\r\n"))]);

    [Theory]
    [MemberData(nameof(SavedByExcel))]
    public void A_csv_file_from_excel_says_the_same_as_yaml(byte[] bytes)
    {
        var fromCsv = ProgrammeFile.Read("programm.csv", bytes);

        Assert.Empty(fromCsv.Problems);
        Assert.Null(SessionDifference.Between(Read(One).Sessions[0], Assert.Single(fromCsv.Sessions), default));
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

        Assert.Equal([(1, "Farbe"), (2, "Plätze")], file.Problems.Select(problem => (problem.Line!.Value, problem.Field!)));
    }

    [Fact]
    public void Csv_problems_name_the_column_and_the_row_as_excel_counts_it()
    {
        var file = ReadCsv("Kennung;Titel;Beschreibung;Datum;Beginn;Ende;Ort;Plätze;Farbe\n2027-03-x;T;\"eins\nzwei\";9.3.2027;9:00;11:00;Gera;20;\n\n"
            + "2027-04-x;T;;9.4.2027;9:00;8:00;Gera;0;;dort\n");

        Assert.Equal(["Zeile 1, Feld „Farbe“", "Zeile 4 (2027-04-x)", "Zeile 4 (2027-04-x), Feld „Ende“", "Zeile 4 (2027-04-x), Feld „Plätze“"],
            file.Problems.Select(problem => problem.ToString().Split(':')[0]));
    }
}
