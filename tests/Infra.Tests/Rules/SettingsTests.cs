using System.ComponentModel.DataAnnotations;
using System.Globalization;
using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Options;
using ThaffFunctions.InfraTests.Bicep;
using ThaffFunctions.InfraTests.Delivery;
using ThaffFunctions.InfraTests.Host;

namespace ThaffFunctions.InfraTests.Rules;

[Collection(nameof(Template))]
public sealed class SettingsTests(Template template)
{
    /// <summary>Read by the host and by Azure, not by options of ours.</summary>
    static readonly string[] Platform =
    [
        "AzureWebJobsStorage__accountName", "AzureWebJobsStorage__credential", "AzureWebJobsStorage__clientId",
        "DataStorage__blobServiceUri", "DataStorage__queueServiceUri", "DataStorage__tableServiceUri", "DataStorage__credential",
        "DataStorage__clientId", "BackupStorage__blobServiceUri", "BackupStorage__clientId",
        "APPLICATIONINSIGHTS_CONNECTION_STRING", "APPLICATIONINSIGHTS_AUTHENTICATION_STRING",
        "FUNCTIONS_REQUEST_BODY_SIZE_LIMIT",
    ];

    public static TheoryData<string> Deployments => Template.Names;

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Every_setting_the_app_requires_is_set_and_none_is_unknown(string name)
    {
        var settings = template.Deployed(name).AppSettings.Keys;

        Assert.Empty(Platform.Concat(Options.Where(option => option.Property.IsDefined(typeof(RequiredAttribute)))
            .Select(option => option.Setting)).Except(settings));
        Assert.Empty(settings.Except(Platform).Except(Options.Select(option => option.Setting)));
    }

    /// <summary>So that the sample shows what holds in Azure too, unless <c>param settings</c> says otherwise.</summary>
    [BicepFact]
    public void Every_setting_of_the_sample_is_set_by_the_template_or_has_the_default_it_shows()
    {
        var set = template.Deployed("prod").AppSettings;
        var left = Sample().Where(setting => !set.ContainsKey(setting.Key)).ToList();

        Assert.All(left, setting =>
        {
            if (set.Keys.Any(key => key.StartsWith($"{setting.Key}__", StringComparison.Ordinal))) return; // a connection, by identity
            if (setting.Key == "OTEL_EXPORTER_OTLP_ENDPOINT")
            {
                Assert.Equal("", setting.Value); // a collector is nobody's by default; docs/deploy.md says how to name one
                Assert.Contains($"`{setting.Key}`", DeployGuide.Part("## Options"), StringComparison.Ordinal);
                return;
            }

            var (type, _, property) = Options.Single(option => option.Setting == setting.Key);
            Assert.Equal(setting.Value, Convert.ToString(property.GetValue(Activator.CreateInstance(type)), CultureInfo.InvariantCulture),
                ignoreCase: true);
        });
    }

    static Dictionary<string, string> Sample()
    {
        using var sample = JsonDocument.Parse(Repository.Read("local.settings.sample.json"),
            new JsonDocumentOptions { CommentHandling = JsonCommentHandling.Skip });
        return sample.RootElement.GetProperty("Values").EnumerateObject()
            .ToDictionary(setting => setting.Name, setting => setting.Value.GetString()!);
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void The_app_would_start_with_them(string name)
    {
        var configuration = new ConfigurationBuilder()
            .AddInMemoryCollection(template.Deployed(name).AppSettings.Select(setting =>
                KeyValuePair.Create(setting.Key.Replace("__", ":", StringComparison.Ordinal),
                    (string?)Resolved(setting.Key, setting.Value))))
            .Build();

        foreach (var (type, section) in Options.Select(option => (option.Type, option.Section)).Distinct())
        {
            var options = configuration.GetSection(section).Get(type) ?? Activator.CreateInstance(type)!;
            Validator.ValidateObject(options, new(options), validateAllProperties: true);
        }
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Secrets_are_references_to_the_vault_and_nothing_else_is(string name)
    {
        var references = template.Deployed(name).AppSettings.Where(setting =>
            setting.Value.Contains("@Microsoft.KeyVault", StringComparison.Ordinal)).ToList();

        Assert.Equal(["Secrets__LinkKeys", "Secrets__RowKey", "SendGrid__ApiKey", "SendGrid__WebhookPublicKey"],
            references.Select(setting => setting.Key).Order(StringComparer.Ordinal));
        Assert.All(references, setting =>
            Assert.Contains(template.Deployed(name).The("Microsoft.KeyVault/vaults").Name, setting.Value, StringComparison.Ordinal));
        Assert.All(references, setting => Assert.Contains("/)", setting.Value, StringComparison.Ordinal)); // no version, so the newest
    }

    [BicepTheory]
    [InlineData("dev", "true")]
    [InlineData("prod", "false")]
    public void Only_a_trial_is_filled_with_an_invented_year(string name, string demonstration) =>
        Assert.Equal(demonstration, template.Deployed(name).AppSettings["Demonstration__Enabled"]);

    [BicepFact]
    public void A_setting_of_ones_own_wins() => Assert.Equal("8", template.Deployed("own-domain").AppSettings["Campaigns__Hour"]);

    static IEnumerable<Option> Options =>
        from type in Functions.App.GetTypes()
        let section = type.GetField("Section", BindingFlags.Public | BindingFlags.Static)
        where section is not null
        from option in OptionsOf(type, (string)section.GetRawConstantValue()!)
        select option;

    static IEnumerable<Option> OptionsOf(Type type, string section) =>
        from property in type.GetProperties(BindingFlags.Public | BindingFlags.Instance)
        where property.CanWrite
        from option in property.IsDefined(typeof(ValidateObjectMembersAttribute))
            ? OptionsOf(property.PropertyType, $"{section}:{property.Name}") : [new(type, section, property)]
        select option;

    /// <summary>What Azure would put in the place of an expression or of a reference to the vault.</summary>
    static string Resolved(string name, string value) => name switch
    {
        "Site__BaseUrl" when value.StartsWith('[') => "https://func.azurewebsites.net",
        "Secrets__LinkKeys" => $"a={Key(32)}",
        "Secrets__RowKey" => Key(32),
        "SendGrid__WebhookPublicKey" => Key(91),
        _ => value,
    };

    static string Key(int bytes) => Convert.ToBase64String(new byte[bytes]);

    sealed record Option(Type Type, string Section, PropertyInfo Property)
    {
        public string Setting => $"{Section.Replace(":", "__", StringComparison.Ordinal)}__{Property.Name}";
    }
}
