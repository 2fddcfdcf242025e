using System.Text.RegularExpressions;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>Turns the addresses that somebody typed into links, in plain text and in Word; Markdig does so in Markdown.</summary>
static partial class Autolinks
{
    /// <summary>In all texts but links, code and what is read aloud in other words.</summary>
    public static IReadOnlyList<Block> Linked(IReadOnlyList<Block> blocks, Remarks remarks) => new BlockMap(block => block, Unnested)
    {
        OnText = text => [.. text.SelectMany(inline => inline is TextRun { Spoken: null } run && !run.Style.HasFlag(TextStyle.Code)
            ? Linked(run, address => remarks.HintFirst(nameof(RemarkTexts.BareAddress), null, RemarkTexts.BareAddress(address)))
            : [inline])],
    }.Of(blocks);

    public static IReadOnlyList<Inline> Linked(string text) => Linked(new TextRun(text));

    /// <param name="run">A text in one style.</param>
    /// <param name="onPage">Called with each address of a page.</param>
    static List<Inline> Linked(TextRun run, Action<string>? onPage = null)
    {
        List<Inline> inlines = [];
        var (text, end) = (run.Text, 0);
        foreach (Match found in Addresses().Matches(text))
        {
            var address = found.Value;
            var isMail = !address.Contains("://", StringComparison.Ordinal) && address.Contains('@', StringComparison.Ordinal);
            var whole = isMail ? $"mailto:{address}"
                : address.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? $"http://{address}" : address;
            if (!Uri.TryCreate(whole, UriKind.Absolute, out var target)) continue;

            if (!isMail) onPage?.Invoke(address);
            if (found.Index > end) inlines.Add(run with { Text = text[end..found.Index] });
            inlines.Add(new Link(target, run with { Text = address }));
            end = found.Index + found.Length;
        }

        if (end == 0) return [run];
        if (end < text.Length) inlines.Add(run with { Text = text[end..] });
        return inlines;
    }

    /// <summary>A link holds no other.</summary>
    static Inline Unnested(Inline inline) => inline switch
    {
        Link link => link with { Content = Unnested(link.Content) },
        Reference reference => reference with { Content = Unnested(reference.Content) },
        _ => inline,
    };

    static IReadOnlyList<Inline> Unnested(IEnumerable<Inline> content) =>
        [.. content.SelectMany(inline => inline is Link inner ? inner.Content : [inline])];

    /// <summary>Web and mail addresses. Punctuation at the end belongs to the sentence, not to the address.</summary>
    [GeneratedRegex(@"(https?://|\bwww\.)[^\s<>""„“”]*[^\s<>""„“”.,;:!?)\]]|[\w.+-]+@[\w-]+(\.[\w-]+)*\.\w{2,}", RegexOptions.NonBacktracking)]
    private static partial Regex Addresses();
}
