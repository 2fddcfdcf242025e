using System.Text.RegularExpressions;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>docs/deploy.md, as far as tests read it.</summary>
static partial class DeployGuide
{
    public static readonly string Text = Repository.Read("docs", "deploy.md");

    /// <summary>Lines of the table of roles: <c>who | role | on</c>.</summary>
    public static IReadOnlyList<string> Roles { get; } =
        [.. RoleRow().Matches(Text).Select(row => $"{row.Groups[1].Value} | {row.Groups[2].Value} | {row.Groups[3].Value}")];

    [GeneratedRegex("^\\| (app|topic|staff|operators) \\| ([^|]+?) \\| ([^|]+?) \\| [^|]+ \\|$", RegexOptions.Multiline)]
    private static partial Regex RoleRow();
}
