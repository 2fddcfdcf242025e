using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using Microsoft.AspNetCore.Http;
using CellText = DocumentFormat.OpenXml.Spreadsheet.Text;

namespace ThaffFunctions.Shared.Web.Files;

/// <summary>An Excel workbook with one sheet of text; a cell of text is never a formula.</summary>
static class XlsxFile
{
    /// <summary>What a cell can hold (ECMA-376, limits of Excel).</summary>
    const int MaxCharacters = 32_767;

    public static IResult Of(string name, string sheet, IReadOnlyList<string> header, IReadOnlyList<IReadOnlyList<string>> rows)
    {
        using var file = new MemoryStream();
        using (var document = SpreadsheetDocument.Create(file, SpreadsheetDocumentType.Workbook))
        {
            var workbook = document.AddWorkbookPart();
            var worksheet = workbook.AddNewPart<WorksheetPart>();
            worksheet.Worksheet = new Worksheet(new SheetData(rows.Prepend(header).Select(cells => new Row(cells.Select(CellOf)))));
            workbook.Workbook = new Workbook(new Sheets(
                new Sheet { Id = workbook.GetIdOfPart(worksheet), SheetId = 1, Name = sheet }));
        }

        return Results.Bytes(file.ToArray(), "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", name);
    }

    static Cell CellOf(string text) => new(
        new InlineString(new CellText(Printable(text)) { Space = SpaceProcessingModeValues.Preserve }))
    {
        DataType = CellValues.InlineString,
    };

    /// <summary>XML cannot hold control characters or halves of characters.</summary>
    static string Printable(string text)
    {
        var allowed = string.Concat(text.EnumerateRunes()
            .Where(rune => rune.Value is '\t' or '\n' or '\r' or >= ' ' and not (0xFFFE or 0xFFFF))
            .Select(rune => rune.ToString()));
        return allowed.Length > MaxCharacters ? allowed[..MaxCharacters] : allowed;
    }
}
