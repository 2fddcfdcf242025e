using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ThaffFunctions.Tests.Site;

/// <summary>
/// The compiler asks for the second text of each <c>Say</c>, <c>Bilingual</c> and <c>Both</c>; this finds words in components for visitors
/// that stand outside of them, and pairs that are no pairs.
/// </summary>
public sealed partial class TwinTests
{
    static readonly string App = Path.Combine(Path.GetDirectoryName(Here())!, "../../../functions/App");

    /// <summary>Pages and mails that are German alone, which the pages that lead to them say.</summary>
    static readonly string[] German =
    [
        "Site/About/EasyGermanPage.razor", "Site/About/PrivacyNoticeGerman.razor",
        "Site/About/PrivacyNoticeEnglish.razor", "Site/About/AccessibilityStatementPage.razor", "Mail/Notices/", "/Staff/",
    ];

    static readonly string[] Folders = ["Site", "Programme", "Registration", "MailingList", "Mail", "Campaigns", "Shared"];

    public static TheoryData<string> Components => [.. FilesOf("*.razor")];

    [Theory]
    [MemberData(nameof(Components))]
    public void A_component_for_visitors_has_no_word_without_its_twin(string component)
    {
        var markup = Read(component);
        var code = markup.IndexOf("@code {", StringComparison.Ordinal);
        if (code >= 0) markup = markup[..code];
        markup = Pairs().Replace(Comments().Replace(markup, ""), "");

        var bare = Texts().Matches(markup).Concat(Attributes().Matches(markup)).Select(match => match.Groups[1].Value.Trim())
            .Where(text => Words().IsMatch(Names().Replace(text, ""))).ToList();

        Assert.True(bare.Count == 0, $"{component}: {string.Join(" | ", bare)}");
    }

    [Fact]
    public void The_two_texts_of_a_pair_are_two_texts()
    {
        var pairs = FilesOf("*.razor").Concat(FilesOf("*.cs")).SelectMany(file => SaidTwice().Matches(Read(file))
            .Where(match => match.Groups[1].Length > 0)
            .Select(match => (file, German: match.Groups[1].Value, English: match.Groups[2].Value))).ToList();

        Assert.InRange(pairs.Count, 200, int.MaxValue);
        Assert.All(pairs, pair =>
        {
            Assert.True(pair.English.Trim().Length > 0, $"{pair.file}: “{pair.German}” has no twin");
            Assert.False(GermanWords().IsMatch(pair.English), $"{pair.file}: “{pair.English}” is German");
        });
    }

    /// <summary>In German it goes on in lower case after the greeting's comma.</summary>
    [Fact]
    public void A_paragraph_of_an_english_mail_begins_with_a_capital()
    {
        var paragraphs = FilesOf("*Body.razor").SelectMany(file => Paragraphs().Matches(Read(file))
            .Select(match => (file, Begins: match.Groups[1].Value))).ToList();

        Assert.InRange(paragraphs.Count, 20, int.MaxValue);
        Assert.All(paragraphs, one => Assert.False(char.IsLower(one.Begins[0]), $"{one.file}: “{one.Begins}”"));
    }

    static IEnumerable<string> FilesOf(string pattern) =>
        from folder in Folders
        from file in Directory.EnumerateFiles(Path.Combine(App, folder), pattern, SearchOption.AllDirectories)
        let name = Path.GetRelativePath(App, file).Replace('\\', '/')
        where !German.Any(name.Contains)
        orderby name
        select name;

    static string Read(string file) => File.ReadAllText(Path.Combine(App, file));

    static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"@\*.*?\*@|\bcase [\w. ]+:|\bdefault:|\bbreak;", RegexOptions.Singleline)]
    private static partial Regex Comments();

    /// <summary>What is said in both languages, and every expression in parentheses.</summary>
    [GeneratedRegex(@"<Both>.*?</Both>|@[\w.]*\((?>[^()""]|""[^""]*""|(?<open>\()|(?<-open>\)))*(?(open)(?!))\)|@if [^{]*|@[\w.]+", RegexOptions.Singleline)]
    private static partial Regex Pairs();

    /// <summary>Between tags.</summary>
    [GeneratedRegex(@">([^<>{}]*)<")]
    private static partial Regex Texts();

    /// <summary>That are read out or shown.</summary>
    [GeneratedRegex(@"\b(?:Title|Label|Legend|Hint|Text|Description|Preheader|aria-label|alt|placeholder|title)=""([^""]*)""")]
    private static partial Regex Attributes();

    /// <summary>The same in both.</summary>
    [GeneratedRegex(@"ThAFF|OpenStreetMap|Praxisaustausch|Newsletter|Leichte Sprache|&\w+;")]
    private static partial Regex Names();

    [GeneratedRegex(@"\p{L}{2}")]
    private static partial Regex Words();

    [GeneratedRegex(@"(?:Say|new|new Bilingual)\(\s*\$?""((?:[^""\\{]|\\.|\{[^}""]*\})*)"",\s*\$?""((?:[^""\\{]|\\.|\{[^}""]*\})*)""\)")]
    private static partial Regex SaidTwice();

    /// <summary>How the English text begins of what a paragraph says first.</summary>
    [GeneratedRegex(@"<p>@[^\n]*?Say\(\$?"".*?"", \$?""([^""]{1,30})")]
    private static partial Regex Paragraphs();

    [GeneratedRegex(@"\b(der|die|das|und|nicht|kein|keine|ist|sind|wird|Sie|Ihre|Ihnen|wir|mit|für|über|bitte|Bitte|Anmeldung|Warteliste)\b")]
    private static partial Regex GermanWords();
}
