using System.Text;
using ThaffFunctions.NotesReading.Markdown;
using ThaffFunctions.NotesReading.Plain;

namespace ThaffFunctions.NotesReading.Tests;

/// <summary>The head of notes as people write it, in Markdown and in plain text alike.</summary>
public sealed class FrontMatterTests
{
    [Theory]
    [InlineData("---\nstatus: Entwurf \n---\nText")]
    [InlineData("---\nStatus: \"ENTWURF\"\n---\nText")]
    [InlineData("---\r\nstatus:\tentwurf # noch prüfen\r\n---\r\nText")]
    [InlineData("---\rstatus: 'entwurf'\r---\rText")]
    [InlineData("\uFEFF--- \nstatus: entwurf\n--- \nText")]
    [InlineData("---\n\tstatus: draft\n---\nText")]
    public void A_draft_is_known_however_its_status_is_typed(string file) => Assert.All(Read(file), read =>
    {
        Assert.True(read.Notes?.Head.IsDraft);
        Assert.Empty(read.Remarks.Problems);
    });

    [Theory]
    [InlineData("\n---\nstatus: entwurf\n---\nText", 3)]
    [InlineData("---\nstatus: entwurf\n\nText", 2)]
    [InlineData("----\nstatus: entwurf\n----\nText", 2)]
    [InlineData("status: Entwurf\n\nText", 1)]
    [InlineData("# Titel\n\n**Status:** Entwurf\n\nText", 3)]
    [InlineData("---\ntitel: X\n---\nstatus: entwurf\n\nText", 4)]
    public void A_draft_whose_head_is_none_is_refused_and_never_published(string file, int line) => Assert.All(Read(file), read =>
    {
        var problem = Assert.Single(read.Remarks.Problems);
        Assert.Equal((line, "status"), (problem.Line, problem.Field));
    });

    [Theory]
    [InlineData("Der Status: Entwurf\n\nText")]
    [InlineData("Text\n\nEntwurf eines Status\n")]
    [InlineData("---\nstatus: fertig\n---\nStatus: Entwurf")]
    [InlineData("---\n# status: entwurf\ntitel: X\n---\nText")]
    [InlineData("1\n2\n3\n4\n5\n6\n7\n8\n9\n10\nStatus: Entwurf")]
    public void Other_text_about_drafts_is_text(string file) => Assert.All(Read(file), read => Assert.Empty(read.Remarks.Problems));

    [Theory]
    [InlineData("---\nstatus: fertig\nstatus: entwurf\n---\nText", 3, "zweimal")]
    [InlineData("---\nStatus: entwurf\nstatus: fertig\n---\nText", 3, "zweimal")]
    [InlineData("---\ntitel: Eins\nstatus: fertig\nTitle: Zwei\n---\nText", 4, "zweimal")]
    [InlineData("---\nstatus: Entwurf.\n---\nText", 2, "„Entwurf.“ ist nicht bekannt")]
    [InlineData("---\nstatus:\n---\nText", 2, "ist nicht bekannt")]
    [InlineData("---\nstatus:entwurf\n---\nText", 2, "werden Angaben wie")]
    [InlineData("---\ntitel: Anerkennung: so geht es\n---\nText", 2, "in Anführungszeichen")]
    [InlineData("---\ntitel: \"\"\n---\nText", 2, "1 bis 200 Zeichen")]
    [InlineData("---\nstatus: fertig\ntitel: Platz #1 im Land\n---\nText", 3, "in Anführungszeichen")]
    [InlineData("---\ntitel: Platz #1\n  im Land\n---\nText", 2, "in Anführungszeichen")]
    [InlineData("---\ntitel: Platz #1: was zählt\n---\nText", 2, "in Anführungszeichen")]
    [InlineData("---\nstatus: entwurf #intern\n---\nText", 2, "in Anführungszeichen")]
    public void What_cannot_be_read_is_told_with_its_line(string file, int line, string expected) => Assert.All(Read(file), read =>
    {
        var problem = Assert.Single(read.Remarks.Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains(expected, problem.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void A_head_of_a_book_s_length_is_refused_unread() =>
        Assert.All(Read($"---\na: {string.Concat(Enumerable.Repeat("[ ", 100_000))}\n---\nText"), read =>
            Assert.Contains("mehr als 4000 Zeichen", Assert.Single(read.Remarks.Problems).Text, StringComparison.Ordinal));

    [Theory]
    [InlineData("---\ntitel: Platz#1 # Anmerkung\n---\nText", "Platz#1")]
    [InlineData("---\ntitel: \"Platz #1\" #Anmerkung\n---\nText", "Platz #1")]
    [InlineData("---\n#Anmerkung\ntitel: >\n  Platz #1\n---\nText", "Platz #1")]
    public void A_number_sign_that_cuts_nothing_off_is_allowed(string file, string title) => Assert.All(Read(file), read =>
    {
        Assert.Empty(read.Remarks.Problems);
        Assert.Equal(title, read.Notes?.Head.Title);
    });

    [Fact]
    public void A_draft_whose_status_is_followed_by_a_comment_stays_a_draft() =>
        Assert.All(Read("---\nstatus: entwurf #intern\n---\nText"), read => Assert.True(read.Notes?.Head.IsDraft));

    [Theory]
    [InlineData("Gut\n\nVertr„ge l”sen", 3)]
    [InlineData("Gut\n\nGrÃ¶ÃŸe", 3)]
    [InlineData("Gut\nVertrŠge šffnen", 2)]
    public void Garbled_text_is_refused_with_its_line(string file, int line) => Assert.All(Read(file), read =>
    {
        Assert.Null(read.Notes);
        var problem = Assert.Single(read.Remarks.Problems);
        Assert.Equal(line, problem.Line);
        Assert.Contains("verstümmelt", problem.Text, StringComparison.Ordinal);
    });

    [Fact]
    public void A_title_over_lines_is_one_line() =>
        Assert.All(Read("---\ntitel: >\n  Zeile eins\n  Zeile zwei\n---\nText"),
            read => Assert.Equal("Zeile eins Zeile zwei", read.Notes?.Head.Title));

    [Theory]
    [InlineData("\u00A0")]
    [InlineData("[")]
    [InlineData("data:image/png;base64,")]
    public void What_is_no_text_is_refused_with_its_line(string letters) =>
        Assert.All(Read($"Text\n\n![Bild]({string.Concat(Enumerable.Repeat(letters, 6000))})"), read =>
    {
        Assert.Null(read.Notes);
        var problem = Assert.Single(read.Remarks.Problems);
        Assert.Equal(3, problem.Line);
        Assert.Contains("ohne Leerzeichen", problem.Text, StringComparison.Ordinal);
    });

    static IEnumerable<(ParsedNotes? Notes, Remarks Remarks)> Read(string file)
    {
        foreach (var format in new INotesFormat[] { new MarkdownNotes(), new PlainNotes() })
        {
            var remarks = new Remarks();
            yield return (format.Parse(Encoding.UTF8.GetBytes(file), "Ein Termin", remarks), remarks);
        }
    }
}
