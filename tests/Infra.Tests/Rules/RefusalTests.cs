using ThaffFunctions.InfraTests.Bicep;

namespace ThaffFunctions.InfraTests.Rules;

/// <summary>What stops a deployment before it begins, and says so: what was forgotten or mistyped must not become another site.</summary>
public sealed class RefusalTests
{
    static readonly string Parameters = Repository.Path("infra", "main.bicepparam");

    [BicepTheory]
    [InlineData("", "Available properties include \"dev\", \"prod\"")]
    [InlineData("staging", "Available properties include \"dev\", \"prod\"")]
    [InlineData("Prod", "Did you mean \"prod\"?")]
    public async Task An_environment_nobody_described_is_no_demonstration(string environment, string told) =>
        Assert.Contains(told, await ProblemsAsync(BicepCli.Said(environment)), StringComparison.Ordinal);

    [BicepTheory]
    [InlineData("THAFF_SIGN_IN_CLIENT", "azd env set THAFF_SIGN_IN_CLIENT")]
    [InlineData("THAFF_BUDGET_START", "azd env set THAFF_BUDGET_START")]
    public async Task What_was_not_said_is_asked_for(string variable, string told) =>
        Assert.Contains(told, await ProblemsAsync(BicepCli.Said("prod").Where(said => said.Key != variable)), StringComparison.Ordinal);

    [BicepFact]
    public async Task A_pipeline_that_forgot_who_signs_staff_in_stops_too() => Assert.Contains(
        "azd env set THAFF_SIGN_IN_CLIENT",
        await ProblemsAsync(BicepCli.Said("prod").Where(said => said.Key != "THAFF_SIGN_IN_CLIENT").Append(new("CI", "true"))),
        StringComparison.Ordinal);

    /// <summary>It may set no lock (its Contributor cannot) and names no operators; a budget keeps the month it began in.</summary>
    [BicepFact]
    public async Task A_pipeline_leaves_locks_operators_and_budget_as_they_are()
    {
        using var cli = new BicepCli(
            new Dictionary<string, string>(BicepCli.Said("prod").Where(said => said.Key != "THAFF_BUDGET_START")
                .Append(new("CI", "true"))));

        var deployment = Deployment.Parse("prod", await cli.SnapshotAsync(Parameters));

        Assert.Empty(deployment.Of("Microsoft.Authorization/locks"));
        Assert.Empty(deployment.Of("Microsoft.Consumption/budgets"));
    }

    [BicepFact]
    public async Task A_name_that_storage_or_vault_would_refuse_is_refused_at_once()
    {
        var path = Path.Combine(Directory.CreateDirectory(Repository.Path("tests", "Infra.Tests", "obj", "refused")).FullName,
            "name.bicepparam");
        using var cli = new BicepCli(BicepCli.Said("dev"));
        foreach (var name in new[] { "gera_1", "prüfung", "2probe", "probe-", "probe--2" })
        {
            await File.WriteAllTextAsync(path, $"""
                using '../../../../infra/main.bicep'
                extends '../../../../infra/main.bicepparam'

                param environmentName = '{name}'
                """);

            var refusal = await Assert.ThrowsAsync<InvalidOperationException>(() => cli.SnapshotAsync(path));

            Assert.Contains($"The environment's name {name} must begin with a letter", refusal.Message, StringComparison.Ordinal);
        }
    }

    static async Task<string> ProblemsAsync(IEnumerable<KeyValuePair<string, string>> environment)
    {
        using var cli = new BicepCli(new Dictionary<string, string>(environment));
        return string.Join('\n', await cli.CompileAsync(Parameters));
    }
}
