using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace ThaffFunctions.Tests.Site;

/// <summary>
/// Razor drops white space between an expression and a block of code, so that two sentences are written without a space between them
/// ("… nicht weiter.Wenn Sie …"). Where a block goes on with text, the space stands in the expression: <c>@(words + " ")</c>.
/// </summary>
public sealed partial class SentenceTests
{
    static readonly string Functions = Path.Combine(Path.GetDirectoryName(Here())!, "../../../functions");

    public static TheoryData<string> Components => [.. Directory
        .EnumerateFiles(Functions, "*.razor", SearchOption.AllDirectories).Select(file => Path.GetRelativePath(Functions, file))];

    [Theory]
    [MemberData(nameof(Components))]
    public void A_block_that_goes_on_with_text_loses_no_space_before_it(string component)
    {
        var markup = Directives().Replace(File.ReadAllText(Path.Combine(Functions, component)), "");
        var code = markup.IndexOf("@code {", StringComparison.Ordinal);

        var lost = LostSpaces().Matches(code < 0 ? markup : markup[..code]).Select(match => match.Value);

        Assert.Empty(lost);
    }

    [Theory]
    [InlineData("<p>@Say(\"Eins.\", \"One.\") @if (true) {@Zwei}</p>", true)]
    [InlineData("<p>@Say(\"Eins.\", \"One.\")\n  @if (true)\n  {\n    <Both>\n", true)]
    [InlineData("<p>@Model.Eins\n  @foreach (var (a, b) in c)\n  {\n    <a href=\"/\">Zwei</a>\n", true)]
    [InlineData("<p>Eins. @if (true) {@Zwei}</p>", false)]
    [InlineData("<p>@(Say(\"Eins.\", \"One.\") + \" \")\n  @if (true)\n  {\n    <Both>\n", false)]
    [InlineData("<p>@Eins\n  @if (true)\n  {\n    <br><span>Zwei</span>\n", false)]
    [InlineData("<p>Eins</p>\n  @if (true)\n  {\n    <p>Zwei</p>\n", false)]
    [InlineData("<p>@Eins @if (true) {<text> · Zwei</text>}</p>", false)]
    public void Such_a_block_is_recognized(string markup, bool loses) => Assert.Equal(loses, LostSpaces().IsMatch(markup));

    static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"^@(namespace|inherits|using|inject|implements|typeparam)\b.*$", RegexOptions.Multiline)]
    private static partial Regex Directives();

    // the end of an expression, white space, the head of a block and its brace, then text or an element inside a line
    [GeneratedRegex("""(?<! "\))(?<=\)|@[\w.]+)\s+@(if|foreach|for|switch)\s*\((?>[^()]|(?<o>\()|(?<-o>\)))*(?(o)(?!))\)\s*\{\s*(?!<(?:text|br|p|h\d|div|ul|ol|li|dl|dt|dd|table|tr|form|section|details|[A-Z](?!oth\b))|[}\s]|@?(?:case|if|foreach)\b)""")]
    private static partial Regex LostSpaces();
}
