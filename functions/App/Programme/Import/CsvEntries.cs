using System.Globalization;
using System.Text.RegularExpressions;
using CsvHelper;
using CsvHelper.Configuration;
using ThaffFunctions.Operations.Failures;
using ThaffFunctions.Shared.Web.Files;

namespace ThaffFunctions.Programme.Import;

/// <summary>
/// Reads the sessions of a CSV file as German Excel saves it: semicolons, quoted cells that may hold line breaks, column titles first.
/// </summary>
sealed partial class CsvEntries
{
    readonly CsvParser parser;
    readonly List<FileProblem> problems;
    readonly List<FileEntry> entries = [];
    int titleLine;

    CsvEntries(CsvParser parser, List<FileProblem> problems) => (this.parser, this.problems) = (parser, problems);

    public static IReadOnlyList<FileEntry> Read(string text, List<FileProblem> problems)
    {
        if (text.AsSpan().Count('"') % 2 != 0)
        {
            problems.Add(new(null, null, "Ein Anführungszeichen (\") wird geöffnet und nie geschlossen."));
            return [];
        }

        var separator = SeparatorLine().Match(text);
        using var parser = new CsvParser(new StringReader(text), new CsvConfiguration(CultureInfo.InvariantCulture)
        {
            Delimiter = separator.Success ? separator.Groups["separator"].Value : ";",
            BadDataFound = null,
        });
        if (separator.Success) parser.Read();
        var reading = new CsvEntries(parser, problems);
        reading.ReadFile();
        return reading.entries;
    }

    void ReadFile()
    {
        if (!parser.Read()) return;

        var titles = parser.Record!;
        titleLine = LineOfRecord();
        if (titles.Length == 1 && titles[0].Contains(',', StringComparison.Ordinal))
        {
            problems.Add(new(titleLine, null, "Die Spalten müssen durch Semikolon getrennt sein, wie deutsches Excel es speichert."));
            return;
        }

        var columns = ReadTitles(titles);
        while (parser.Read())
        {
            if (parser.Record!.Any(cell => !string.IsNullOrWhiteSpace(cell))) entries.Add(ReadRow(columns, titles));
        }
    }

    SessionField?[] ReadTitles(string[] titles)
    {
        var columns = Array.ConvertAll(titles, FieldNames.Find);
        for (var at = 0; at < titles.Length; at++)
        {
            if (columns[at] is null && titles[at].Trim().Length > 0)
                problems.Add(new(titleLine, titles[at], $"Unbekannte Spalte. Möglich sind: {FieldNames.AllNames(german: true)}."));
            else if (columns[at] is { } field && Array.IndexOf(columns, field) < at)
                problems.Add(new(titleLine, titles[at], "Diese Spalte gibt es zweimal."));
        }

        return columns;
    }

    FileEntry ReadRow(SessionField?[] columns, string[] titles)
    {
        var cells = parser.Record!;
        var line = LineOfRecord();
        var values = new Dictionary<SessionField, FileValue>();
        for (var at = 0; at < cells.Length; at++)
        {
            if (string.IsNullOrWhiteSpace(cells[at])) continue;
            if (at >= columns.Length || (columns[at] is null && titles[at].Trim().Length == 0))
                problems.Add(new(line, null, $"In Spalte {at + 1} steht etwas, sie hat aber keinen Titel."));
            else if (columns[at] is { } field) values.TryAdd(field, new(titles[at], line, [CsvFile.Plain(cells[at])]));
        }

        return new(line, IsGerman: true, values);
    }

    int LineOfRecord() => parser.RawRow - parser.RawRecord.AsSpan().TrimEnd("\r\n").Count('\n');

    /// <summary>A first line by which a file tells Excel its separator.</summary>
    [GeneratedRegex(@"\A""?sep=(?<separator>[;,\t])[;,"" \t]*(?=[\r\n]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorLine();
}
