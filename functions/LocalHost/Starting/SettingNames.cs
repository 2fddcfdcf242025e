namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// The host's own settings. The last four may also stand as assembly metadata of the same name on the app's assembly, with a dot for the
/// colon.
/// </summary>
static class SettingNames
{
    /// <summary>What the names of all of them begin with; the app gets none of them.</summary>
    public const string Section = "LocalHost:";

    /// <summary>The port of the app's pages; 0 takes any free one. 7071 when left out.</summary>
    public const string Port = "LocalHost:Port";

    /// <summary><c>true</c> deletes what the app keeps before it starts.</summary>
    public const string Fresh = "LocalHost:Fresh";

    /// <summary>The path of the app's .dll, beside its host.json and local.settings.json; on the command line only.</summary>
    public const string App = "LocalHost:App";

    /// <summary>
    /// The folder of local.settings.sample.json and local.settings.json; the app's own when left out. On the command line only.
    /// </summary>
    public const string SettingsFolder = "LocalHost:SettingsFolder";

    /// <summary>The connection string of an Azurite that runs already; none is started then.</summary>
    public const string Azurite = "LocalHost:Azurite";

    /// <summary>Azurite's ports, 10000 to 10002 when left out.</summary>
    public const string BlobPort = "LocalHost:BlobPort";

    /// <inheritdoc cref="BlobPort"/>
    public const string QueuePort = "LocalHost:QueuePort";

    /// <inheritdoc cref="BlobPort"/>
    public const string TablePort = "LocalHost:TablePort";

    /// <summary>Where data is kept; <c>.local</c> at the repository's root when left out.</summary>
    public const string DataFolder = "LocalHost:DataFolder";

    /// <summary>How long a queue message of a killed host stays out of sight, as a time span; 30 seconds when left out.</summary>
    public const string MessageVisibility = "LocalHost:MessageVisibility";

    /// <summary>The path the mail stand-in posts its events to; <c>/api/mail-events</c> when left out.</summary>
    public const string MailEventsPath = "LocalHost:MailEventsPath";

    /// <summary>The app's tables, separated by <c>;</c>.</summary>
    public const string Tables = "LocalHost:Tables";

    /// <summary>The app's queues, separated by <c>;</c>. Their poison queues are meant too.</summary>
    public const string Queues = "LocalHost:Queues";

    /// <summary>The app's containers, separated by <c>;</c>.</summary>
    public const string Containers = "LocalHost:Containers";

    /// <summary>The containers whose changes become messages, as <c>container=queue</c>, separated by <c>;</c>.</summary>
    public const string WatchedContainers = "LocalHost:WatchedContainers";
}
