namespace AccessiblePdf.Tests.Conforming;

/// <summary>Tables, judged as veraPDF does: the first row tells the number of columns, and every place is filled once.</summary>
static class TableRules
{
    public static IReadOnlyList<Rule> All =>
    [
        new("UA:7.2-3", facts => StructureRules.Strangers(facts, "Table", "TR", "THead", "TBody", "TFoot", "Caption")),
        new("UA:7.2-4", facts => StructureRules.Outside(facts, "TR", "Table", "THead", "TBody", "TFoot")),
        new("UA:7.2-5", facts => StructureRules.Outside(facts, "THead", "Table")),
        new("UA:7.2-6", facts => StructureRules.Outside(facts, "TBody", "Table")),
        new("UA:7.2-8", facts => StructureRules.Outside(facts, "TH", "TR")),
        new("UA:7.2-9", facts => StructureRules.Outside(facts, "TD", "TR")),
        new("UA:7.2-10", facts => StructureRules.Strangers(facts, "TR", "TH", "TD")),
        new("UA:7.2-36", facts => StructureRules.Strangers(facts, "THead", "TR")),
        new("UA:7.2-37", facts => StructureRules.Strangers(facts, "TBody", "TR")),
        new("UA:7.2-11", facts => Tables(facts, kids => kids.Count(kid => kid == "THead") > 1)),
        new("UA:7.2-14", facts => Tables(facts, kids => kids.Contains("THead") && !kids.Contains("TBody"))),
        new("UA:7.2-16 UA:7.2-39",
            facts => Tables(facts, kids =>
                kids.Count(kid => kid == "Caption") > 1 || kids.Contains("Caption") && kids[0] != "Caption" && kids[^1] != "Caption")),
        new("UA:7.2-15 UA:7.2-41..43", facts => facts.Of("Table").SelectMany(table => Grid(facts, table))),
        new("UA:7.5-1..2", facts =>
            facts.Of("TH").Where(cell => cell.Attribute(facts.File, "Scope") is not CosName { Value: "Row" or "Column" or "Both" })
                .Select(_ => "TH without Scope")),
    ];

    static IEnumerable<string> Tables(PdfFacts facts, Func<IReadOnlyList<string>, bool> isBroken) =>
        facts.Of("Table").Where(table => isBroken(table.KidTypes)).Select(_ => "Table");

    static IEnumerable<string> Grid(PdfFacts facts, ElementFacts table)
    {
        var rows = table.Kids.SelectMany(kid => kid.Standard == "TR" ? [kid] : kid.Kids.Where(inner => inner.Standard == "TR")).ToList();
        if (rows.Count == 0) yield break;
        var columns = rows[0].Kids.Sum(cell => Span(cell, "ColSpan"));
        var taken = new HashSet<(int Row, int Column)>();
        for (var row = 0; row < rows.Count; row++)
        {
            var column = 0;
            foreach (var cell in rows[row].Kids)
            {
                while (taken.Contains((row, column))) column++;
                var (width, height) = (Span(cell, "ColSpan"), Span(cell, "RowSpan"));
                if (column + width > columns) yield return $"row {row + 1} reaches beyond {columns} columns";
                if (row + height > rows.Count) yield return $"column {column + 1} reaches below the last row";
                for (var place = 0; place < width * height; place++)
                {
                    if (!taken.Add((row + place / width, column + place % width))) yield return $"cells of row {row + 1} overlap";
                }
                column += width;
            }
        }
        if (taken.Count != rows.Count * columns) yield return $"{taken.Count} places in {rows.Count} rows of {columns}";

        int Span(ElementFacts cell, string name) => cell.Attribute(facts.File, name) is double number ? (int)number : 1;
    }
}
