using System.Text;
using AccessiblePdf.Model;

namespace ThaffFunctions.Documentation.Notes;

/// <summary>Tidies the text of a paragraph.</summary>
static class TextRuns
{
    /// <summary>Without spaces and line ends at either end.</summary>
    public static List<Inline> Trimmed(IEnumerable<Inline> text)
    {
        List<Inline> trimmed = [.. text.SkipWhile(IsBlank)];
        while (trimmed is [.., var last] && IsBlank(last)) trimmed.RemoveAt(trimmed.Count - 1);
        if (trimmed is [TextRun first, ..]) trimmed[0] = first with { Text = first.Text.TrimStart(' ', '\t') };
        if (trimmed is [.., TextRun end]) trimmed[^1] = end with { Text = end.Text.TrimEnd(' ', '\t') };
        return trimmed;
    }

    /// <summary>Neighbouring text in one style is one run.</summary>
    public static List<Inline> Joined(IEnumerable<Inline> text)
    {
        List<Inline> joined = [];
        StringBuilder letters = new(); // a file may part its text into a hundred thousand runs
        foreach (var inline in text)
        {
            if (inline is not TextRun next || joined is not [.., TextRun last] || last.Style != next.Style)
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
            if (joined is [.., TextRun open]) joined[^1] = open with { Text = letters.ToString() };
            letters.Clear();
        }
    }

    public static Inline Bold(Inline inline) => inline is TextRun run ? run with { Style = run.Style | TextStyle.Bold } : inline;

    /// <summary>Whether all letters of a line are; links and notes are none.</summary>
    public static bool IsBold(IReadOnlyList<Inline> line) =>
        line.Count > 0 && line.All(inline => inline is TextRun run && (run.Style.HasFlag(TextStyle.Bold) || string.IsNullOrWhiteSpace(run.Text)));

    /// <summary>What is bold as a whole needs no bold words.</summary>
    public static Inline NotBold(Inline inline) => inline is TextRun run ? run with { Style = run.Style & ~TextStyle.Bold } : inline;

    /// <summary>The letters alone, as headings and comparisons need them.</summary>
    public static string Plain(IEnumerable<Inline> text) => string.Concat(text.Select(inline => inline switch
    {
        TextRun run => run.Text,
        Link link => Plain(link.Content),
        Reference reference => Plain(reference.Content),
        LineBreak => " ",
        _ => "",
    }));

    static bool IsBlank(Inline inline) => inline is LineBreak || (inline is TextRun run && string.IsNullOrWhiteSpace(run.Text));
}
