using System.Text.Json;
using ThaffFunctions.LocalHost.Starting;
using ThaffFunctions.LocalHost.Worker;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>What starts a function, read from the bindings the worker tells as JSON.</summary>
/// <param name="Parameter">The name of the parameter that gets the trigger's data.</param>
abstract record Trigger(string Parameter)
{
    /// <exception cref="CannotStartException">It has no trigger this host knows.</exception>
    public static Trigger Of(RpcFunctionMetadata function) =>
        function.RawBindings.Select(Of).OfType<Trigger>().FirstOrDefault()
        ?? throw new CannotStartException($"Function '{function.Name}': the local host knows HTTP, timer and queue triggers only.");

    static Trigger? Of(string binding)
    {
        using var json = JsonDocument.Parse(binding);
        var read = new Binding(json.RootElement);
        var parameter = read.Text("name")!;
        return read.Text("type")?.ToLowerInvariant() switch
        {
            "httptrigger" => new HttpTrigger(parameter, read.List("methods"), read.Text("route"), Level(read.Text("authLevel"))),
            "timertrigger" => new TimerTrigger(parameter, read.Text("schedule")!, read.Flag("runOnStartup", false),
                read.Flag("useMonitor", true)),
            "queuetrigger" => new QueueTrigger(parameter, read.Text("queueName")!, read.Text("connection"), read.TakesText),
            _ => null,
        };
    }

    /// <summary>Without a level the real host asks for a function key.</summary>
    static AuthorizationLevel Level(string? name) =>
        Enum.TryParse<AuthorizationLevel>(name, ignoreCase: true, out var level) ? level : AuthorizationLevel.Function;

    readonly struct Binding(JsonElement json)
    {
        public string? Text(string name) => Find(name) is { ValueKind: JsonValueKind.String } value ? value.GetString() : null;

        public bool Flag(string name, bool otherwise) => Find(name) is { } value ? value.ValueKind == JsonValueKind.True : otherwise;

        /// <summary>Bytes are asked for as binary; BinaryData and QueueMessage come as a reference that the worker resolves.</summary>
        public bool TakesText => Text("dataType") is null or "String"
            && !(Find("properties") is { } more && new Binding(more).Text("supportsDeferredBinding") == "True");

        public string[] List(string name) =>
            Find(name) is { ValueKind: JsonValueKind.Array } value ? [.. value.EnumerateArray().Select(one => one.GetString()!)] : [];

        JsonElement? Find(string name) => json.TryGetProperty(name, out var value) ? value : null;
    }
}
