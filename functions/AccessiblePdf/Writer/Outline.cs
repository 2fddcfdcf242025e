using System.Globalization;

namespace AccessiblePdf.Writer;

/// <summary>The bookmarks as a tree (ISO 32000-1, 12.3.3).</summary>
sealed class Outline(PdfFile file, Func<Destination, string> write)
{
    sealed record Node(int Id, int Level, Bookmark? Bookmark, List<Node> Kids);

    /// <summary>The root's object number, or nothing if there are no bookmarks.</summary>
    public int? Write(IReadOnlyList<Bookmark> bookmarks)
    {
        if (bookmarks.Count == 0) return null;
        var root = new Node(file.Reserve(), 0, null, []);
        var open = new Stack<Node>([root]);
        foreach (var bookmark in bookmarks)
        {
            while (open.Peek().Level >= bookmark.Level) open.Pop();
            var node = new Node(file.Reserve(), bookmark.Level, bookmark, []);
            open.Peek().Kids.Add(node);
            open.Push(node);
        }
        file.Set(root.Id, string.Create(CultureInfo.InvariantCulture, $"<</Type/Outlines{Kids(root)}/Count {root.Kids.Count}>>"));
        WriteKids(root);
        return root.Id;
    }

    /// <summary>Deeper levels are closed at first, which a negative count says.</summary>
    void WriteKids(Node parent)
    {
        for (var i = 0; i < parent.Kids.Count; i++)
        {
            var node = parent.Kids[i];
            file.Set(node.Id, string.Concat(
                $"<</Title{PdfSyntax.Text(node.Bookmark!.Title)}/Parent {PdfSyntax.Reference(parent.Id)}/Dest{write(node.Bookmark.Destination)}",
                i > 0 ? $"/Prev {PdfSyntax.Reference(parent.Kids[i - 1].Id)}" : "",
                i < parent.Kids.Count - 1 ? $"/Next {PdfSyntax.Reference(parent.Kids[i + 1].Id)}" : "",
                node.Kids.Count > 0 ? string.Create(CultureInfo.InvariantCulture, $"{Kids(node)}/Count -{node.Kids.Count}>>") : ">>"));
            WriteKids(node);
        }
    }

    static string Kids(Node node) => $"/First {PdfSyntax.Reference(node.Kids[0].Id)}/Last {PdfSyntax.Reference(node.Kids[^1].Id)}";
}
