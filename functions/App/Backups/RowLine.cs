using System.Globalization;
using System.Text.Encodings.Web;
using System.Text.Json;
using Azure.Data.Tables;

namespace ThaffFunctions.Backups;

/// <summary>
/// A row as one line of JSON: the keys, then each column with the letter of its type, since JSON knows fewer types than tables do.
/// </summary>
static class RowLine
{
    static readonly JsonSerializerOptions Json = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static string Of(TableEntity row) => JsonSerializer.Serialize(
        new Line(row.PartitionKey, row.RowKey, row
            .Where(column => column.Value is not null && column.Key is not ("PartitionKey" or "RowKey" or "Timestamp" or "odata.etag"))
            .ToDictionary(column => column.Key, column => Written(column.Value))),
        Json);

    /// <summary>Null if the line is none that <see cref="Of"/> wrote.</summary>
    public static TableEntity? Read(string line)
    {
        try
        {
            if (JsonSerializer.Deserialize<Line>(line) is not { Partition: { } partition, Row: { } key, Columns: { } columns }) return null;

            var row = new TableEntity(partition, key);
            foreach (var (name, column) in columns) row[name] = Value(column);
            return row;
        }
        catch (Exception failure) when (failure is JsonException or FormatException or OverflowException)
        {
            return null;
        }
    }

    static string Written(object value) => value switch
    {
        string text => $"s{text}",
        int number => string.Create(CultureInfo.InvariantCulture, $"i{number}"),
        long number => string.Create(CultureInfo.InvariantCulture, $"l{number}"),
        double number => string.Create(CultureInfo.InvariantCulture, $"d{number:R}"),
        bool truth => truth ? "b1" : "b0",
        DateTimeOffset time => string.Create(CultureInfo.InvariantCulture, $"t{time:O}"),
        Guid id => $"g{id}",
        byte[] bytes => $"x{Convert.ToBase64String(bytes)}",
        BinaryData bytes => $"x{Convert.ToBase64String(bytes)}",
        _ => throw new FormatException($"Tables hold no {value.GetType().Name}."),
    };

    static object Value(string? column) => string.IsNullOrEmpty(column) ? throw new FormatException("A column has no type.")
        : (column[0], column[1..]) switch
        {
            ('s', var text) => text,
            ('i', var text) => int.Parse(text, CultureInfo.InvariantCulture),
            ('l', var text) => long.Parse(text, CultureInfo.InvariantCulture),
            ('d', var text) => double.Parse(text, CultureInfo.InvariantCulture),
            ('b', var text) => text == "1",
            ('t', var text) => DateTimeOffset.Parse(text, CultureInfo.InvariantCulture),
            ('g', var text) => Guid.Parse(text),
            ('x', var text) => Convert.FromBase64String(text),
            var (type, _) => throw new FormatException($"There is no type {type}."),
        };

    sealed record Line(string Partition, string Row, Dictionary<string, string> Columns);
}
