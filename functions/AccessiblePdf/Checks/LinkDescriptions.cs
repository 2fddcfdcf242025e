using AccessiblePdf.Model;

namespace AccessiblePdf.Checks;

/// <summary>
/// Describes links for assistive technology (ISO 14289-1, 7.18.5). In a list of links each one stands without its sentence, so that links
/// of the same text which lead to different places are told apart by their target, and a text that says nothing ("hier") is completed
/// by it.
/// </summary>
sealed class LinkDescriptions
{
    readonly Dictionary<string, string> targets = new(StringComparer.OrdinalIgnoreCase);
    readonly HashSet<string> ambiguous = new(StringComparer.OrdinalIgnoreCase);
    readonly Dictionary<string, string> titles = new(StringComparer.Ordinal);

    public void Add(Link link) => Add(link.Content, link.Target.AbsoluteUri);

    public void Add(Reference reference) => Add(reference.Content, "#" + reference.Anchor);

    /// <summary>Remembers what a block with an anchor is called.</summary>
    public void AddTitle(string anchor, Block block)
    {
        var title = Words(block switch
        {
            Heading heading => CleanText.Of(heading.Content),
            Table table => CleanText.Of(table.Caption),
            Figure figure => figure.Caption.Count > 0 ? CleanText.Of(figure.Caption) : figure.AlternativeText,
            Chart chart => chart.Title,
            Callout callout => callout.Title,
            _ => "",
        });
        if (title.Length > 0) titles[anchor] = title;
    }

    public string Of(Link link)
    {
        var text = Words(CleanText.Of(link.Content));
        if (text.Length == 0) return Readable(link.Target); // soft hyphens only
        return With(text, Words(link.Title ?? (IsAmbiguous(text) || LinkText.SaysNothing(text) ? Readable(link.Target) : "")));
    }

    public string Of(Reference reference)
    {
        var text = Words(CleanText.Of(reference.Content));
        var title = titles.GetValueOrDefault(reference.Anchor, "");
        if (text.Length == 0) return title.Length > 0 ? title : reference.Anchor;
        return With(text, IsAmbiguous(text) || text.TrimStart('#') == reference.Anchor ? title : "");
    }

    /// <summary>The alternative text of a picture says what it shows, not where a click leads.</summary>
    public static string Of(Figure figure) => With(Words(figure.AlternativeText), Readable(figure.Target!));

    void Add(IReadOnlyList<Inline> content, string target)
    {
        var text = Key(Words(CleanText.Of(content)));
        if (!targets.TryAdd(text, target) && targets[text] != target) ambiguous.Add(text);
    }

    bool IsAmbiguous(string text) => ambiguous.Contains(Key(text));

    /// <summary>Without punctuation at its end.</summary>
    static string Key(string text) => text.TrimEnd('.', '…', ':', '!', ' ') is { Length: > 0 } words ? words : text;

    static string With(string text, string title) =>
        title.Length == 0 || text.Contains(title, StringComparison.OrdinalIgnoreCase) ? text : $"{Key(text)}: {title}";

    static string Words(string text) =>
        string.Join(' ', CleanText.OnOneLine(text).Replace("\u00AD", "", StringComparison.Ordinal)
            .Split(' ', StringSplitOptions.RemoveEmptyEntries));

    /// <summary>An address as people write it: without scheme, final slash and percent signs.</summary>
    static string Readable(Uri target)
    {
        var address = Uri.UnescapeDataString(target.AbsoluteUri);
        var start = address.IndexOf(':', StringComparison.Ordinal) + 1;
        return address[start..].Trim('/') is { Length: > 0 } words ? words : address;
    }
}
