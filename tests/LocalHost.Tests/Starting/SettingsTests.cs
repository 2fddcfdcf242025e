using LocalHost.Tests.Fixtures;
using Microsoft.Extensions.Configuration;
using ThaffFunctions.LocalHost.Starting;

namespace LocalHost.Tests.Starting;

public sealed class SettingsTests : IDisposable
{
    readonly TestFolder _folder = new();
    readonly string _app;

    public SettingsTests() => _app = _folder.CopyOf(AppProcess.SmallApp);

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void The_app_finds_storage_mail_and_its_own_address_without_any_setting()
    {
        var settings = Settings();

        foreach (var storage in (string[])["AzureWebJobsStorage", "DataStorage"])
            Assert.Contains("BlobEndpoint=http://127.0.0.1:10000/devstoreaccount1", settings[storage], StringComparison.Ordinal);
        Assert.StartsWith("http://localhost:", settings["Site:BaseUrl"], StringComparison.Ordinal);
        Assert.Equal(settings["Site:BaseUrl"], settings["SendGrid:Host"]);
        Assert.NotEmpty(settings["SendGrid:ApiKey"]!);
        Assert.NotEmpty(settings["SendGrid:WebhookPublicKey"]!);
        Assert.Equal("true", settings["Demonstration:Enabled"]);
    }

    [Fact]
    public void Later_places_win_over_earlier_ones_and_all_over_the_local_defaults()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "local.settings.json"), """
            { "IsEncrypted": false, "Values": { "Site__BaseUrl": "https://file.example", "Greeting": "file", "DataStorage": "" }, "Host": { "LocalHttpPort": 1 } }
            """);

        var settings = Settings("--Greeting=command line");

        Assert.Equal("https://file.example", settings["Site:BaseUrl"]);
        Assert.Equal("command line", settings["Greeting"]);
        Assert.NotEmpty(settings["DataStorage"]!);
        Assert.Null(settings["Host:LocalHttpPort"]);
    }

    [Fact]
    public void The_emulator_s_ports_can_be_chosen() =>
        Assert.Contains("QueueEndpoint=http://127.0.0.1:20001/", Settings("--LocalHost:QueuePort=20001")["DataStorage"],
            StringComparison.Ordinal);

    [Theory]
    [InlineData("--LocalHost:QueuePort=10000")]
    [InlineData("--LocalHost:TablePort=0")]
    [InlineData("--LocalHost:TablePort=65536")]
    public void The_emulator_s_ports_must_be_three_real_ones(string argument) =>
        Assert.Contains("choose three different ports", Assert.Throws<CannotStartException>(() => Settings(argument)).Message,
            StringComparison.Ordinal);

    [Fact]
    public void A_connection_by_identity_is_left_as_it_is() =>
        Assert.Null(Settings("--DataStorage:queueServiceUri=https://account.queue.core.windows.net")["DataStorage"]);

    [Fact]
    public void The_signing_key_stays_the_same_over_restarts() =>
        Assert.Equal(Settings()["SendGrid:WebhookPublicKey"], Settings()["SendGrid:WebhookPublicKey"]);

    [Theory]
    [InlineData("--port=many", "isn't a port")]
    [InlineData("--port=70000", "isn't a port")]
    [InlineData("--frehs", "isn't understood")]
    public void A_wrong_switch_is_told(string argument, string reason) =>
        Assert.Contains(reason, Assert.Throws<CannotStartException>(() => Settings(argument)).Message, StringComparison.Ordinal);

    [Fact]
    public void Broken_settings_are_told()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "local.settings.json"), "{ oops");

        Assert.Contains("isn't valid JSON", Assert.Throws<CannotStartException>(() => Settings()).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_broken_host_json_is_told()
    {
        File.WriteAllText(Path.Combine(_folder.Path, "host.json"), "{ oops");

        Assert.Contains("host.json isn't valid JSON", Assert.Throws<CannotStartException>(() => HostFile.Read(_folder.Path)).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_app_s_assembly_declares_is_a_setting_that_others_override()
    {
        Assert.Equal("declared", Settings()["LocalHost:Tables"]);
        Assert.Equal("given", Settings("--LocalHost:Tables=given")["LocalHost:Tables"]);
    }

    [Fact]
    public void Without_an_app_the_setting_that_names_one_is_told()
    {
        Assert.Contains("LocalHost:App", Assert.Throws<CannotStartException>(() => new LocalFunctionsHost([])).Message,
            StringComparison.Ordinal);
        Assert.Contains("There is no app at nowhere.dll",
            Assert.Throws<CannotStartException>(() => new LocalFunctionsHost(["--LocalHost:App=nowhere.dll"])).Message,
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_bound_address_can_be_asked_for()
    {
        await using var stage = await Stage.StartAsync([], []);

        Assert.Equal(stage.Setting("Site:BaseUrl"), stage.Address);
    }

    IConfiguration Settings(params string[] arguments)
    {
        var host = new LocalFunctionsHost(["--port=0", $"--LocalHost:App={_app}", $"--LocalHost:DataFolder={_folder.Path}", .. arguments]);
        host.DisposeAsync().AsTask().GetAwaiter().GetResult(); // gives up the port
        return host.Configuration;
    }
}
