using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word.Tables;

/// <summary>Reads a table with merged cells and header rows.</summary>
sealed class WordTableReader(WordContext context)
{
    /// <summary>The rows without deleted ones.</summary>
    public static IReadOnlyList<OpenXmlElement> RowsOf(OpenXmlElement table) =>
        [.. table.Seen().Where(element => element.LocalName == "tr" && !AcceptedView.IsDeleted(element.Child("trPr")))];

    public static IEnumerable<OpenXmlElement> CellsOf(OpenXmlElement row) => row.Seen().Where(element => element.LocalName == "tc");

    /// <summary>Null for an empty table.</summary>
    /// <param name="table">The element of the table.</param>
    /// <param name="rows">Its rows.</param>
    public Block? Read(OpenXmlElement table, IEnumerable<OpenXmlElement> rows)
    {
        context.Remarks.Enter("in einer Tabelle");
        var grid = new WordGrid(rows.Select(ReadRow));
        var read = grid.IsEmpty ? null : Build(grid, MarkedParts.Of(table.Child("tblPr"), context.Styles));
        context.Remarks.Leave();
        return read;
    }

    Block Build(WordGrid grid, MarkedParts marked)
    {
        var title = grid.TakeTitle();
        var headers = grid.HeaderRows;
        if (headers == 0 && marked.FirstRow && grid.Count > 1) headers = grid.RowsReachedFrom(1);
        var rowsNamed = marked.FirstColumn ? headers > 0 || grid.HasFirstColumn : headers == 0 && grid.NamesRows;
        if (headers == 0 && !rowsNamed)
        {
            if ((BoldHeads.NameColumns(grid.Cells) || TableHeads.NameColumns(grid.Cells)) && grid.RowsReachedFrom(1) < grid.Count)
                headers = grid.RowsReachedFrom(1);
            else rowsNamed = TableHeads.NameRows(grid.Cells);
            context.Remarks.Hint($"Die Tabelle hat keine gekennzeichnete Kopfzeile; {TableHeads.Assumed(headers > 0, rowsNamed)}. "
                + RemedyFor(headers > 0, rowsNamed));
        }

        rowsNamed |= TableHeads.NameRowsBelowCorner(grid.Cells, headers) || BoldHeads.NameRows(grid.Cells, headers);
        var table = new Table
        {
            HasNoHeader = headers == 0 && !rowsNamed,
            Caption = title,
            Header = [.. grid.Header(headers)],
            Rows = [.. grid.Body(headers, rowsNamed)],
            Columns = grid.Alignments(headers),
        };
        return marked.FirstColumn ? table : DefinitionTable.Of(table);
    }

    static string RemedyFor(bool nameColumns, bool nameRows)
    {
        const string ByRow = "Zeile markieren, „Tabellenlayout“, „Überschriften wiederholen“",
            ByColumn = "„Tabellenentwurf“, eine Formatvorlage mit hervorgehobener erster Spalte, Haken bei „Erste Spalte“";
        return nameColumns ? $"In Word: {ByRow}."
            : nameRows ? $"In Word: {ByColumn}."
            : $"Benennt eine Zeile die Spalten, hilft in Word: {ByRow}. Benennt die erste Spalte die Zeilen: {ByColumn}.";
    }

    WordRow ReadRow(OpenXmlElement row)
    {
        var properties = row.Child("trPr");
        List<WordCell> cells = [];
        for (var empty = properties.Child("gridBefore").Number() ?? 0; empty > 0 && cells.Count < WordGrid.MaxColumns; empty--)
            cells.Add(WordCell.Empty);
        cells.AddRange(CellsOf(row).Select(ReadCell));
        return new(properties.Switch("tblHeader") == true, cells);
    }

    WordCell ReadCell(OpenXmlElement cell)
    {
        var properties = cell.Child("tcPr");
        var vertical = properties.Child("vMerge");
        var horizontal = properties.Child("hMerge");
        var alignment = cell.Child("p").Child("pPr").Child("jc").Value() switch
        {
            "right" or "end" => Alignment.End,
            "center" => Alignment.Center,
            _ => Alignment.Start,
        };
        return new(
            properties.Child("cellDel") is not null || AcceptedView.IsPlaceholderCell(cell) ? []
                : new StoryReader(context, Story.Cell).Read(cell),
            Math.Clamp(properties.Child("gridSpan").Number() ?? 1, 1, WordGrid.MaxColumns),
            GoesOnFromAbove: vertical is not null && vertical.Value() != "restart",
            GoesOnFromLeft: horizontal is not null && horizontal.Value() != "restart",
            alignment);
    }
}
