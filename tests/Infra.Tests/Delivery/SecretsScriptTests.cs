using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>infra/secrets.sh against a stand-in for the Azure CLI.</summary>
public sealed class SecretsScriptTests : IDisposable
{
    readonly AzureStandIn azure = new();

    public void Dispose() => azure.Dispose();

    [BashFact]
    public async Task Keys_are_made_and_values_taken_that_the_app_accepts()
    {
        var (code, output) = await RunAsync();

        Assert.True(code == 0, output);
        Assert.True(new Base64KeysAttribute(32).IsValid(Secret("row-key")));
        Assert.True(new Base64KeysAttribute(32) { Named = true }.IsValid(Secret("link-keys")));
        Assert.Equal("SG.key", Secret("sendgrid-api-key"));
        Assert.Equal("MFkw", Secret("sendgrid-webhook-public-key"));
    }

    [BashFact]
    public async Task What_is_there_stays_as_it_is()
    {
        await RunAsync();
        var before = azure.Secrets.ToDictionary(path => path, File.ReadAllText);

        var (code, output) = await RunAsync(("SENDGRID_API_KEY", "SG.other"));

        Assert.True(code == 0, output);
        Assert.All(before, secret => Assert.Equal(secret.Value, File.ReadAllText(secret.Key)));
        Assert.Contains("row-key: is there", output, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task No_secret_stands_on_a_command_line_or_on_the_screen()
    {
        var (_, output) = await RunAsync();

        var seen = output + string.Join('\n', azure.Calls);
        foreach (var path in azure.Secrets) Assert.DoesNotContain(File.ReadAllText(path), seen, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task A_missing_value_says_how_to_give_it()
    {
        var (code, output) = await RunAsync(("SENDGRID_API_KEY", ""));

        Assert.Equal(1, code);
        Assert.Contains("sendgrid-api-key is missing: set SENDGRID_API_KEY", output, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task Only_a_vault_that_answered_is_written_to()
    {
        await RunAsync();
        var key = Secret("row-key");
        azure.IsVaultClosed = true;

        await RunAsync();

        Assert.Equal(key, Secret("row-key"));
    }

    [BashFact]
    public async Task A_vault_that_stays_closed_is_waited_for_and_then_told()
    {
        azure.IsVaultClosed = true;

        var (code, output) = await RunAsync();

        Assert.Equal(1, code);
        Assert.Contains("are you in the group of operators", output, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task A_pipeline_puts_in_nothing()
    {
        var (code, _) = await RunAsync(("CI", "true"));

        Assert.Equal(0, code);
        Assert.Empty(azure.Calls);
    }

    [BashFact]
    public async Task In_the_end_the_app_fetches_its_secrets_anew_and_what_became_of_them_is_shown()
    {
        var (code, output) = await RunAsync();

        Assert.True(code == 0, output);
        Assert.Equal(
            [$"rest --method post --url {AzureStandIn.AppId}/config/configreferences/appsettings/refresh",
                $"rest --method get --url {AzureStandIn.AppId}/config/configreferences/appsettings",
                $"functionapp restart --ids {AzureStandIn.AppId}"],
            azure.Calls.SkipWhile(call => !call.StartsWith("rest", StringComparison.Ordinal))
                .Select(call => call.Split('?')[0].Split(" --output")[0]));
        Assert.Contains("Secrets__RowKey\tResolved", output, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task The_app_does_not_start_anew_where_no_secret_changed()
    {
        await RunAsync();
        azure.ForgetCalls();

        await RunAsync();

        Assert.Contains(azure.Calls, call => call.Contains("/refresh", StringComparison.Ordinal));
        Assert.DoesNotContain(azure.Calls, call => call.StartsWith("functionapp restart", StringComparison.Ordinal));
    }

    [BashFact]
    public async Task A_secret_that_does_not_reach_the_app_is_told()
    {
        azure.References = "Secrets__RowKey\tResolved\nSendGrid__ApiKey\tAccessToKeyVaultDenied";

        var (code, output) = await RunAsync();

        Assert.Equal(1, code);
        Assert.Contains("SendGrid__ApiKey\tAccessToKeyVaultDenied", output, StringComparison.Ordinal);
        Assert.Contains("Not every secret reached the app", output, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task A_new_link_key_signs_and_the_old_ones_keep_verifying()
    {
        await RunAsync();
        var first = Secret("link-keys");

        await RotateAsync("link-keys");
        await RotateAsync("link-keys");

        Assert.Matches("^k3=[^;]+;k2=[^;]+;k1=", Secret("link-keys"));
        Assert.EndsWith(";" + first, Secret("link-keys"), StringComparison.Ordinal);
        Assert.True(new Base64KeysAttribute(32) { Named = true }.IsValid(Secret("link-keys")));
    }

    [BashTheory]
    [InlineData("sendgrid-api-key", "SENDGRID_API_KEY")]
    [InlineData("sendgrid-webhook-public-key", "SENDGRID_WEBHOOK_PUBLIC_KEY")]
    public async Task A_rotation_puts_in_the_new_value_has_it_fetched_and_starts_the_app_anew(string name, string variable)
    {
        await RunAsync();
        azure.ForgetCalls();

        var (code, output) = await RotateAsync(name, (variable, "another"));

        Assert.True(code == 0, output);
        Assert.Equal("another", Secret(name));
        Assert.Contains(azure.Calls, call => call.Contains("/refresh", StringComparison.Ordinal));
        Assert.StartsWith($"functionapp restart --ids {AzureStandIn.AppId}", azure.Calls[^1], StringComparison.Ordinal);
        Assert.DoesNotContain("another", output + string.Join('\n', azure.Calls), StringComparison.Ordinal);
    }

    [BashTheory]
    [InlineData("row-key", "never changed")]
    [InlineData("rowkey", "sendgrid-api-key | sendgrid-webhook-public-key | link-keys")]
    public async Task What_cannot_be_rotated_stays(string name, string told)
    {
        await RunAsync();
        var before = Secret("row-key");

        var (code, output) = await RotateAsync(name);

        Assert.Equal(1, code);
        Assert.Contains(told, output, StringComparison.Ordinal);
        Assert.Equal(before, Secret("row-key"));
    }

    Task<(int Code, string Output)> RunAsync(params (string Name, string Value)[] changes) => azure.RunAsync("secrets.sh", [], changes);

    Task<(int Code, string Output)> RotateAsync(string name, params (string Name, string Value)[] changes) =>
        azure.RunAsync("secrets.sh", ["rotate", name], changes);

    string Secret(string name) => File.ReadAllText(azure.Secrets.Single(path => Path.GetFileName(path) == name));
}
