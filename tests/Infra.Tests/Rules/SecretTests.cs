using System.Text.Json;
using System.Text.RegularExpressions;
using ThaffFunctions.InfraTests.Bicep;

namespace ThaffFunctions.InfraTests.Rules;

[Collection(nameof(Template))]
public sealed partial class SecretTests(Template template)
{
    public static TheoryData<string> Deployments => Template.Names;

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Outputs_name_places_and_tell_no_secret(string name)
    {
        using var snapshot = JsonDocument.Parse(template.Deployed(name).Snapshot);
        var outputs = snapshot.RootElement.GetProperty("outputs").EnumerateObject().ToList();

        Assert.Equal(["APP_ID", "APP_NAME", "APP_URL", "DATA_ACCOUNT", "DOMAIN_VERIFICATION_ID", "VAULT_NAME"],
            outputs.Select(output => output.Name).Order(StringComparer.Ordinal));
        Assert.All(outputs, output => Assert.DoesNotMatch("(?i)key|password|connectionString|secret", output.Value.ToString()));
    }

    [Fact]
    public void No_module_hands_a_secret_on() => Assert.All(
        Directory.GetFiles(Repository.Path("infra"), "*.bicep", SearchOption.AllDirectories).SelectMany(File.ReadLines)
            .Where(line => OutputLine().IsMatch(line)),
        line => Assert.DoesNotMatch("(?i)ConnectionString|InstrumentationKey|password|secret", line));

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void The_template_makes_the_vault_and_puts_nothing_into_it(string name)
    {
        var deployment = template.Deployed(name);
        var vault = deployment.The("Microsoft.KeyVault/vaults");

        Assert.Empty(deployment.Of("Microsoft.KeyVault/vaults/secrets"));
        Assert.Equal("True", vault.Text("properties.enableRbacAuthorization"));
        Assert.Equal("True", vault.Text("properties.enablePurgeProtection"));
        Assert.Equal("90", vault.Text("properties.softDeleteRetentionInDays"));
    }

    [BicepFact]
    public void The_script_puts_in_exactly_the_secrets_the_settings_refer_to()
    {
        var referred = template.Deployed("prod").AppSettings.Values.Select(value => Reference().Match(value)).Where(match => match.Success)
            .Select(match => match.Groups[1].Value);

        Assert.Equal(referred.Order(),
            ScriptLine().Matches(Repository.Read("infra", "secrets.sh")).Select(match => match.Groups[1].Value).Order());
    }

    [GeneratedRegex("^output ")]
    private static partial Regex OutputLine();

    [GeneratedRegex("@Microsoft\\.KeyVault\\(SecretUri=\\{0\\}([a-z-]+)/\\)")]
    private static partial Regex Reference();

    [GeneratedRegex("^(?:generate|ask) ([a-z-]+) ", RegexOptions.Multiline)]
    private static partial Regex ScriptLine();
}
