using System.Buffers;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web.Files;

/// <summary>
/// A file that German Excel opens as a table: <c>;</c> between cells, UTF-8 with a byte order mark. A cell that a spreadsheet would take
/// for a formula begins with an apostrophe.
/// </summary>
/// <param name="Name">The file's name.</param>
/// <param name="Header">The names of the columns.</param>
/// <param name="Rows">The cells of each row.</param>
sealed record CsvFile(string Name, IReadOnlyList<string> Header, IAsyncEnumerable<IReadOnlyList<string>> Rows) : IResult
{
    static readonly SearchValues<char> Quoted = SearchValues.Create(";\"\r\n");

    /// <summary>With the full-width forms that some spreadsheets take for the same.</summary>
    const string BeginsFormula = "=+-@＝＋－＠\t\r\n";

    public async Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.ContentType = "text/csv; charset=utf-8";
        httpContext.Response.Headers.ContentDisposition = $"attachment; filename=\"{Name}\"";
        await using var writer = new StreamWriter(httpContext.Response.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: true));
        await writer.WriteAsync(Line(Header));
        await foreach (var row in Rows.WithCancellation(httpContext.RequestAborted)) await writer.WriteAsync(Line(row));
    }

    public static string Line(IEnumerable<string> cells) => string.Join(';', cells.Select(Cell)) + "\r\n";

    /// <summary>A cell as it was before it was made harmless.</summary>
    public static string Plain(string cell) => cell is ['\'', .. var text] && IsFormula(text) ? text : cell;

    /// <summary>Apostrophes before it do not count, so that what is written reads back the same.</summary>
    static bool IsFormula(string text) =>
        text.TrimStart(' ', '\'') is [var first, ..] && BeginsFormula.Contains(first, StringComparison.Ordinal);

    static string Cell(string text)
    {
        var harmless = IsFormula(text) ? "'" + text : text;
        return harmless.AsSpan().ContainsAny(Quoted) ? $"\"{harmless.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : harmless;
    }
}
