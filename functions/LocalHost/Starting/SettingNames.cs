namespace ThaffFunctions.LocalHost.Starting;

/// <summary>
/// The names of the host's settings. The app can also declare the last four as assembly metadata, with the same name but a dot instead of
/// the colon.
/// </summary>
static class SettingNames
{
    /// <summary>The prefix of all of them; they are not passed to the app.</summary>
    public const string Section = "LocalHost:";

    /// <summary>The port of the app's pages; 0 means any free port. The default is 7071.</summary>
    public const string Port = "LocalHost:Port";

    /// <summary><c>true</c> deletes the app's stored data before the start.</summary>
    public const string Fresh = "LocalHost:Fresh";

    /// <summary>The path of the app's .dll, beside its host.json and local.settings.json; on the command line only.</summary>
    public const string App = "LocalHost:App";

    /// <summary>
    /// The folder of local.settings.sample.json and local.settings.json; the default is the app's folder. On the command line only.
    /// </summary>
    public const string SettingsFolder = "LocalHost:SettingsFolder";

    /// <summary>The connection string of an Azurite that is already running; the host does not start one then.</summary>
    public const string Azurite = "LocalHost:Azurite";

    /// <summary>Azurite's ports; the defaults are 10000 to 10002.</summary>
    public const string BlobPort = "LocalHost:BlobPort";

    /// <inheritdoc cref="BlobPort"/>
    public const string QueuePort = "LocalHost:QueuePort";

    /// <inheritdoc cref="BlobPort"/>
    public const string TablePort = "LocalHost:TablePort";

    /// <summary>The data folder; the default is <c>.local</c> in the repository's root.</summary>
    public const string DataFolder = "LocalHost:DataFolder";

    /// <summary>How long the queue message of a killed host stays invisible, as a time span; the default is 30 seconds.</summary>
    public const string MessageVisibility = "LocalHost:MessageVisibility";

    /// <summary>The longest pause between two polls of a queue or container, as a time span; the default is 250 ms.</summary>
    public const string LongestPollPause = "LocalHost:LongestPollPause";

    /// <summary>The path to which the mail stand-in posts its events; the default is <c>/api/mail-events</c>.</summary>
    public const string MailEventsPath = "LocalHost:MailEventsPath";

    /// <summary>The app's tables, separated by <c>;</c>.</summary>
    public const string Tables = "LocalHost:Tables";

    /// <summary>The app's queues, separated by <c>;</c>; their poison queues are included.</summary>
    public const string Queues = "LocalHost:Queues";

    /// <summary>The app's containers, separated by <c>;</c>.</summary>
    public const string Containers = "LocalHost:Containers";

    /// <summary>The containers whose changes are sent to queues, as <c>container=queue</c>, separated by <c>;</c>.</summary>
    public const string WatchedContainers = "LocalHost:WatchedContainers";
}
