using AccessiblePdf.Model;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;

namespace ThaffFunctions.Documentation.Notes.Word;

/// <summary>Makes a nested list of a diagram (SmartArt): what it says is a tree of texts, whatever form it is drawn in (ISO/IEC 29500-1, 21.4).</summary>
sealed class DiagramReader(WordContext context)
{
    /// <summary>As deep as lists go in Word.</summary>
    const int Levels = 9;

    /// <summary>Reading follows the points, whose depth nothing else limits.</summary>
    const int Deepest = 50;

    /// <summary>null if it holds no text.</summary>
    public Part? Read(OpenXmlElement reference)
    {
        if (reference.Value("dm") is not { } id || !context.Part.TryGetPartById(id, out var part) || part is not DiagramDataPart { DataModelRoot: { } model } data) return null;

        var items = new Tree(model).Items();
        if (items.Count == 0) return null;

        context.Remarks.Hint($"Ein Schaubild (SmartArt) wurde als Liste übernommen{(data.ImageParts.Any() ? ", ohne seine Bilder" : "")}. Bitte prüfen; sagt seine Form mehr als die Liste, bitte als Bild (PNG) mit Alternativtext einfügen.");
        return Part.Of(new BulletList([.. items]));
    }

    sealed class Tree
    {
        readonly Dictionary<string, OpenXmlElement> points = [];
        readonly ILookup<string, string> below;
        readonly HashSet<string> passed = []; // a file may say that a point is below itself

        public Tree(OpenXmlElement model)
        {
            foreach (var point in model.Child("ptLst") ?? Enumerable.Empty<OpenXmlElement>()) points.TryAdd(point.Value("modelId") ?? "", point);
            below = (model.Child("cxnLst") ?? Enumerable.Empty<OpenXmlElement>())
                .Where(connection => connection.Value("type") is null or "parOf")
                .OrderBy(connection => connection.Number("srcOrd") ?? 0)
                .ToLookup(connection => connection.Value("srcId") ?? "", connection => connection.Value("destId") ?? "");
        }

        public List<ListItem> Items() => points.FirstOrDefault(point => point.Value.Value("type") == "doc").Key is { } root ? Below(root, 1, 1) : [];

        /// <summary>What is below a point without text moves up to it, and what is too deep stands beside.</summary>
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
