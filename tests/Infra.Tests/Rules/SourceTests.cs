using System.Text.Json;
using ThaffFunctions.InfraTests.Bicep;

namespace ThaffFunctions.InfraTests.Rules;

[Collection(nameof(Template))]
public sealed class SourceTests(Template template)
{
    [BicepFact]
    public void Compiler_and_linter_find_nothing() => Assert.Empty(template.Problems);

    [BicepFact]
    public void Every_file_is_formatted() => Assert.Empty(template.Unformatted);

    [Fact]
    public void Every_rule_of_the_linter_is_an_error()
    {
        using var config = JsonDocument.Parse(Repository.Read("infra", "bicepconfig.json"));
        var rules = config.RootElement.GetProperty("analyzers").GetProperty("core").GetProperty("rules").EnumerateObject().ToList();

        Assert.True(rules.Count > 50, "rules are missing");
        Assert.All(rules, rule => Assert.Equal("error", rule.Value.GetProperty("level").GetString()));
    }

    [Fact]
    public void A_rule_is_set_aside_only_on_one_line_and_with_the_reason() => Assert.All(
        Sources().SelectMany(file => File.ReadLines(file)).Where(line => line.Contains("#disable", StringComparison.Ordinal)),
        line => Assert.Matches("^ *#disable-next-line (use-recent-api-versions|what-if-short-circuiting) // .{20,}", line));

    [Fact]
    public void Nothing_depends_on_the_moment_of_deployment() => Assert.All(Sources(), file =>
    {
        foreach (var function in new[] { "utcNow", "newGuid" })
            Assert.DoesNotContain(function, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase);
    });

    [Fact]
    public void No_key_of_an_account_is_ever_asked_for() => Assert.All(Sources(), file =>
    {
        foreach (var function in new[] { "listKeys", "listAccountSas", "listSecrets", "getSecret(" })
            Assert.DoesNotContain(function, File.ReadAllText(file), StringComparison.OrdinalIgnoreCase);
    });

    static string[] Sources() => Directory.GetFiles(Repository.Path("infra"), "*.bicep", SearchOption.AllDirectories);
}
