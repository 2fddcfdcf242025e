using System.Text.RegularExpressions;
using YamlDotNet.RepresentationModel;

namespace ThaffFunctions.InfraTests.Delivery;

public sealed partial class WorkflowTests
{
    static readonly YamlMappingNode Workflow = Read(".github", "workflows", "deliver.yml");

    static YamlMappingNode Jobs => (YamlMappingNode)Workflow["jobs"];

    [Fact]
    public void Every_action_is_pinned_to_a_commit_and_says_which_version_that_is() => Assert.All(
        Repository.Read(".github", "workflows", "deliver.yml").Split('\n').Where(line => line.Contains("uses:", StringComparison.Ordinal)),
        line => Assert.Matches("uses: [A-Za-z-]+/[A-Za-z-]+@[0-9a-f]{40} # v[0-9]+\\.[0-9]+\\.[0-9]+$", line));

    [Fact]
    public void The_workflow_knows_no_secret() =>
        Assert.DoesNotContain("secrets.", Repository.Read(".github", "workflows", "deliver.yml"), StringComparison.Ordinal);

    [Fact]
    public void Jobs_of_the_workflow_may_write_only_where_they_must()
    {
        Assert.Equal("contents: read", Permissions(Workflow));
        Assert.False(((YamlMappingNode)Jobs["check"]).Children.ContainsKey("permissions"));
        Assert.Equal("contents: read, id-token: write, pull-requests: write", Permissions((YamlMappingNode)Jobs["preview"]));
        Assert.Equal("contents: read, id-token: write", Permissions((YamlMappingNode)Jobs["drift"]));
        Assert.Equal("contents: read, id-token: write", Permissions((YamlMappingNode)Jobs["deploy"]));
    }

    /// <summary>Reader has no right to deploy; ProviderNoRbac asks what would change without one (Azure CLI 2.76 and newer).</summary>
    [Theory]
    [InlineData("preview")]
    [InlineData("drift")]
    public void Asking_what_would_change_needs_no_right_to_change_it(string job)
    {
        var commands = Commands(Jobs[job]).ToList();

        Assert.Equal(job, Jobs[job]["environment"].ToString()); // an identity of its own, see the guide
        Assert.Contains(commands, command =>
            command.Contains("what-if", StringComparison.Ordinal)
                && command.Contains("--validation-level ProviderNoRbac", StringComparison.Ordinal));
        Assert.DoesNotContain(commands, command =>
            command.Contains("azd ", StringComparison.Ordinal) || command.Contains("group create", StringComparison.Ordinal));
    }

    [Fact]
    public void Once_a_week_it_shows_what_differs_from_the_real_site()
    {
        Assert.Equal("17 5 * * 1", Workflow["on"]["schedule"][0]["cron"].ToString());
        Assert.Equal("github.event_name == 'schedule'", Jobs["drift"]["if"].ToString());
        Assert.Equal("prod", Jobs["drift"]["env"]["AZURE_ENV_NAME"].ToString());
    }

    /// <summary>Licences and known holes are looked up for what publishing has gathered: the app, and the host's extensions.</summary>
    [Fact]
    public void What_is_checked_is_what_is_deployed()
    {
        var commands = Commands(Jobs["check"]).ToList();
        int Place(string part) => commands.FindIndex(command => command.Contains(part, StringComparison.Ordinal));

        Assert.True(Place("dotnet publish functions/App") < Place("build/licences.cs"));
        Assert.True(Place("dotnet publish functions/App") < Place("--vulnerable"));
        Assert.Contains("WorkerExtensions.csproj", commands[Place("--vulnerable")], StringComparison.Ordinal);
    }

    /// <summary>
    /// All but what a pipeline leaves as it is. A topic that was forgotten would be made a second time, which Azure refuses.
    /// </summary>
    [Theory]
    [InlineData("preview")]
    [InlineData("drift")]
    [InlineData("deploy")]
    public void Every_job_that_asks_or_deploys_says_what_the_parameters_ask(string job)
    {
        var said = ((YamlMappingNode)Jobs[job]["env"]).Children;

        foreach (var name in Asked().Matches(Repository.Read("infra", "main.bicepparam")).Select(match => match.Groups[1].Value).Distinct()
            .Except(["THAFF_OPERATOR_GROUP", "THAFF_BUDGET_START"]))
            Assert.Equal($"${{{{ vars.{name} }}}}", said[name].ToString());
    }

    [Fact]
    public void Nothing_is_deployed_that_was_not_tested_and_nothing_from_a_pull_request()
    {
        Assert.Equal("check", Jobs["deploy"]["needs"].ToString());
        Assert.Equal("check", Jobs["preview"]["needs"].ToString());
        Assert.Equal("github.event_name == 'push' || github.event_name == 'workflow_dispatch'", Jobs["deploy"]["if"].ToString());
        Assert.Contains("head.repo.full_name == github.repository", Jobs["preview"]["if"].ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Text_of_a_pull_request_never_becomes_part_of_a_command() => Assert.All(
        Commands(), command => Assert.DoesNotMatch("\\$\\{\\{ *github\\.(event|head_ref)", command));

    [Fact]
    public void The_workflow_builds_tests_previews_deploys_and_looks_whether_the_site_answers()
    {
        var commands = Commands().ToList();

        foreach (var command in new[] { ".ci/run", "dotnet publish functions/App", "dotnet run build/licences.cs", "what-if",
            "gh pr comment", "azd provision", "azd deploy app" })
            Assert.Contains(commands, text => text.Contains(command, StringComparison.Ordinal));
    }

    [Fact]
    public void Every_variable_it_needs_is_in_the_guide() => Assert.All(
        Variables().Matches(Repository.Read(".github", "workflows", "deliver.yml")).Select(match => match.Groups[1].Value).Distinct(),
        name => Assert.Contains($"`{name}`", DeployGuide.Text, StringComparison.Ordinal));

    [Fact]
    public void Azd_deploys_the_app_with_the_template_and_its_hook()
    {
        var azd = Read("azure.yaml");
        var app = azd["services"]["app"]; // the name is the tag azd-service-name, see AppTests

        Assert.Equal("function", app["host"].ToString());
        Assert.True(File.Exists(Repository.Path(app["project"].ToString(), "ThaffFunctions.csproj")));
        Assert.True(File.Exists(Repository.Path(azd["infra"]["path"].ToString(), $"{azd["infra"]["module"]}.bicepparam")));
        Assert.Equal("infra/secrets.sh", azd["hooks"]["postprovision"]["run"].ToString());
        Assert.Equal("infra/check.sh", azd["hooks"]["postdeploy"]["run"].ToString());
    }

    static IEnumerable<string> Commands() => Jobs.Children.Values.SelectMany(job => Commands(job));

    static IEnumerable<string> Commands(YamlNode job) =>
        from step in (YamlSequenceNode)job["steps"]
        where ((YamlMappingNode)step).Children.ContainsKey("run")
        select step["run"].ToString();

    static string Permissions(YamlMappingNode node) =>
        string.Join(", ", ((YamlMappingNode)node["permissions"]).Children.Select(pair => $"{pair.Key}: {pair.Value}")
            .Order(StringComparer.Ordinal));

    static YamlMappingNode Read(params string[] path)
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read(path)));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }

    [GeneratedRegex("vars\\.([A-Z_]+)")]
    private static partial Regex Variables();

    [GeneratedRegex("readEnvironmentVariable\\('(THAFF_[A-Z_]+)'")]
    private static partial Regex Asked();
}
