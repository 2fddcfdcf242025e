using ThaffFunctions.LocalHost.Emulator;
using ThaffFunctions.LocalHost.Mail;
using ThaffFunctions.LocalHost.Queues;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// Defaults for settings that Azure and its services would provide, used if the app's configuration does not contain them.
/// </summary>
static class LocalDefaults
{
    public static void Fill(ConfigurationManager configuration, OwnPort address, AppFile app)
    {
        var storage = AzuriteEndpoint.From(configuration).ConnectionString;
        Dictionary<string, string> defaults = new()
        {
            ["AzureWebJobsStorage"] = storage,
            ["DataStorage"] = storage,
            ["SendGrid:Host"] = address.Url,
            ["SendGrid:ApiKey"] = "SG.local.for-development-only",
            ["SendGrid:WebhookPublicKey"] = EventSigner.PublicKey(configuration.DataFolder()),
            ["Site:BaseUrl"] = address.Url,
            ["Demonstration:Enabled"] = "true",
        };
        foreach (var (key, value) in app.DeclaredMetadata())
            if (key.StartsWith("LocalHost.", StringComparison.Ordinal)) defaults[key.Replace('.', ':')] = value ?? "";

        configuration.AddInMemoryCollection(defaults
            .Where(setting => string.IsNullOrEmpty(configuration[setting.Key]) && !QueueConnection.IsByIdentity(configuration, setting.Key))
            .Select(setting => KeyValuePair.Create(setting.Key, (string?)setting.Value)));
    }

    /// <summary>The folder of Azurite's data, the mailbox and the signing key.</summary>
    public static string DataFolder(this IConfiguration configuration) =>
        configuration[SettingNames.DataFolder] is { Length: > 0 } folder ? Path.GetFullPath(folder) : BuildFolders.Data;
}
