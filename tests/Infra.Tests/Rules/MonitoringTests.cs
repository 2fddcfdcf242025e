using System.Reflection;
using System.Text.Json;
using System.Text.RegularExpressions;
using Microsoft.Extensions.Logging;
using ThaffFunctions.InfraTests.Bicep;
using ThaffFunctions.InfraTests.Host;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.InfraTests.Rules;

[Collection(nameof(Template))]
public sealed partial class MonitoringTests(Template template)
{
    /// <summary>What Azure takes for how often a question is asked, and over which time.</summary>
    static readonly string[] Windows = ["PT5M", "PT10M", "PT15M", "PT30M", "PT45M", "PT1H", "PT2H", "PT3H", "PT4H", "PT5H", "PT6H", "P1D",
        "P2D"];

    public static TheoryData<string> Deployments => Template.Names;

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Telemetry_is_taken_from_identities_alone_and_has_a_cap(string name)
    {
        var deployment = template.Deployed(name);
        var (insights, workspace) = (deployment.The("Microsoft.Insights/components"),
            deployment.The("Microsoft.OperationalInsights/workspaces"));

        Assert.Equal("True", insights.Text("properties.DisableLocalAuth"));
        Assert.Equal("False", insights.Text("properties.DisableIpMasking"));
        Assert.Equal(workspace.Id, insights.Text("properties.WorkspaceResourceId"));
        Assert.Equal("True", workspace.Text("properties.features.disableLocalAuth"));
        Assert.Equal("1", workspace.Text("properties.workspaceCapping.dailyQuotaGb"));
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Changes_of_files_use_of_secrets_and_failed_events_are_kept_and_no_log_with_addresses_of_pages_is(string name)
    {
        var categories = template.Deployed(name).Of("Microsoft.Insights/diagnosticSettings")
            .SelectMany(setting => setting.Properties.GetProperty("logs").EnumerateArray())
            .Select(log => log.GetProperty("category").GetString());

        // AppServiceHTTPLogs would keep query strings, and with them the tokens of personal links.
        Assert.Equal(["AuditEvent", "DeliveryFailures", "StorageDelete", "StorageWrite"], categories.Order());
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Somebody_hears_of_everything_that_must_be_heard_of(string name)
    {
        var deployment = template.Deployed(name);
        var people = deployment.The("Microsoft.Insights/actionGroups", $"ag-thaff-{Environment(name)}").Id;
        Resource[] rules = [.. deployment.Of("Microsoft.Insights/scheduledQueryRules"),
            .. deployment.Of("Microsoft.Insights/metricAlerts")];

        string[] everywhere = ["campaign-stuck", "dead-letters", "failed-functions", "http-errors", "mails-refused", "no-timer",
            "poison-messages", "telemetry-capped"];
        string[] fromOutside = name == "prod" ? ["unreachable-health", "unreachable-programme"] : [];
        Assert.Equal(everywhere.Concat(fromOutside), rules.Select(rule => rule.Name.Split("-thaff-")[0]).Order(StringComparer.Ordinal));
        Assert.All(rules, rule =>
        {
            Assert.Equal("True", rule.Text("properties.enabled"));
            Assert.Contains(people, rule.Find("properties.actions")!.Value.ToString(), StringComparison.Ordinal);
            Assert.Contains(rule.Text("properties.evaluationFrequency"), Windows);
            Assert.Contains(rule.Text("properties.windowSize"), Windows);
        });
    }

    [BicepFact]
    public void Everybody_named_is_told() => Assert.Equal(
        ["technik@thaff.example", "bereitschaft@thaff.example"],
        template.Deployed("people").The("Microsoft.Insights/actionGroups", "ag-thaff-dev").Properties.GetProperty("emailReceivers")
            .EnumerateArray()
            .Select(receiver => receiver.GetProperty("emailAddress").GetString()));

    [BicepFact]
    public void Alerts_look_for_words_the_code_logs()
    {
        var looked = Queries.Concat(Drawn).SelectMany(query => LookedFor().Matches(query))
            .Select(match => match.Groups[1].Value).Distinct().ToList();

        Assert.Subset(looked.ToHashSet(),
            new HashSet<string> { " holds ", "was not sent in time", "The mail service refused", "Document " });
        Assert.All(looked, words => Assert.Contains(LoggedFormats, format => format.Contains(words, StringComparison.Ordinal)));
        Assert.Contains("{Queue} holds {Messages} messages", LoggedFormats); // which `parse` takes apart
        Assert.All(Queries.Where(query => query.Contains("parse", StringComparison.Ordinal)),
            query => Assert.Contains("parse message with queue \" holds \" messages:int \" messages\"", query, StringComparison.Ordinal));
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void No_alert_needs_a_table_that_telemetry_has_not_made_yet(string name) => Assert.All(
        template.Deployed(name).Of("Microsoft.Insights/scheduledQueryRules"),
        rule => Assert.Equal("True", rule.Text("properties.skipQueryValidation")));

    [BicepFact]
    public void Several_words_are_looked_for_as_text_and_not_as_one_term() =>
        Assert.All(Queries, query => Assert.DoesNotMatch("has +\"[^\"]* [^\"]*\"", query));

    [BicepFact]
    public void Alerts_name_functions_and_queues_that_exist()
    {
        var named = Queries.SelectMany(query => Lists().Matches(query)).SelectMany(list => Quoted().Matches(list.Value))
            .Select(match => match.Groups[1].Value).ToList();

        Assert.NotEmpty(named);
        Assert.All(named, name => Assert.Contains(name, Functions.Names.Concat(Queues.All.Split(';'))));
        Assert.Contains(Queries, query => query.Contains($"endswith \"{Queues.Poison}\"", StringComparison.Ordinal));
    }

    [BicepTheory]
    [InlineData("dev", "20")]
    [InlineData("prod", "100")]
    public void The_budget_counts_from_the_first_of_a_month_and_tells_at_80_percent_and_before_it_is_passed(string name, string amount)
    {
        var budget = template.Deployed(name).The("Microsoft.Consumption/budgets");

        Assert.Equal(amount, budget.Text("properties.amount"));
        Assert.Matches("^20[0-9]{2}-[01][0-9]-01$", budget.Text("properties.timePeriod.startDate"));
        Assert.Equal("80", budget.Text("properties.notifications.spent.threshold"));
        Assert.Equal("Forecasted", budget.Text("properties.notifications.foreseen.thresholdType"));
    }

    [BicepFact]
    public void The_redaktion_hears_by_azures_own_mail_that_mails_do_not_go_out()
    {
        var deployment = template.Deployed("prod");
        var staff = deployment.The("Microsoft.Insights/actionGroups", "ag-redaktion-thaff-prod");

        Assert.Equal(["redaktion@thaff.example"],
            staff.Properties.GetProperty("emailReceivers").EnumerateArray()
                .Select(receiver => receiver.GetProperty("emailAddress").GetString()));
        Assert.Equal(["mails-refused-thaff-prod"], deployment.Of("Microsoft.Insights/scheduledQueryRules")
            .Where(rule => rule.Find("properties.actions")!.Value.ToString().Contains(staff.Id, StringComparison.Ordinal))
            .Select(rule => rule.Name));
    }

    [BicepFact]
    public void The_real_site_is_asked_from_outside_whether_it_answers_and_whether_its_certificate_holds()
    {
        var tests = template.Deployed("prod").Of("Microsoft.Insights/webtests").ToList();

        var urls = tests.Select(test => test.Text("properties.Request.RequestUrl")!);
        Assert.Equal(["/", "/health"], urls.Select(url => url[url.LastIndexOf('/')..].TrimEnd(']', '\'', ')')).Order());
        Assert.All(tests, test =>
        {
            Assert.Equal("200", test.Text("properties.ValidationRules.ExpectedHttpStatusCode"));
            Assert.Equal("14", test.Text("properties.ValidationRules.SSLCertRemainingLifetimeCheck"));
            var link = test.Find("tags")!.Value.EnumerateObject()
                .Single(tag => tag.Name.StartsWith("hidden-link:", StringComparison.Ordinal));
            Assert.Equal("Resource", link.Value.GetString());
        });
        Assert.Empty(template.Deployed("dev").Of("Microsoft.Insights/webtests")); // it would never sleep
    }

    [BicepFact]
    public void One_page_draws_registrations_deliveries_documents_set_aside_messages_and_timers() => Assert.Equal(
        ["registrations", "deliveries", "documents", "messages", "timers"],
        Workbook.Select(item => item.GetProperty("title").GetString()!.Split(' ')[0].ToLowerInvariant()));

    [BicepTheory]
    [InlineData("dev", "30")]
    [InlineData("prod", "90")]
    public void Telemetry_is_kept_for_a_time_that_azure_takes(string name, string days)
    {
        Assert.Equal(days, template.Deployed(name).The("Microsoft.OperationalInsights/workspaces").Text("properties.retentionInDays"));
        Assert.Equal(days, template.Deployed(name).The("Microsoft.Insights/components").Text("properties.RetentionInDays"));
        Assert.Contains("logRetentionDays: 30 | 60 | 90 | 120 | 180 | 270 | 365 | 550 | 730\n", Repository.Read("infra", "types.bicep"),
            StringComparison.Ordinal);
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Every_resource_says_who_answers_for_it_and_who_pays(string name) => Assert.All(
        template.Deployed(name).Resources.Where(resource => resource.Find("tags") is not null),
        resource => Assert.Subset(
            resource.Find("tags")!.Value.EnumerateObject().Select(tag => tag.Name).ToHashSet(),
            new HashSet<string> { "environment", "owner", "cost-centre" }));

    List<JsonElement> Workbook
    {
        get
        {
            using var drawn = JsonDocument.Parse(
                template.Deployed("dev").The("Microsoft.Insights/workbooks").Text("properties.serializedData")!);
            return [.. drawn.RootElement.GetProperty("items").EnumerateArray().Select(item => item.GetProperty("content").Clone())];
        }
    }

    IEnumerable<string> Drawn => Workbook.Select(item => item.GetProperty("query").GetString()!);

    static string Environment(string name) => name switch { "prod" => "prod", "long-names" => "landesprobe-sued-2-b", _ => "dev" };

    IEnumerable<string> Queries => template.Deployed("dev").Of("Microsoft.Insights/scheduledQueryRules")
        .Select(rule => rule.Properties.GetProperty("criteria").GetProperty("allOf")[0].GetProperty("query").GetString()!);

    static IEnumerable<string> LoggedFormats => Functions.App.GetTypes()
        .SelectMany(type => type.GetMethods(BindingFlags.Static | BindingFlags.Public | BindingFlags.NonPublic))
        .Select(method => method.GetCustomAttribute<LoggerMessageAttribute>()?.Message).OfType<string>();

    [GeneratedRegex("message contains \"([^\"]+)\"")]
    private static partial Regex LookedFor();

    [GeneratedRegex("in \\([^)]+\\)")]
    private static partial Regex Lists();

    [GeneratedRegex("\"([^\"]+)\"")]
    private static partial Regex Quoted();
}
