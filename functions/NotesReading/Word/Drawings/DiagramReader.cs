using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using ThaffFunctions.NotesReading.Word.Package;
using ThaffFunctions.NotesReading.Word.Text;

namespace ThaffFunctions.NotesReading.Word.Drawings;

/// <summary>
/// Turns a diagram (SmartArt) into a nested list: its data is a tree of texts, independent of the layout (ISO/IEC 29500-1, 21.4).
/// </summary>
sealed class DiagramReader(WordContext context)
{
    /// <summary>The depth of lists in Word.</summary>
    const int Levels = 9;

    /// <summary>Reading is recursive, and nothing else limits the depth of the data.</summary>
    const int Deepest = 50;

    /// <summary>Null if it has no text.</summary>
    public Part? Read(OpenXmlElement reference)
    {
        if (reference.Value("dm") is not { } id || !context.Part.TryGetPartById(id, out var part)
            || part is not DiagramDataPart { DataModelRoot: { } model } data) return null;

        var items = new Tree(model).Items();
        if (items.Count == 0) return null;

        context.Remarks.Hint("Ein Schaubild (SmartArt) wurde als Liste "
            + $"übernommen{(data.ImageParts.Any() ? ", ohne seine Bilder" : "")}. Bitte prüfen; sagt seine Form mehr als die Liste, "
            + "bitte als Bild (PNG) mit Alternativtext einfügen.");
        return Part.Of(new BulletList([.. items]));
    }

    sealed class Tree
    {
        readonly Dictionary<string, OpenXmlElement> points = [];
        readonly ILookup<string, string> below;
        readonly HashSet<string> passed = []; // a damaged file may contain cycles

        public Tree(OpenXmlElement model)
        {
            foreach (var point in model.Child("ptLst") ?? Enumerable.Empty<OpenXmlElement>())
                points.TryAdd(point.Value("modelId") ?? "", point);
            below = (model.Child("cxnLst") ?? Enumerable.Empty<OpenXmlElement>())
                .Where(connection => connection.Value("type") is null or "parOf")
                .OrderBy(connection => connection.Number("srcOrd") ?? 0)
                .ToLookup(connection => connection.Value("srcId") ?? "", connection => connection.Value("destId") ?? "");
        }

        public List<ListItem> Items() =>
            points.FirstOrDefault(point => point.Value.Value("type") == "doc").Key is { } root ? Below(root, 1, 1) : [];

        /// <summary>
        /// Children of a point without text move up to its level; children that would be too deep stay on the last level.
        /// </summary>
        List<ListItem> Below(string id, int level, int depth)
        {
            List<ListItem> items = [];
            foreach (var next in below[id].Where(next => depth <= Deepest && points.ContainsKey(next) && passed.Add(next)))
            {
                Block[] text = points[next].Child("t") is { } body ? [.. DrawnText.Of(body)] : [];
                if (text.Length == 0 || level == Levels)
                {
                    if (text.Length > 0) items.Add(new(text));
                    items.AddRange(Below(next, level, depth + 1));
                    continue;
                }

                var deeper = Below(next, level + 1, depth + 1);
                items.Add(new([.. text, .. deeper.Count > 0 ? [new BulletList([.. deeper])] : Array.Empty<Block>()]));
            }

            return items;
        }
    }
}
