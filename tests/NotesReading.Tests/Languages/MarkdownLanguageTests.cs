using System.Text;
using ThaffFunctions.NotesReading.Markdown;

namespace ThaffFunctions.NotesReading.Tests.Languages;

public sealed class MarkdownLanguageTests
{
    const string English = "This is how we welcome people who have just arrived, and the first weeks are the most important of all.";

    public static TheoryData<string, string> Marked => new()
    {
        { "Das [Onboarding]{lang=en} beginnt", "<p>Das <span lang=\"en\">Onboarding</span> beginnt</p>" },
        { "[Welcome *on* board]{lang=en-GB}!",
            "<p><span lang=\"en-GB\">Welcome </span><span lang=\"en-GB\"><em>on</em></span><span lang=\"en-GB\"> board</span>!</p>" },
        { "[Soft Skills]{lang=\"en\"} und [savoir-vivre]{:lang=fr}",
            "<p><span lang=\"en\">Soft Skills</span> und <span lang=\"fr\">savoir-vivre</span></p>" },
        { "siehe [the guide](https://thaff.example){lang=en}.",
            "<p>siehe <a href=\"https://thaff.example/\"><span lang=\"en\">the guide</span></a>.</p>" },
        { "siehe [[the] guide]{lang=en}", "<p>siehe <span lang=\"en\">[the] guide</span></p>" },
        { "## Working in Germany {lang=en}", "<h1 id=\"working-in-germany-langen\"><span lang=\"en\">Working in Germany</span></h1>" },
        { "- [Mentoring]{lang=en}\n- Betreuung", "<ul><li><span lang=\"en\">Mentoring</span></li><li>Betreuung</li></ul>" },
        { "`[x]{lang=en}`", "<p><code>[x]{lang=en}</code></p>" },
        { "kein Anfang]{lang=en}", "<p>kein Anfang]{lang=en}</p>" },
        { "Platz {lang=en} frei", "<p>Platz {lang=en} frei</p>" },
    };

    [Theory]
    [MemberData(nameof(Marked))]
    public void A_marked_span_link_or_heading_names_its_language(string markdown, string expected)
    {
        var (content, remarks) = Read(markdown);

        Assert.Equal(expected, Markup.Of(content));
        Assert.Empty(remarks.Hints);
    }

    [Theory]
    [InlineData("de", "<p><em>[Bild fehlt: Plan]</em></p>")]
    [InlineData("en", "<p><em>[Picture missing: Plan]</em></p>")]
    [InlineData("fr", "<p><span lang=\"en\"><em>[Picture missing: </em></span><em>Plan]</em></p>")]
    public void What_stands_for_a_missing_picture_is_in_the_documents_language_or_says_in_which(string language, string expected) =>
        Assert.Equal(expected, Markup.Of(Read($"---\nsprache: {language}\n---\n![Plan](fehlt.png)").Content));

    [Fact]
    public void A_word_in_place_of_a_language_tag_is_a_hint_with_its_line_and_stays_text()
    {
        var (content, remarks) = Read("Eins\n\nDas [Onboarding]{lang=englisch} beginnt");

        Assert.Equal("<p>Eins</p><p>Das [Onboarding]{lang=englisch} beginnt</p>", Markup.Of(content));
        Assert.Equal((3, "„englisch“ ist kein Kürzel einer Sprache. Erwartet wird zum Beispiel „de“, „en“, „fr“ oder „uk“."),
            (Assert.Single(remarks.Hints).Line, remarks.Hints[0].Text));
    }

    [Theory]
    [InlineData("sprache: en", "en")]
    [InlineData("Sprache: uk", "uk")]
    [InlineData("lang: en-US", "en-US")]
    [InlineData("titel: Ein Titel", "de-DE")]
    public void The_head_names_the_language_of_all(string head, string expected)
    {
        var (content, remarks) = Read($"---\n{head}\n---\n{(expected.StartsWith("en", StringComparison.Ordinal) ? English : "Guten Tag")}");

        Assert.Equal(expected, content.Language);
        Assert.DoesNotContain("span", Markup.Of(content), StringComparison.Ordinal);
        Assert.Empty(remarks.Hints);
    }

    [Fact]
    public void A_language_that_is_none_is_refused_with_its_line()
    {
        var problem = Assert.Single(Read("---\nsprache: Englisch\n---\nText").Remarks.Problems);

        Assert.Equal((2, "sprache"), (problem.Line, problem.Field));
    }

    [Fact]
    public void An_unmarked_paragraph_in_another_language_is_a_hint()
    {
        var hint = Assert.Single(Read($"Wir haben gefragt, was für die Betriebe am wichtigsten ist.\n\n{English}").Remarks.Hints);

        Assert.StartsWith("Der Absatz „This is how we welcome", hint.Text, StringComparison.Ordinal);
        Assert.Contains("ist offenbar englisch, aber nicht so gekennzeichnet.", hint.Text, StringComparison.Ordinal);
        Assert.Contains("{lang=en}", hint.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void A_whole_text_in_another_language_is_one_hint()
    {
        var hint = Assert.Single(Read(string.Join("\n\n", Enumerable.Repeat(English, 20))).Remarks.Hints);

        Assert.StartsWith("Der Text ist offenbar englisch, wird aber mit anderer", hint.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("türkisch", "Almanya'da çalışmak için bir vizeye ve mesleğinizin tanınmasına ihtiyacınız var. Bu sayfada gerekli bilgileri bulacaksınız.")]
    [InlineData("vietnamesisch", "Bạn cần có thị thực để làm việc tại Đức và phải được công nhận bằng cấp của mình.")]
    [InlineData("rumänisch", "Pentru a lucra în Germania nu este nevoie de viză, dar diploma poate fi recunoscută prin acest birou și după sosire.")]
    [InlineData("albanisch", "Për të punuar në Gjermani duhet një vizë dhe njohja e diplomës që keni marrë nga shkolla.")]
    [InlineData("ungarisch", "Nem kell vízum ahhoz, hogy Németországban dolgozzon, csak egy igazolás és az oklevél fordítása.")]
    [InlineData("portugiesisch", "Para trabalhar na Alemanha você não precisa de uma licença, mas os diplomas são reconhecidos pelo serviço em Erfurt.")]
    [InlineData("niederländisch", "Om in Duitsland te werken is het niet nodig een visum aan te vragen, maar de diploma's worden ook erkend.")]
    public void A_paragraph_in_another_language_is_a_hint(string language, string text)
    {
        var hint = Assert.Single(Read($"Das ist der Anfang und er ist für alle.\n\n{text}").Remarks.Hints);

        Assert.Contains($"ist offenbar {language}, aber nicht so gekennzeichnet.", hint.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Das Team nutzt Tools wie Slack, Teams, Zoom, Trello und Jira für die Arbeit.")]
    [InlineData("Recruiting, Onboarding, Employer Branding, Talent Management, Relocation Services, Welcome Center, Coaching")]
    [InlineData("Max Mustermann, Erika Musterfrau, Jean Dupont, Maria Rossi, John Smith, Anna Nowak, Ole Hansen")]
    [InlineData("Ayşe Yılmaz, Çağrı Doğan, Nguyễn Văn Hùng, Trần Thị Hương, Ștefan Ionescu, Erdoğan Işık, Lőrinc Kovács")]
    public void German_with_foreign_words_names_and_lists_is_no_hint(string text) => Assert.Empty(Read(text).Remarks.Hints);

    static (NotesContent Content, Remarks Remarks) Read(string markdown)
    {
        var remarks = new Remarks();
        var notes = new MarkdownNotes().Parse(Encoding.UTF8.GetBytes(markdown), "Ein Termin", remarks)!;
        return (notes.Compose(new Dictionary<string, Picture>()), remarks);
    }
}
