using System.Text;
using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.NotesReading.Tests.Markdown;

/// <summary>German text that plain Markdown would change without a word.</summary>
public sealed class GermanTextTests
{
    public static TheoryData<string, string> Numbers => new()
    {
        { "3. Mai 2027: Treffen\n4. Juni 2027: Treffen", "<p>3. Mai 2027: Treffen<br>4. Juni 2027: Treffen</p>" },
        { "17. 06. 2027", "<p>17. 06. 2027</p>" },
        { "- 17. 06. 2027: Treffen\n- 1. Mai", "<ul><li>17. 06. 2027: Treffen</li><li>1. Mai</li></ul>" },
        { "> 24. Dez. geschlossen", "<blockquote><p>24. Dez. geschlossen</p></blockquote>" },
        { "2. Sept 2027, Erfurt", "<p>2. Sept 2027, Erfurt</p>" },
        { "3. March 2027", "<p>3. March 2027</p>" },
        { "3. und 4. Mai: Messe", "<p>3. und 4. Mai: Messe</p>" },
        { "3. - 5. Mai: Messe", "<p>3. - 5. Mai: Messe</p>" },
        { "9. November ist Stichtag.", "<p>9. November ist Stichtag.</p>" },
        { "2. Etage, rechts", "<p>2. Etage, rechts</p>" },
        { "2027. Ein gutes Jahr", "<p>2027. Ein gutes Jahr</p>" },
        { "06. Gruppe", "<p>06. Gruppe</p>" },
        { "Wir treffen uns am\n3. Mai in Gera.", "<p>Wir treffen uns am 3. Mai in Gera.</p>" },
        { "Die Zahlen kommen im\n1. Quartal **2027** heraus.", "<p>Die Zahlen kommen im 1. Quartal <strong>2027</strong> heraus.</p>" },
        { "Wir beschlossen:\n1. Ein Beschluss", "<p>Wir beschlossen:</p><ol><li>Ein Beschluss</li></ol>" },
        { "Zuerst kam die\n\n1. Runde", "<p>Zuerst kam die</p><ol><li>Runde</li></ol>" },
        { "4. Beschluss\n7. Beschluss\n9. Beschluss",
            "<ol start=\"4\"><li>Beschluss</li></ol><ol start=\"7\"><li>Beschluss</li></ol><ol start=\"9\"><li>Beschluss</li></ol>" },
        { "1. eins\n2. zwei\n4. vier", "<ol><li>eins</li><li>zwei</li></ol><ol start=\"4\"><li>vier</li></ol>" },
        { "1. eins\n1. zwei\n1. drei", "<ol><li>eins</li><li>zwei</li><li>drei</li></ol>" },
        { "3. Jan prüft das\n4. Jana auch", "<ol start=\"3\"><li>Jan prüft das</li><li>Jana auch</li></ol>" },
        { "1. 20 Plätze\n2. 15 Plätze", "<ol><li>20 Plätze</li><li>15 Plätze</li></ol>" },
        { "1. eins\n\nText\n\n2. zwei", "<ol><li>eins</li></ol><p>Text</p><ol start=\"2\"><li>zwei</li></ol>" },
        { "4. Punkt\n   - darunter", "<ol start=\"4\"><li>Punkt<ul><li>darunter</li></ul></li></ol>" },
        { "1. Ein Beschluss", "<ol><li>Ein Beschluss</li></ol>" },
    };

    [Theory]
    [MemberData(nameof(Numbers))]
    public void Written_numbers_stay_and_dates_are_text(string markdown, string expected) => Assert.Equal(expected, Read(markdown).Markup);

    public static TheoryData<string, string> Stars => new()
    {
        { "Pat*innen und Mentor*innen", "<p>Pat*innen und Mentor*innen</p>" },
        { "**Arbeitgeber*innen** und *Bewerber*innen*", "<p><strong>Arbeitgeber*innen</strong> und <em>Bewerber*innen</em></p>" },
        { "Pat:innen, Pat_innen und Mentor_innen, Pat/-innen", "<p>Pat:innen, Pat_innen und Mentor_innen, Pat/-innen</p>" },
        { "*ein Wort* und **zwei Worte**", "<p><em>ein Wort</em> und <strong>zwei Worte</strong></p>" },
        { "5*3*2 = 30", "<p>5*3*2 = 30</p>" },
        { "[Pat*innen und Kolleg*innen](https://thaff.example)",
            "<p><a href=\"https://thaff.example/\">Pat*innen und Kolleg*innen</a></p>" },
        { "Mentor*\u00ADinnen und Pat*\u2060innen", "<p>Mentor*\u00ADinnen und Pat*\u2060innen</p>" },
        { "\u200B*Wort*\u200B und *Wort*", "<p>\u200B<em>Wort</em>\u200B und <em>Wort</em></p>" },
        { "Ein**ge**schoben", "<p>Ein<strong>ge</strong>schoben</p>" },
    };

    [Theory]
    [MemberData(nameof(Stars))]
    public void A_star_inside_a_word_is_a_letter(string markdown, string expected) => Assert.Equal(expected, Read(markdown).Markup);

    public static TheoryData<string, string> Tables => new()
    {
        { "| A | B |\n|---|---|\n| 1 | 2 |\nQuelle", "<td>1</td><td>2</td></tr><tr><td>Quelle</td><td></td></tr></tbody></table>" },
        { "| A | B |\n|---|---|\n| 1 | 2 |\n*Quelle: Amt*, [Seite](https://thaff.example)\nStand: Mai",
            "</tr></tbody></table><p><em>Quelle: Amt</em>, <a href=\"https://thaff.example/\">Seite</a> Stand: Mai</p>" },
        { "Zahlen:\n| A | B |\n|---|---|\n| 1 | 2 |\nSumme 3\nAnmerkung: gerundet",
            "<td>2</td></tr><tr><td>Summe 3</td><td></td></tr></tbody></table><p>Anmerkung: gerundet</p>" },
        { "| A | B |\n|---|---|\n| 1 | 2 |\n\nQuelle", "<td>1</td><td>2</td></tr></tbody></table><p>Quelle</p>" },
        { "Zahlen:\n| A | B |\n|---|---|\n| 1 | 2 |", "<p>Zahlen:</p><table><thead><tr><th scope=\"col\">A</th>" },
        { "Text\n| A | B |\n|---|---|\n| 1 | 2 |\n---\nDanach", "<td>1</td><td>2</td></tr></tbody></table><hr><p>Danach</p>" },
        { "| A | B |\n|---|---|\n| 1 | 2 |\n===", "<td>1</td><td>2</td></tr></tbody></table>" },
        { "| A | B |\n|---|---|\n| a \\| b | `c \\| d` |", "<td>a | b</td><td><code>c | d</code></td>" },
        { "| A | B |\n|---|---|\n| 1 | 2 |\nmit `a|b` dabei", "<tr><td>mit <code>a|b</code> dabei</td><td></td></tr>" },
        { "| A | B |\n|---|---|\n| 1 | 2 | 3 |", "<td>1</td><td>2</td><td>3</td>" },
        { "| Mentor*innen | Pat*innen |\n|---|---|\n| 1 | 2 |", "<th scope=\"col\">Mentor*innen</th><th scope=\"col\">Pat*innen</th>" },
    };

    [Theory]
    [MemberData(nameof(Tables))]
    public void Nothing_of_a_table_or_beside_it_is_lost(string markdown, string expected) =>
        Assert.Contains(expected, Read(markdown).Markup, StringComparison.Ordinal);

    [Theory]
    [InlineData("Zahlen:\n| A | B |\n|---|---|\n| 1 | 2 | 3 |", 4, "mehr Zellen als die Kopfzeile")]
    [InlineData("Text\n#Erkenntnisse", 2, "„#Erkenntnisse“ steht als Text da")]
    [InlineData("Text\n##\u00A0Offene Fragen", 2, "„##\u00A0Offene Fragen“ steht als Text da")]
    [InlineData("#**Erkenntnisse** und mehr", 1, "„#Erkenntnisse“ steht als Text da")]
    [InlineData("#„Was zählt“", 1, "steht als Text da")]
    [InlineData("Text\n\n###3. Ergebnisse\nText", 3, "„###3. Ergebnisse“ steht als Text da")]
    [InlineData("Zahlen:\n| A | B |\n|---|---|\n| 1 | [x](nah) |", 4, "„nah“")]
    public void What_is_doubtful_is_told_with_its_line(string markdown, int line, string expected)
    {
        var hint = Assert.Single(Read(markdown).Remarks.Hints);

        Assert.Equal(line, hint.Line);
        Assert.Contains(expected, hint.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("#1 unter den Themen")]
    [InlineData("\\#Erkenntnisse")]
    [InlineData("Unser #Hashtag")]
    [InlineData("| A | |\n|---|---|\n| 1 | |")]
    public void What_is_meant_as_written_is_not_told(string markdown) => Assert.Empty(Read(markdown).Remarks.Hints);

    /// <summary>What would take minutes if each were compared with all others.</summary>
    [Theory]
    [InlineData("2. Etage\n\nText\n\n")]
    [InlineData("Zeile\n")]
    [InlineData("1. eins\n3. drei\n")]
    [InlineData("3. Mai: Treffen\n")]
    public async Task Very_many_of_a_kind_are_read_in_seconds(string lines)
    {
        var markdown = string.Concat(Enumerable.Repeat(lines, 100_000)) + "| A | B |\n|---|---|\n| 1 | 2 |\n";

        var read = await Task.Run(() => Read(markdown)).WaitAsync(TimeSpan.FromSeconds(60));

        Assert.NotEmpty(read.Markup);
    }

    static (string Markup, Remarks Remarks) Read(string markdown)
    {
        var remarks = new Remarks();
        var notes = new MarkdownNotes().Parse(Encoding.UTF8.GetBytes(markdown), "Ein Termin", remarks)!;
        return (Tests.Markup.Of(notes.Compose(new Dictionary<string, Picture>())), remarks);
    }
}
