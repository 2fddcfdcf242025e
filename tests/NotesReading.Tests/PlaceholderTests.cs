using System.Text;
using ThaffFunctions.NotesReading.Markdown;
using ThaffFunctions.NotesReading.Plain;
using ThaffFunctions.NotesReading.Tests.Word;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests;

/// <summary>Places of a form letter or a template that nobody filled in.</summary>
public sealed class PlaceholderTests
{
    [Theory]
    [InlineData("Guten Tag {Name}, schön.", "{Name}")]
    [InlineData("Guten Tag {{ vor_name }}.", "{{ vor_name }}")]
    [InlineData("Guten Tag <<Firma GmbH>>.", "<<Firma GmbH>>")]
    [InlineData("Guten Tag «Vorname» «Nachname».", "«Vorname»")]
    [InlineData("Guten Tag «Name_2».", "«Name_2»")]
    [InlineData("Guten Tag, das Wort «Heimat».", null)]
    [InlineData("«Wir kommen wieder», sagt sie; «Name unbekannt».", null)]
    [InlineData("Die Menge {a, b}, {x} und {}; 1 << 2 und 4 >> 1.", null)]
    [InlineData("Der Befehl \\textbf{name} in TeX.", null)]
    [InlineData("Im Code `{name}` steht es.", null)]
    public void What_looks_like_a_placeholder_is_told_with_its_place(string line, string? placeholder)
    {
        string[] expected = placeholder is null ? []
            : [$"„{placeholder}“ sieht aus wie ein Platzhalter, den niemand ausgefüllt hat, und wird so vorgelesen. Bitte ersetzen oder löschen. "
                + "Das gilt für alle solchen Stellen."];
        var isCode = line.Contains('`', StringComparison.Ordinal);

        Assert.Equal(expected.Select(text => $"Zeile 3: {text}"), HintsOf(new MarkdownNotes(), $"Eins\n\n{line}\n\n{line}"));
        if (isCode) return;

        Assert.Equal(expected.Select(text => $"Zeile 5: {text}"), HintsOf(new PlainNotes(), $"---\nstatus: fertig\n---\nEins\n{line}\n{line}"));
        Assert.Equal(expected.Select(text => $"Am Anfang, Absatz 2: {text}"), WordReading.Of(Of(P("Eins") + P(Escaped(line)) + P(Escaped(line)))).Hints);
    }

    [Theory]
    [InlineData("MERGEFIELD Heimat", "«Heimat»", true)]
    [InlineData("MERGEFIELD \"Tag der Ankunft\" \\* Upper", "«TAG_DER_ANKUNFT»", true)]
    [InlineData("ADDRESSBLOCK \\f", "«AddressBlock»", true)]
    [InlineData("MERGEFIELD Heimat", "Erfurt", false)]
    [InlineData("QUOTE Heimat", "«Heimat»", false)]
    public void A_field_of_a_form_letter_that_shows_its_name_is_told(string instruction, string result, bool isTold)
    {
        var marks = WordReading.Of(Of($"<w:p>{Field(instruction, R(result))}</w:p>"));
        var simple = WordReading.Of(Of(
            $"<w:p><w:fldSimple w:instr=\"{instruction.Replace("\"", "&quot;", StringComparison.Ordinal)}\">{R(result)}</w:fldSimple></w:p>"));

        Assert.All([marks, simple], read => Assert.Equal(isTold ? 1 : 0, read.Hints.Count(hint =>
            hint.StartsWith($"Am Anfang, Absatz 1: „{result}“ sieht aus wie ein Platzhalter", StringComparison.Ordinal))));
        Assert.Equal($"<p>{result}</p>", marks.Markup);
    }

    static string Escaped(string text) => text.Replace("<", "&lt;", StringComparison.Ordinal);

    static IEnumerable<string> HintsOf(INotesFormat format, string text)
    {
        var remarks = new Remarks();
        format.Parse(Encoding.UTF8.GetBytes(text), "Ein Termin", remarks)!.Compose(new Dictionary<string, Picture>());
        return remarks.Hints.Select(hint => hint.ToString());
    }
}
