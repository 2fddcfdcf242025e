using System.Text;
using ThaffFunctions.NotesReading.Markdown;
using ThaffFunctions.NotesReading.Tests.Word;
using static ThaffFunctions.NotesReading.Tests.Word.Docx;

namespace ThaffFunctions.NotesReading.Tests.Languages;

/// <summary>Text in a script that the language around it is not written in.</summary>
public sealed class UnmarkedScriptTests
{
    [Theory]
    [InlineData("Ласкаво просимо до нашої країни", "uk")]
    [InlineData("Добро пожаловать", "ru")]
    [InlineData("Сардэчна запрашаем у краіну, шаноўныя", "be")]
    [InlineData("Добре дошли в България, съберете документите", "bg")]
    [InlineData("Добродошли, срећан пут и љубав", "sr")]
    [InlineData("Добре дојдовте, ќе се видиме", "mk")]
    [InlineData("Қош келдіңіз", "kk")]
    [InlineData("Съешь ещё этих мягких булок", "ru")]
    [InlineData("Καλώς ήρθατε", "el")]
    [InlineData("Բարի գալուստ", "hy")]
    [InlineData("ברוכים הבאים", "he")]
    [InlineData("أهلا وسهلا", "ar")]
    [InlineData("خوش آمدید به کشور", "fa")]
    [InlineData("خوش آمدید، آپ کیسے ہیں", "ur")]
    [InlineData("ښه راغلاست", "ps")]
    [InlineData("بەخێربێن", "ckb")]
    [InlineData("स्वागत", "hi")]
    [InlineData("እንኳን ደህና መጡ", "am")]
    [InlineData("ናብ ቐጸራ", "ti")]
    [InlineData("ยินดีต้อนรับ", "th")]
    [InlineData("მოგესალმებით", "ka")]
    [InlineData("환영합니다", "ko")]
    [InlineData("大韓民國은 환영합니다", "ko")]
    [InlineData("ようこそ", "ja")]
    [InlineData("日本語の本", "ja")]
    [InlineData("欢迎", "zh")]
    public void A_script_tells_the_language_of_words_in_a_german_text(string words, string language)
    {
        var (markup, hints) = Read($"Sagen Sie {words} zum Gruß.");

        Assert.Equal($"<p>Sagen Sie <span lang=\"{language}\">{words}</span> zum Gruß.</p>", markup);
        Assert.Contains($"„{words}“ hat", Assert.Single(hints), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Der Winkel α und die Größen ΔT, Δt, αβ, µm, μm, kΩ, Ω, ΘΘΘΘ und π")]
    [InlineData("Χ-Achse und Х-Achse")]
    [InlineData("Аnerkennung mit falschem Α")]
    [InlineData("ℕ ⊂ ℝ, ½ und ©")]
    [InlineData("Größe, Ärger, naïve Café-Gäste, Łódź, İstanbul, Đà Nẵng")]
    public void Signs_and_single_letters_are_no_language(string text)
    {
        var (markup, hints) = Read(text);

        Assert.Equal($"<p>{text}</p>", markup);
        Assert.Empty(hints);
    }

    [Theory]
    [InlineData("PDF文件", "PDF<span lang=\"zh\">文件</span>")]
    [InlineData("ONEالمدينة", "ONE<span lang=\"ar\">المدينة</span>")]
    [InlineData("Web開発です", "Web<span lang=\"ja\">開発です</span>")]
    public void A_script_that_looks_like_no_other_needs_no_space_before_it(string text, string expected) =>
        Assert.Equal($"<p>Hier: {expected}</p>", Read($"Hier: {text}").Markup);

    [Theory]
    [InlineData("[Привіт усім]{lang=uk}", "<span lang=\"uk\">Привіт усім</span>")]
    [InlineData("[Салом ба ҳама]{lang=tg}", "<span lang=\"tg\">Салом ба ҳама</span>")]
    [InlineData("[Здраво свима]{lang=sr-Cyrl}", "<span lang=\"sr-Cyrl\">Здраво свима</span>")]
    [InlineData("[шаблон]{lang=xal}", "<span lang=\"xal\">шаблон</span>")] // no language known here
    public void A_mark_that_fits_is_kept(string marked, string expected)
    {
        var (markup, hints) = Read($"Guten Tag, {marked}");

        Assert.Equal($"<p>Guten Tag, {expected}</p>", markup);
        Assert.Empty(hints);
    }

    [Theory]
    [InlineData("[Привет всем]{lang=en}", "<span lang=\"ru\">Привет всем</span>")]
    [InlineData("[Привет всем]{lang=sr-Latn}", "<span lang=\"ru\">Привет всем</span>")]
    [InlineData("[Anerkennung]{lang=ru}", "Anerkennung")]
    [InlineData("[Anerkennung]{lang=ja}", "Anerkennung")]
    public void A_mark_that_cannot_be_true_is_none(string marked, string expected) =>
        Assert.Equal($"<p>Guten Tag, {expected}</p>", Read($"Guten Tag, {marked}").Markup);

    [Fact]
    public void Words_without_typical_letters_are_in_the_language_of_others_in_the_file() =>
        Assert.Equal("<p><span lang=\"uk\">Добрий день</span></p><p><span lang=\"uk\">Ми працюємо і вчимо її</span></p>",
            Read("Добрий день\n\nМи працюємо і вчимо її").Markup);

    /// <summary>Ideographs are Chinese, Japanese or Korean; what stands beside them tells, not what stands elsewhere.</summary>
    [Theory]
    [InlineData("Willkommen: 歡迎光臨\n\nWillkommen: ようこそ、ドイツへ", "zh", "ja")]
    [InlineData("Willkommen: 欢迎\n\nSprache: 日本語の本", "zh", "ja")]
    [InlineData("Auf Deutsch, 欢迎 und ようこそ", "zh", "ja")]
    [InlineData("会議\n\nこれは東京の会議の議事録です。みなさん、ようこそ。", "ja", "ja")]
    [InlineData("会議、これは議事録です", "ja")]
    [InlineData("大韓民國\n\n여러분 환영합니다. 오늘은 회의가 있습니다", "ko", "ko")]
    [InlineData("歡迎光臨", "zh")]
    public void Ideographs_are_in_the_language_of_what_is_beside_them(string markdown, params string[] languages)
    {
        var (markup, _) = Read(markdown);

        Assert.Equal(languages, markup.Split("lang=\"").Skip(1).Select(part => part[..2]));
    }

    [Theory]
    [InlineData("ja-JP", "歡迎光臨", "ja-JP")]
    [InlineData("zh-TW", "歡迎光臨", "zh-TW")]
    [InlineData("ja-JP", "欢迎你们来到德国", "zh")]
    [InlineData("en-US", "歡迎光臨", "zh")]
    public void What_Word_says_of_ideographs_holds_unless_they_are_simplified(string marked, string text, string language)
    {
        var chinese = $"<w:p>{R("Willkommen heißt ")}{R(text, $"<w:lang w:val=\"de-DE\" w:eastAsia=\"{marked}\"/>")}</w:p>";

        Assert.Equal($"<p>Willkommen heißt <span lang=\"{language}\">{text}</span></p><p>oder <span lang=\"ja\">ようこそ</span></p>",
            WordReading.Of(Of(chinese + P("oder ようこそ"))).Markup);
    }

    [Fact]
    public void A_file_of_ideographs_is_Chinese_though_it_quotes_Japanese() =>
        Assert.Equal("zh", WordReading.Of(Of(P("歡迎光臨，各位朋友，今天我們有會議") + P("ようこそ"))).Content.Language);

    [Fact]
    public void Each_assumed_language_is_told_once_with_its_first_place()
    {
        var (_, hints) = Read("Привет всем\n\nДобро пожаловать, это документ\n\n- Καλώς ήρθατε\n- Καλημέρα");

        Assert.Equal(2, hints.Length);
        Assert.StartsWith("„Привет всем“ hat kyrillische Schriftzeichen, aber keine passende Angabe der Sprache, und wird auf Russisch "
            + "vorgelesen; das gilt für alle solchen Stellen. ", hints[0], StringComparison.Ordinal);
        Assert.Contains("auf Griechisch vorgelesen", hints[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Links_headings_cells_and_footnotes_are_text_too() =>
        Assert.Equal("<h1 id=\"привет\"><span lang=\"ru\">Привет</span></h1><p><a href=\"https://thaff.example/\">"
            + "<span lang=\"ru\">Привет</span></a><ref>1</ref></p><footnote>1 <span lang=\"ru\">Привет</span></footnote>",
            Read("# Привет\n\n[Привет](https://thaff.example)[^1]\n\n[^1]: Привет").Markup);

    [Theory]
    [InlineData("de-DE", "", "<span lang=\"uk\">Привіт усім</span>")]
    [InlineData("en-US", "", "<span lang=\"uk\">Привіт усім</span>")]
    [InlineData("uk-UA", "", "<span lang=\"uk-UA\">Привіт усім</span>")]
    [InlineData("de-DE", "fa-IR", "<span lang=\"fa-IR\">سلام</span>", "سلام")]
    [InlineData("de-DE", "he-IL", "<span lang=\"ar\">سلام</span>", "سلام")]
    [InlineData("ru-RU", "", "Anerkennung", "Anerkennung")]
    public void Word_marks_a_run_with_the_language_of_the_keyboard(
        string marked, string rightToLeft, string expected, string text = "Привіт усім")
    {
        const string German = "Wir haben gefragt, was für die Betriebe in der ersten Woche am wichtigsten ist: ";
        var run = R(text, $"<w:lang w:val=\"{marked}\" w:bidi=\"{rightToLeft}\"/>");
        var notes = WordReading.Of(Of($"<w:p>{R(German)}{run}{R(" (sagen sie)")}</w:p>"));

        Assert.Equal($"<p>{German}{expected} (sagen sie)</p>", notes.Markup);
    }

    [Fact]
    public void A_word_of_another_script_within_a_run_keeps_what_word_says_of_it()
    {
        var run = R("Das Wort سلام heißt Frieden", "<w:lang w:val=\"de-DE\" w:bidi=\"fa-IR\"/>");
        var notes = WordReading.Of(Of($"<w:p>{run}</w:p>"));

        Assert.Equal("<p>Das Wort <span lang=\"fa-IR\">سلام</span> heißt Frieden</p>", notes.Markup);
        Assert.Empty(notes.Hints);
    }

    [Fact]
    public void A_whole_file_in_another_script_is_in_its_language_and_staff_are_told_once()
    {
        var notes = WordReading.Of(Of(P("Добро пожаловать") + P("Это документ о работе")));

        Assert.Equal("ru", notes.Content.Language);
        Assert.DoesNotContain("span", notes.Markup, StringComparison.Ordinal);
        Assert.StartsWith(
            "Der Text hat kyrillische Schriftzeichen, aber keine passende Angabe der Sprache, und wird auf Russisch vorgelesen.",
            Assert.Single(notes.Hints), StringComparison.Ordinal);
    }

    [Fact]
    public void An_alternative_text_in_another_script_has_its_language()
    {
        var picture = $"<w:p>{Picture("a", "descr=\"Двое за столом\"")}</w:p>";
        var notes = WordReading.Of(Of(picture, document => document.AddPicture("a", TestPictures.Png())));

        Assert.Equal("ru", Assert.IsType<AccessiblePdf.Model.Figure>(Assert.Single(notes.Content.Blocks)).Language);
    }

    static (string Markup, string[] Hints) Read(string markdown)
    {
        var remarks = new Remarks();
        var notes = new MarkdownNotes().Parse(Encoding.UTF8.GetBytes(markdown), "Ein Termin", remarks)!;
        var content = notes.Compose(new Dictionary<string, Picture>());
        return (Markup.Of(content), [.. remarks.Hints.Select(hint => hint.Text)]);
    }
}
