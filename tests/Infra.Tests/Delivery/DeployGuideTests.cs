using System.Globalization;
using System.Text.RegularExpressions;
using ThaffFunctions.InfraTests.Bicep;
using ThaffFunctions.InfraTests.Host;
using ThaffFunctions.Staff;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>What the guide says exists: files, outputs, parameters, settings, alerts.</summary>
[Collection(nameof(Template))]
public sealed partial class DeployGuideTests(Template template)
{
    [Fact]
    public void The_guide_has_ten_numbered_steps() =>
        Assert.Equal(Enumerable.Range(1, 10).Select(n => $"{n}"), Steps().Matches(DeployGuide.Text).Select(step => step.Groups[1].Value));

    [Theory]
    [InlineData("deploy.md")]
    [InlineData("operate.md")]
    public void Every_link_leads_to_a_file_and_to_a_heading_in_it(string guide) => Assert.All(
        Links().Matches(Repository.Read("docs", guide)).Select(link => (File: link.Groups[1].Value, Heading: link.Groups[2].Value))
            .Distinct(),
        link =>
        {
            if (link.File.Length > 0) Assert.True(Path.Exists(Repository.Path("docs", link.File)), link.File);
            if (link.Heading.Length == 0) return;

            var text = Repository.Read("docs", link.File.Length > 0 ? link.File : guide);
            Assert.Contains(link.Heading, text.Split('\n').Where(line => line.StartsWith('#')).Select(Anchor));
        });

    /// <summary>As GitHub makes it of a heading.</summary>
    static string Anchor(string heading) => NoAnchor().Replace(heading.TrimStart('#').Trim().ToLowerInvariant(), "").Replace(' ', '-');

    [Fact]
    public void It_begins_with_the_order_of_steps_and_the_time_each_takes() => Assert.Equal(
        Steps().Matches(DeployGuide.Text).Select(step => step.Groups[0].Value[3..]),
        TimedSteps().Matches(DeployGuide.Text[..DeployGuide.Text.IndexOf("\n## ", StringComparison.Ordinal)])
            .Select(step => step.Groups[1].Value));

    [Fact]
    public void Every_runbook_is_in_the_list_before_them()
    {
        var list = DeployGuide.Operate[..DeployGuide.Operate.IndexOf("\n## ", StringComparison.Ordinal)];

        Assert.All(DeployGuide.Runbooks, runbook => Assert.Contains($"(#{Anchor(runbook)})", list, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_runbook_says_what_one_sees_checks_and_does_and_when_it_is_over()
    {
        Assert.Equal(13, DeployGuide.Runbooks.Count);
        Assert.All(DeployGuide.Runbooks, runbook => Assert.All(
            (string[])["**See:**", "**Check:**", "**Do", "**Over:**"],
            word => Assert.Contains(word, DeployGuide.Part(runbook), StringComparison.Ordinal)));
    }

    /// <summary>The platform scales, and keeps warm, each of these by itself; what that can cost is in the guide.</summary>
    [Fact]
    public void The_number_of_groups_that_scale_is_the_one_it_reckons_with()
    {
        var groups = 1 + Functions.Queues.Count() + Functions.Timers.Count(); // all pages are one

        Assert.Contains($"{groups} groups of functions warm, {2 * groups} instances of 2 GB", FlatText, StringComparison.Ordinal);
        Assert.Contains($"one of its own, {groups} groups", FlatText, StringComparison.Ordinal);
        Assert.Contains($"can be {40 * groups:N0};", FlatText, StringComparison.Ordinal);
    }

    /// <summary>Prices are for the reader to look up; what they are multiplied with is what the template makes.</summary>
    [BicepFact]
    public void The_costs_reckon_with_what_the_template_makes()
    {
        var (prod, network) = (template.Deployed("prod"), template.Deployed("network"));
        var rules = prod.Of("Microsoft.Insights/scheduledQueryRules")
            .ToLookup(rule => rule.Text("properties.evaluationFrequency") is "PT5M");
        var pages = prod.Of("Microsoft.Insights/webtests").ToList();
        var places = pages[0].Find("properties.Locations")!.Value.GetArrayLength();
        var rounds = 730 * 3600 / int.Parse(pages[0].Text("properties.Frequency")!, CultureInfo.InvariantCulture);

        foreach (var quantity in new[]
        {
            $"| alert rules that ask logs | {rules[false].Count()} every 15 minutes or less often, {rules[true].Count()} every 5 |",
            $"| alert rules on metrics | {prod.Of("Microsoft.Insights/metricAlerts").Count()} |",
            string.Create(CultureInfo.InvariantCulture,
                $"{pages.Count} pages × {places} places × {rounds:N0} = {pages.Count * places * rounds:N0}"),
            $"{network.Of("Microsoft.Network/privateEndpoints").Count()} private endpoints",
            $"{network.Of("Microsoft.Network/privateDnsZones").Count()} DNS zones",
        })
            Assert.Contains(quantity, FlatText, StringComparison.Ordinal);
    }

    /// <summary>A month is a twelfth of a year.</summary>
    [Fact]
    public void The_runs_of_timers_are_those_of_their_schedules()
    {
        var thousands = Math.Round(Functions.Timers.Sum(timer => RunsADay(timer.Schedule)) * 365 / 12d / 1000);

        Assert.Contains($"{thousands},000 runs of timers", FlatText, StringComparison.Ordinal);
        Assert.Contains($"Timers run some {thousands},000 times a month", Repository.Read("docs", "scale.md"), StringComparison.Ordinal);
    }

    /// <summary>Of schedules that are the same every day, as all are.</summary>
    static int RunsADay(string schedule)
    {
        Assert.Matches("^0 \\S+ \\S+ \\* \\* \\*$", schedule);
        var parts = schedule.Split(' ');
        return Count(parts[1], 60) * Count(parts[2], 24);

        static int Count(string part, int size)
        {
            if (part == "*") return size;
            if (part.Split('/') is not [var from, var step]) return 1;

            var first = from == "*" ? 0 : int.Parse(from, CultureInfo.InvariantCulture);
            return (size - 1 - first) / int.Parse(step, CultureInfo.InvariantCulture) + 1;
        }
    }

    [Fact]
    public void The_role_of_staff_has_one_name_in_the_app_in_its_stand_in_and_in_the_guide()
    {
        var part = DeployGuide.Part("## 7. Staff sign-in");

        Assert.Contains($"\"value\":\"{StaffMember.Role}\"", part, StringComparison.Ordinal);
        Assert.Contains($"the role *{StaffMember.Role}*", part, StringComparison.Ordinal);
        Assert.Contains($", \"{StaffMember.Role}\"),", Repository.Read("functions", "LocalHost", "Auth", "Person.cs"),
            StringComparison.Ordinal);
    }

    /// <summary>azd keeps there what was said of an environment.</summary>
    [Fact]
    public void What_azd_keeps_of_an_environment_is_not_committed() =>
        Assert.Contains("\n.azure/\n", Repository.Read(".gitignore"), StringComparison.Ordinal);

    static string FlatText => DeployGuide.Text.Replace('\n', ' ');

    [BicepFact]
    public void Every_value_it_reads_is_an_output()
    {
        var outputs = Outputs().Matches(Repository.Read("infra", "main.bicep")).Select(output => output.Groups[1].Value).ToList();

        Assert.NotEmpty(outputs);
        Assert.All(
            ReadValues().Matches(DeployGuide.Text).Select(read => read.Groups[1].Value).Where(name => name != "AZURE_RESOURCE_GROUP"),
            name => Assert.Contains(name, outputs));
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
        AlertRows().Matches(DeployGuide.Part("## When an alert comes")).Select(row => row.Groups[1].Value).Where(name => name != "alert")
            .Order(StringComparer.Ordinal));

    [Fact]
    public void The_pipeline_may_assign_the_templates_roles_and_make_nobody_an_operator() => Assert.Equal(
        RoleIds().Matches(Repository.Read("infra", "roles.bicep"))
            .Where(role => role.Groups[1].Value is not ("secretsOfficer" or "websiteContributor" or "monitoringReader"))
            .Select(role => role.Groups[2].Value),
        Guids().Matches(DeployGuide.Part("## Deployments from GitHub").Split('\n')
            .Single(line => line.StartsWith("roles=", StringComparison.Ordinal))).Select(id => id.Value));

    [Fact]
    public void Every_secret_can_be_changed()
    {
        foreach (var secret in new[] { "sendgrid-api-key", "sendgrid-webhook-public-key", "link-keys", "row key" })
            Assert.Contains(secret, DeployGuide.Part("## Change keys"), StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>To the identities of the template and to the Redaktion alone, taking away as well as giving.</summary>
    [Fact]
    public void The_pipeline_may_give_and_take_roles_of_named_principals_only()
    {
        var part = DeployGuide.Part("## Deployments from GitHub");

        foreach (var (attribute, action) in new[] { ("@Request", "write"), ("@Resource", "delete") })
            Assert.Contains(
                $"((!(ActionMatches{{'$assignment/{action}'}})) OR ({attribute}[$assignment:RoleDefinitionId] ForAnyOfAnyValues:GuidEquals {{$roles}} " +
                $"AND {attribute}[$assignment:PrincipalId] ForAnyOfAnyValues:GuidEquals {{$principals}}))",
                part, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("## 1. Rights and tools", "Ask your administrators for")]
    [InlineData("## 3. SendGrid", "p=none")]
    [InlineData("## 3. SendGrid", "Make domain EU pinned")]
    [InlineData("## 3. SendGrid", "lost after 72 hours")]
    [InlineData("## 4. Say who you are", "THAFF_BUDGET_START")]
    [InlineData("## 5. Deploy", "azd up")]
    [InlineData("## 5. Deploy", "/api/mail-events")]
    [InlineData("## 5. Deploy", "the topic's role has not spread yet")]
    [InlineData("## 5. Deploy", "THAFF_TOPIC")]
    [InlineData("## 7. Staff sign-in", "Redaktion")]
    [InlineData("## 8. A domain of one's own", "CNAME")]
    [InlineData("## 8. A domain of one's own", "functionapp config ssl create")]
    [InlineData("## 8. A domain of one's own", "forwardProxy")]
    [InlineData("## 9. The first real programme", "2027.yaml")]
    [InlineData("## Deployments from GitHub", "as the preview shows it")]
    [InlineData("## What it costs a month", "The budget alarm")]
    [InlineData("## Take it all away", "everything in the resource group")]
    [InlineData("## Roll back", "azd deploy")]
    [InlineData("## A person asks for their data", "`/redaktion/datenschutz`")]
    [InlineData("## A person asks for their data", "/api/operator/person")]
    [InlineData("## Tables, or a whole account, are gone", "/api/operator/restore")]
    [InlineData("## Change keys", "infra/secrets.sh rotate")]
    [InlineData("## Files are gone or overwritten", "--include dv")]
    [InlineData("## Files are gone or overwritten", "undelete")]
    [InlineData("## The region is lost", "RPO")]
    [InlineData("## The worker crashes at start", "WEBSITE_USE_PLACEHOLDER_DOTNETISOLATED: '0'")]
    [InlineData("## What an update does to running work", "Recreate")]
    [InlineData("## Move to another subscription", "row-key")]
    public void Whoever_takes_over_finds_what_they_need(string part, string named) =>
        Assert.Contains(named, DeployGuide.Part(part), StringComparison.Ordinal);

    /// <summary>What the guides say of retention is what the template sets.</summary>
    [Fact]
    public void How_long_files_stay_is_said_as_it_is()
    {
        var parameters = Repository.Read("infra", "main.bicepparam");

        foreach (var period in new[] { "versionDays: 1095\n", "withdrawnDays: 30\n", "failureDays: 180\n", "backupDays: 30\n" })
            Assert.Contains(period, parameters, StringComparison.Ordinal);
        Assert.Contains("a version 3 years **from the day it was written**", DeployGuide.Operate, StringComparison.Ordinal);
        Assert.Contains("of `documentation` and `entwurf` 30 days", DeployGuide.Operate, StringComparison.Ordinal);
        Assert.Contains("`failed` and `dead-letter` 180 days", DeployGuide.Operate, StringComparison.Ordinal);
    }

    [Fact]
    public void What_needs_a_real_subscription_is_marked()
    {
        Assert.Contains("marked **☁**", DeployGuide.Text, StringComparison.Ordinal);
        foreach (var part in new[]
        {
            "## 5. Deploy", "## 6. See that it lives", "## 8. A domain of one's own", "## Deployments from GitHub", "## Take it all away",
            "## Roll back", "## Change keys",
            "## Files are gone or overwritten", "## What an update does to running work",
        })
            Assert.Contains("☁", DeployGuide.Part(part), StringComparison.Ordinal);
    }

    [GeneratedRegex("^## ([0-9]+)\\. .+$", RegexOptions.Multiline)]
    private static partial Regex Steps();

    [GeneratedRegex("^\\| \\[([0-9]+\\. [^\\]]+)\\]\\(#[^)]+\\) \\| [0-9]+ (?:minutes|hours?) \\|", RegexOptions.Multiline)]
    private static partial Regex TimedSteps();

    [GeneratedRegex("\\]\\(((?!https?:)[^)#]*)(?:#([^)]+))?\\)")]
    private static partial Regex Links();

    [GeneratedRegex("[^a-z0-9 äöüß-]")]
    private static partial Regex NoAnchor();

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
