using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading.Plain;

/// <summary>Turns the addresses in a line of plain text into links.</summary>
static partial class Autolinks
{
    public static IReadOnlyList<Inline> Linked(string text)
    {
        List<Inline> inlines = [];
        var end = 0;
        foreach (Match found in Addresses().Matches(text))
        {
            if (!Uri.TryCreate(found.Value.Contains("://", StringComparison.Ordinal) ? found.Value : $"mailto:{found.Value}",
                UriKind.Absolute, out var target)) continue;

            if (found.Index > end) inlines.Add(text[end..found.Index]);
            inlines.Add(new Link(target, found.Value));
            end = found.Index + found.Length;
        }

        if (end < text.Length) inlines.Add(text[end..]);
        return inlines;
    }

    /// <summary>Web and mail addresses. Punctuation at the end belongs to the sentence, not to the address.</summary>
    [GeneratedRegex(@"https?://[^\s<>""„“”]*[^\s<>""„“”.,;:!?)\]]|[\w.+-]+@[\w-]+(\.[\w-]+)*\.\w{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
