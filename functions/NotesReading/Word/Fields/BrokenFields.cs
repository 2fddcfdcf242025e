using DocumentFormat.OpenXml;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Tables;

namespace ThaffFunctions.NotesReading.Word.Fields;

/// <summary>
/// Finds the marks of fields without an end. Such a field is none (ISO/IEC 29500-1, 17.16.18): its instruction stays hidden, and all text
/// after its beginning is ordinary text.
/// </summary>
static class BrokenFields
{
    /// <summary>The marks in one text, not in other texts inside it such as tables and text boxes.</summary>
    public static IReadOnlySet<OpenXmlElement> MarksIn(OpenXmlElement container)
    {
        HashSet<OpenXmlElement> broken = new(ReferenceEqualityComparer.Instance);
        Stack<List<OpenXmlElement>> open = new();
        foreach (var mark in AllMarksIn(container))
        {
            switch (mark.LocalName, mark.Value("fldCharType"))
            {
                case ("fldChar", "begin"):
                    open.Push([mark]);
                    break;
                case ("fldChar", "end"):
                    if (!open.TryPop(out _)) broken.Add(mark);
                    break;
                default:
                    if (open.TryPeek(out var marks)) marks.Add(mark);
                    else broken.Add(mark);
                    break;
            }
        }

        broken.UnionWith(open.SelectMany(marks => marks));
        return broken;
    }

    static IEnumerable<OpenXmlElement> AllMarksIn(OpenXmlElement container)
    {
        Stack<IEnumerator<OpenXmlElement>> path = new([container.Seen().GetEnumerator()]);
        while (path.TryPeek(out var level))
        {
            if (!level.MoveNext())
            {
                path.Pop();
                continue;
            }

            var element = level.Current;
            if (element.LocalName is "fldChar" or "instrText") yield return element;
            else if (element.LocalName == "tbl") PushRow(element);
            else if (element.LocalName is not ("drawing" or "pict" or "object") && element.HasChildren)
                path.Push(element.Seen().GetEnumerator());
        }

        // a table with a single row is read as if its content stood outside
        void PushRow(OpenXmlElement table)
        {
            if (WordTableReader.RowsOf(table) is [var row])
                path.Push(WordTableReader.CellsOf(row).SelectMany(cell => cell.Seen()).GetEnumerator());
        }
    }
}
