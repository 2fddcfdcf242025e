using System.Text.RegularExpressions;
using ThaffFunctions.InfraTests.Bicep;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>What the guide says exists: files, outputs, parameters, settings, alerts.</summary>
[Collection(nameof(Template))]
public sealed partial class DeployGuideTests(Template template)
{
    [Fact]
    public void It_has_ten_numbered_steps() =>
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"{n}"), Steps().Matches(DeployGuide.Text).Select(step => step.Groups[1].Value));

    [Fact]
    public void Every_link_leads_to_a_file() => Assert.All(
        Links().Matches(DeployGuide.Text).Select(link => link.Groups[1].Value),
        link => Assert.True(Path.Exists(Repository.Path("docs", link)), link));

    [BicepFact]
    public void Every_value_it_reads_is_an_output()
    {
        var outputs = Outputs().Matches(Repository.Read("infra", "main.bicep")).Select(output => output.Groups[1].Value).ToList();

        Assert.NotEmpty(outputs);
        Assert.All(ReadValues().Matches(DeployGuide.Text).Select(read => read.Groups[1].Value), name => Assert.Contains(name, outputs));
    }

    [Fact]
    public void Every_variable_it_sets_is_read_by_the_parameters_or_by_azd()
    {
        var parameters = Repository.Read("infra", "main.bicepparam");

        Assert.All(SetVariables().Matches(DeployGuide.Text).Select(set => set.Groups[1].Value)
            .Where(name => name != "AZURE_RESOURCE_GROUP"),
            name => Assert.Contains($"readEnvironmentVariable('{name}'", parameters, StringComparison.Ordinal));
    }

    [BicepFact]
    public void Every_alert_is_explained_and_no_other() => Assert.Equal(
        template.Deployed("prod").Resources.Where(resource =>
            resource.Type is "Microsoft.Insights/scheduledQueryRules" or "Microsoft.Insights/metricAlerts")
            .Select(rule => rule.Name.Split("-thaff-")[0]).Order(StringComparer.Ordinal),
        AlertRows().Matches(Part("## When an alert comes")).Select(row => row.Groups[1].Value).Where(name => name != "alert")
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_pipeline_may_assign_the_templates_roles_and_make_nobody_an_operator() => Assert.Equal(
        RoleIds().Matches(Repository.Read("infra", "roles.bicep")).Where(role => role.Groups[1].Value != "secretsOfficer")
            .Select(role => role.Groups[2].Value),
        Guids().Matches(Part("## 9. Deployments from GitHub").Split('\n')
            .Single(line => line.StartsWith("roles=", StringComparison.Ordinal))).Select(id => id.Value));

    [Fact]
    public void Every_secret_can_be_changed()
    {
        foreach (var secret in new[] { "sendgrid-api-key", "sendgrid-webhook-public-key", "link-keys", "row key" })
            Assert.Contains(secret, Part("## Change keys"), StringComparison.OrdinalIgnoreCase);
    }

    [Theory]
    [InlineData("## 3. SendGrid", "DMARC")]
    [InlineData("## 5. Deploy", "azd up")]
    [InlineData("## 5. Deploy", "/api/mail-events")]
    [InlineData("## 7. Staff sign-in", "Redaktion")]
    [InlineData("## 8. A domain of one's own", "CNAME")]
    [InlineData("## Roll back", "azd deploy")]
    [InlineData("## Bring back deleted or overwritten notes", "--version-id")]
    [InlineData("## Move to another subscription", "row-key")]
    public void Whoever_takes_over_finds_what_they_need(string part, string named) =>
        Assert.Contains(named, Part(part), StringComparison.Ordinal);

    [Fact]
    public void What_needs_a_real_subscription_is_marked()
    {
        Assert.Contains("marked **☁**", DeployGuide.Text, StringComparison.Ordinal);
        foreach (var part in new[] { "## 5. Deploy", "## 6. See that it lives", "## Roll back",
            "## Bring back deleted or overwritten notes", "## Take it all away" })
            Assert.Contains("☁", Part(part), StringComparison.Ordinal);
    }

    static string Part(string heading)
    {
        var start = DeployGuide.Text.IndexOf(heading, StringComparison.Ordinal);
        Assert.True(start >= 0, $"The guide lacks '{heading}'.");
        var end = DeployGuide.Text.IndexOf("\n## ", start + heading.Length, StringComparison.Ordinal);
        return DeployGuide.Text[start..(end < 0 ? DeployGuide.Text.Length : end)];
    }

    [GeneratedRegex("^## ([0-9]+)\\. ", RegexOptions.Multiline)]
    private static partial Regex Steps();

    [GeneratedRegex("\\]\\((\\.\\.?/[^)#]+)\\)")]
    private static partial Regex Links();

    [GeneratedRegex("^output ([A-Z_]+) ", RegexOptions.Multiline)]
    private static partial Regex Outputs();

    [GeneratedRegex("azd env get-value ([A-Z_]+)")]
    private static partial Regex ReadValues();

    [GeneratedRegex("azd env set ([A-Z_]+)")]
    private static partial Regex SetVariables();

    [GeneratedRegex("(\\w+): '([0-9a-f-]{36})'")]
    private static partial Regex RoleIds();

    [GeneratedRegex("[0-9a-f-]{36}")]
    private static partial Regex Guids();

    [GeneratedRegex("^\\| ([a-z-]+) \\|", RegexOptions.Multiline)]
    private static partial Regex AlertRows();
}
