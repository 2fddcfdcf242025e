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
    readonly int recordsNotShown;

    /// <param name="parser">Before the titles.</param>
    /// <param name="problems">What is wrong is added here.</param>
    /// <param name="recordsNotShown">Those before the titles that Excel reads and shows as no row.</param>
    CsvEntries(CsvParser parser, List<FileProblem> problems, int recordsNotShown) =>
        (this.parser, this.problems, this.recordsNotShown) = (parser, problems, recordsNotShown);

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
            IgnoreBlankLines = false, // Excel counts them
        });
        if (separator.Success) parser.Read();
        var reading = new CsvEntries(parser, problems, parser.Row);
        reading.ReadFile();
        return reading.entries;
    }

    void ReadFile()
    {
        if (!ReadFilled()) return;

        var titles = parser.Record!;
        if (titles.Length == 1 && titles[0].Contains(',', StringComparison.Ordinal))
        {
            problems.Add(new(Row, null, "Die Spalten müssen durch Semikolon getrennt sein, wie deutsches Excel es speichert."));
            return;
        }

        var columns = ReadTitles(titles);
        while (ReadFilled()) entries.Add(ReadRow(columns, titles));
    }

    /// <returns>False if no row follows in which anything stands.</returns>
    bool ReadFilled()
    {
        while (parser.Read())
        {
            if (parser.Record!.Any(cell => !string.IsNullOrWhiteSpace(cell))) return true;
        }

        return false;
    }

    SessionField?[] ReadTitles(string[] titles)
    {
        var columns = Array.ConvertAll(titles, FieldNames.Find);
        for (var at = 0; at < titles.Length; at++)
        {
            if (columns[at] is null && titles[at].Trim().Length > 0)
                problems.Add(new(Row, titles[at], $"Unbekannte Spalte. Möglich sind: {FieldNames.AllNames(german: true)}."));
            else if (columns[at] is { } field && Array.IndexOf(columns, field) < at)
                problems.Add(new(Row, titles[at], "Diese Spalte gibt es zweimal."));
        }

        return columns;
    }

    FileEntry ReadRow(SessionField?[] columns, string[] titles)
    {
        var cells = parser.Record!;
        var values = new Dictionary<SessionField, FileValue>();
        for (var at = 0; at < cells.Length && at < columns.Length; at++)
        {
            if (columns[at] is { } field && !string.IsNullOrWhiteSpace(cells[at]))
                values.TryAdd(field, new(titles[at], Row, [CsvFile.Plain(cells[at])]));
        }

        var entry = new FileEntry(Row, IsGerman: true, values);
        for (var at = 0; at < cells.Length; at++)
        {
            if (!string.IsNullOrWhiteSpace(cells[at]) && (at >= titles.Length || titles[at].Trim().Length == 0))
                problems.Add(new(Row, null, $"In Spalte {at + 1} steht etwas, sie hat aber keinen Titel.") { Entry = entry.Name });
        }

        return entry;
    }

    /// <summary>As Excel counts: a row may have several lines.</summary>
    int Row => parser.Row - recordsNotShown;

    /// <summary>A first line by which a file tells Excel its separator.</summary>
    [GeneratedRegex(@"\A""?sep=(?<separator>[;,\t])[;,"" \t]*(?=[\r\n]|\z)", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant)]
    private static partial Regex SeparatorLine();
}
