namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>infra/check.sh, which looks after a deployment, against a stand-in for Azure.</summary>
public sealed class CheckScriptTests : IDisposable
{
    readonly AzureStandIn azure = new();

    public void Dispose() => azure.Dispose();

    [BashFact]
    public async Task What_is_as_the_template_says_passes()
    {
        var (code, output) = await azure.RunAsync("check.sh", []);

        Assert.True(code == 0, output);
        Assert.All((string[])["/health", "/", "/programm.json"],
            path => Assert.Contains(azure.Calls, call => call.EndsWith($" https://app{path}", StringComparison.Ordinal)));
        Assert.Contains(azure.Calls, call => call.StartsWith(
            "functionapp config appsettings list --subscription s --resource-group rg --name func ", StringComparison.Ordinal));
    }

    [BashFact]
    public async Task A_plain_setting_of_the_hosts_storage_that_came_back_is_found_with_the_way_to_be_rid_of_it()
    {
        azure.Settings += "AzureWebJobsStorage\n";

        var (code, output) = await azure.RunAsync("check.sh", []);

        Assert.Equal(1, code);
        Assert.Contains(
            $"appsettings delete --ids {AzureStandIn.AppId} --setting-names AzureWebJobsStorage", output, StringComparison.Ordinal);
    }

    [BashTheory]
    [InlineData("")]
    [InlineData("Secrets__RowKey\tResolved\nSendGrid__ApiKey\tSecretNotFound\n")]
    public async Task A_secret_that_did_not_reach_the_app_is_found(string references)
    {
        azure.References = references;

        var (code, output) = await azure.RunAsync("check.sh", []);

        Assert.Equal(1, code);
        Assert.Contains("run infra/references.sh", output, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task An_imprint_that_still_shows_examples_is_told_and_stops_nothing()
    {
        azure.Imprint = $"<p>{SampleOperator()}</p>";

        var (code, output) = await azure.RunAsync("check.sh", []);

        Assert.Equal(0, code);
        Assert.Contains("still shows the examples of infra/main.bicepparam", output, StringComparison.Ordinal);
        azure.Imprint = "<p>Agentur</p>";
        Assert.DoesNotContain("examples", (await azure.RunAsync("check.sh", [])).Output, StringComparison.Ordinal);
    }

    /// <summary>Who runs the site, as the parameters say it before anybody changed them.</summary>
    static string SampleOperator() => Repository.Read("infra", "main.bicepparam").Split('\n')
        .Single(line => line.StartsWith("    name: ", StringComparison.Ordinal)).Split('\'')[1];

    [BashFact]
    public async Task Another_site_at_the_address_is_found()
    {
        azure.Headers = "HTTP/2 200\nServer: other\n";

        var (code, _) = await azure.RunAsync("check.sh", []);

        Assert.Equal(1, code);
    }
}
