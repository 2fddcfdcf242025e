using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Programme.Import;

namespace ThaffFunctions.MailingList.Import;

/// <summary>
/// A file of contacts as German Excel saves it: semicolons, column titles first, a line for each address. Several regions, sectors or
/// topics of one cell are separated by <c>|</c>.
/// </summary>
/// <param name="Lines">What it says, line by line.</param>
/// <param name="Problem">Why nothing of it can be used; null if its lines can be looked at.</param>
sealed partial record ContactFile(IReadOnlyList<ContactLine> Lines, FileProblem? Problem)
{
    public const int MaxBytes = 5 * 1024 * 1024;

    /// <summary>More take longer than one message may be worked on.</summary>
    const int MaxLines = 20_000;

    public static readonly ContactFile TooLarge = Unusable(null, "Die Datei ist größer als 5 MB. Bitte teilen Sie sie auf.");

    public static ContactFile Read(string name, ReadOnlySpan<byte> bytes)
    {
        if (bytes.Length > MaxBytes) return TooLarge;
        if (!name.EndsWith(".csv", StringComparison.OrdinalIgnoreCase))
            return Unusable(null, "Kontakte stehen in einer Datei mit der Endung .csv; in Excel: „Speichern unter“, „CSV“.");

        var (text, problem) = FileEncoding.Read(bytes, mayBeWindows1252: true, expected: "CSV");
        if (problem is not null) return new([], problem);
        if (string.IsNullOrWhiteSpace(text)) return Unusable(null, "Die Datei ist leer.");
        return text.AsSpan().Count('"') % 2 == 0
            ? ReadTable(text)
            : Unusable(null, "Ein Anführungszeichen (\") wird geöffnet und nie geschlossen.");
    }

    static ContactFile ReadTable(string text)
    {
        var separator = SeparatorLine().Match(text);
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.Success ? separator.Groups["separator"].Value : ";",
            BadDataFound = null,
        });
        if (separator.Success) parser.Read();
        if (!parser.Read()) return Unusable(null, "Die Datei ist leer.");

        var (titles, titleLine) = (parser.Record!, LineOf(parser));
        var fields = Array.ConvertAll(titles, ContactColumns.Find);
        if (!fields.Contains("email"))
            return Unusable(titleLine, $"Es gibt keine Spalte „E-Mail“. Möglich sind, durch Semikolon getrennt: {ContactColumns.AllTitles}.");
        if (Array.FindIndex(titles, title => title.Trim().Length > 0 && ContactColumns.Find(title) is null) is >= 0 and var strange)
            return Unusable(titleLine, $"Die Spalte „{titles[strange].Trim()}“ ist unbekannt. Möglich sind, durch Semikolon getrennt: "
                + $"{ContactColumns.AllTitles}.");
        if (fields.OfType<string>().GroupBy(field => field).FirstOrDefault(field => field.Count() > 1) is { } twice)
            return Unusable(titleLine, $"Die Spalte „{ContactColumns.TitleOf(twice.Key)}“ gibt es zweimal.");

        List<ContactLine> lines = [];
        while (parser.Read())
        {
            if (parser.Record!.All(string.IsNullOrWhiteSpace)) continue;
            if (lines.Count == MaxLines) return Unusable(null, "Die Datei hat mehr als 20.000 Zeilen. Bitte teilen Sie sie auf.");

            lines.Add(new(LineOf(parser), FieldsOf(parser.Record!, fields)));
        }

        return lines.Count == 0 ? Unusable(null, "Die Datei enthält keine Adresse.") : new(lines, null);
    }

    static ContactFields FieldsOf(string[] cells, string?[] fields)
    {
        return new(Cell("email"), Cell("name"), Cell("organisation"), Cell("kind"), List("regions"), List("sectors"), List("topics"),
            Cell("documentation"), Cell("language"), Cell("source"), Cell("given"));

        string Cell(string field) => Array.IndexOf(fields, field) is >= 0 and var at && at < cells.Length ? cells[at].Trim() : "";

        string[] List(string field) => Cell(field).Split('|', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
    }

    static ContactFile Unusable(int? line, string text) => new([], new(line, null, text));

    static int LineOf(CsvParser parser) => parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');

    /// <summary>A first line by which a file tells Excel its separator.</summary>
    [GeneratedRegex(@"\A""?sep=(?<separator>[;,\t])[;,"" \t]*(?=[\r\n]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorLine();
}
