using System.Text;
using AccessiblePdf.Model;

namespace ThaffFunctions.NotesReading;

/// <summary>Operations on the text of a paragraph.</summary>
public static class TextRuns
{
    /// <summary>Without spaces and line breaks at both ends.</summary>
    public static List<Inline> Trimmed(IEnumerable<Inline> text)
    {
        List<Inline> trimmed = [.. text.SkipWhile(IsBlank)];
        while (trimmed is [.., var last] && IsBlank(last)) trimmed.RemoveAt(trimmed.Count - 1);
        if (trimmed is [TextRun first, ..]) trimmed[0] = first with { Text = first.Text.TrimStart(' ', '\t') };
        if (trimmed is [.., TextRun end]) trimmed[^1] = end with { Text = end.Text.TrimEnd(' ', '\t') };
        return trimmed;
    }

    /// <summary>Parted at its line breaks; a text without any is one line.</summary>
    public static IEnumerable<List<Inline>> Lines(IEnumerable<Inline> text)
    {
        List<Inline> line = [];
        foreach (var inline in text)
        {
            if (inline is not LineBreak)
            {
                line.Add(inline);
                continue;
            }

            yield return line;
            line = [];
        }

        yield return line;
    }

    /// <summary>Joins neighbouring runs of the same style and language.</summary>
    public static List<Inline> Joined(IEnumerable<Inline> text)
    {
        List<Inline> joined = [];
        StringBuilder letters = new(); // a file may part its text into a hundred thousand runs
        foreach (var inline in text)
        {
            if (inline is not TextRun next || joined is not [.., TextRun last]
                || last.Style != next.Style || last.Language != next.Language)
            {
                EndRun();
                joined.Add(inline);
            }

            if (inline is TextRun run) letters.Append(run.Text);
        }

        EndRun();
        return joined;

        void EndRun()
        {
            if (joined is [.., TextRun open]) joined[^1] = open with { Text = Composed.Of(letters.ToString()) };
            letters.Clear();
        }
    }

    /// <summary>The same text in bold; other inlines stay as they are.</summary>
    public static Inline Bold(Inline inline) => inline is TextRun run ? run with { Style = run.Style | TextStyle.Bold } : inline;

    /// <summary>
    /// Whether a line is bold as a whole. Blank runs do not count; a line with links, footnotes or line breaks is not bold.
    /// </summary>
    public static bool IsBold(IReadOnlyList<Inline> line) =>
        line.Count > 0 && line.All(inline =>
            inline is TextRun run && (run.Style.HasFlag(TextStyle.Bold) || string.IsNullOrWhiteSpace(run.Text)));

    /// <summary>For text that is set in bold anyway, such as headings and header cells.</summary>
    public static Inline NotBold(Inline inline) => inline is TextRun run ? run with { Style = run.Style & ~TextStyle.Bold } : inline;

    /// <summary>The characters without styles and footnotes, for headings and comparisons.</summary>
    public static string Plain(IEnumerable<Inline> text) => string.Concat(text.Select(inline => inline switch
    {
        TextRun run => run.Text,
        Link link => Plain(link.Content),
        Reference reference => Plain(reference.Content),
        Formula formula => formula.Text,
        LineBreak => " ",
        _ => "",
    }));

    static bool IsBlank(Inline inline) => inline is LineBreak || (inline is TextRun run && string.IsNullOrWhiteSpace(run.Text));
}
