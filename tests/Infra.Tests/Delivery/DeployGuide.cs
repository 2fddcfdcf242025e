using System.Text.RegularExpressions;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>docs/deploy.md and docs/operate.md, as far as tests read them.</summary>
static partial class DeployGuide
{
    public static readonly string Text = Repository.Read("docs", "deploy.md");

    public static readonly string Operate = Repository.Read("docs", "operate.md");

    /// <summary>One section of either, its heading included.</summary>
    public static string Part(string heading)
    {
        var text = Text.Contains($"\n{heading}\n", StringComparison.Ordinal) ? Text : Operate;
        var start = text.IndexOf($"\n{heading}\n", StringComparison.Ordinal);
        Assert.True(start >= 0, $"The guides lack '{heading}'.");
        var end = Heading().Match(text, start + heading.Length);
        return text[start..(end.Success ? end.Index : text.Length)];
    }

    /// <summary>What the runbooks are called.</summary>
    public static IReadOnlyList<string> Runbooks { get; } =
    [
        .. Heading().Matches(Operate[Operate.IndexOf("\n# Runbooks\n", StringComparison.Ordinal)..Operate.IndexOf("\n# By the way\n",
            StringComparison.Ordinal)])
            .Select(heading => heading.Value.Trim()).Where(heading => heading.StartsWith("## ", StringComparison.Ordinal)),
    ];

    /// <summary>Lines of the table of roles: <c>who | role | on</c>.</summary>
    public static IReadOnlyList<string> Roles { get; } =
        [.. RoleRow().Matches(Text).Select(row => $"{row.Groups[1].Value} | {row.Groups[2].Value} | {row.Groups[3].Value}")];

    [GeneratedRegex("\n##? [^\n]+\n")]
    private static partial Regex Heading();

    [GeneratedRegex("^\\| (app|topic|staff|operators) \\| ([^|]+?) \\| ([^|]+?) \\| [^|]+ \\|$", RegexOptions.Multiline)]
    private static partial Regex RoleRow();
}
