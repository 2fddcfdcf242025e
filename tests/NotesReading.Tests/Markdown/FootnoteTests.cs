using System.Text;
using System.Text.RegularExpressions;
using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.NotesReading.Tests.Markdown;

/// <summary>Where people write the text of a footnote, and what is said of those that do not find together.</summary>
public sealed partial class FootnoteTests
{
    [Theory]
    [InlineData("Text[^1]\n\n[^1]: Die Note\n    geht weiter\n\n    und weiter.\n\nDanach.",
        "Text¹|Danach.|¹ Die Note geht weiter|und weiter.")]
    [InlineData("Text[^1]\n[^1]: Die Note.\n[^2]: Die zweite.\n\nUnd[^2]", "Text¹|Und²|¹ Die Note.|² Die zweite.")]
    [InlineData("Text[^2][^1]\n\n[^1]: Die Note.\n[^2]: Die zweite.", "Text¹²|¹ Die zweite.|² Die Note.")]
    [InlineData("Text[^1]\n\nBegriff\n:   Bedeutung\n\n[^1]: Die Note.\n\nDanach.", "Text¹|Begriff|Bedeutung|Danach.|¹ Die Note.")]
    [InlineData("Text[^1]\n\nBegriff\n:   Bedeutung\n[^1]: Die Note.\n\nWort\n:   Sinn", "Text¹|Begriff|Bedeutung|Wort|Sinn|¹ Die Note.")]
    [InlineData("- Punkt[^1]\n\n  Begriff\n  :   Bedeutung\n\n[^1]: Die Note.", "Punkt¹|Begriff|Bedeutung|¹ Die Note.")]
    [InlineData("> Zitat[^1]\n>\n> Begriff\n> :   Bedeutung\n\n[^1]: Die Note.", "Zitat¹|Begriff|Bedeutung|¹ Die Note.")]
    [InlineData("Begriff\n:   Bedeutung[^1]\n\n    [^1]: Die Note.\n\n    Mehr.\n\nDanach.",
        "Begriff|Bedeutung¹|Mehr.|Danach.|¹ Die Note.")]
    [InlineData("- eins[^1]\n\n  [^1]: Wort\n\n  Mehr.\n\n- zwei", "eins¹|Mehr.|zwei|¹ Wort")]
    [InlineData("- eins[^1]\n  [^1]: Die Note.\n      weiter\n\n      und weiter.\n- zwei", "eins¹|zwei|¹ Die Note. weiter|und weiter.")]
    [InlineData("> Zitat[^1] und[^2]\n>\n> [^1]: Die Note.\n> [^2]: Die zweite.\n>\n> Mehr.\n\nDanach.",
        "Zitat¹ und²|Mehr.|Danach.|¹ Die Note.|² Die zweite.")]
    [InlineData("Text[^1]\n\n```\n[^1]: Code\n```\n\n[^1]: Note", "Text¹|[^1]: Code|¹ Note")]
    public void A_footnote_may_stand_wherever_its_reader_would_look(string markdown, string expected)
    {
        var (markup, remarks) = Read(markdown);

        Assert.Equal(expected, Lines(markup));
        Assert.Empty(remarks.Hints);
    }

    [Theory]
    [InlineData("Text\n\nBegriff\n:   Bedeutung\n\n[^1]: Die Note.", 6, "„[^1]“ erscheint nicht")]
    [InlineData("Text[^1]\n\n[^1]: Die Note.\n[^1]: Noch eine.", 4, "„[^1]“ erscheint nicht")]
    [InlineData("Text\n\n- Punkt[^2]", 3, "Zu „[^2]“ gibt es keine Fußnote")]
    [InlineData("Text\n\n[Moderation]: Willkommen\n", 3, "„[Moderation]: …“ erscheint nicht")]
    public void What_does_not_find_together_is_told_with_its_line(string markdown, int line, string expected)
    {
        var (_, remarks) = Read(markdown);

        var hint = Assert.Single(remarks.Hints);
        Assert.Equal(line, hint.Line);
        Assert.Contains(expected, hint.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Footnotes_leave_the_lines_of_what_follows_them_right()
    {
        var (_, remarks) = Read("> Zitat[^1]\n>\n> [^1]: Die Note.\n\nBegriff\n:   Bedeutung\n\n[^2]: Die zweite.[^1]\n\n"
            + "![Plan](fehlt.png)");

        Assert.Equal([8, 10], remarks.Hints.Select(hint => hint.Line).Order());
    }

    /// <summary>The texts of blocks, then the footnotes with their numbers.</summary>
    static string Lines(string markup)
    {
        markup = FootnoteStart().Replace(markup, footnote => $"<footnote>{Raised(footnote.Groups[1].Value)} ");
        markup = Reference().Replace(markup, footnote => Raised(footnote.Groups[1].Value));
        return string.Join('|', Tags().Split(markup).Select(text => text.Trim()).Where(text => text.Length > 0));
    }

    static string Raised(string number) => number == "1" ? "¹" : "²";

    static (string Markup, Remarks Remarks) Read(string markdown)
    {
        var remarks = new Remarks();
        var notes = new MarkdownNotes().Parse(Encoding.UTF8.GetBytes(markdown), "Ein Termin", remarks)!;
        return (Markup.Of(notes.Compose(new Dictionary<string, Picture>())), remarks);
    }

    [GeneratedRegex("<footnote>([0-9]) (?:<p>)?")]
    private static partial Regex FootnoteStart();

    [GeneratedRegex("<ref>([0-9])</ref>")]
    private static partial Regex Reference();

    [GeneratedRegex("<[^>]+>")]
    private static partial Regex Tags();
}
