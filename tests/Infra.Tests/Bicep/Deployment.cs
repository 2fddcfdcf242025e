using System.Text.Encodings.Web;
using System.Text.Json;

namespace ThaffFunctions.InfraTests.Bicep;

/// <summary>A resource as the template would deploy it. What only Azure knows stands as an expression in brackets.</summary>
sealed record Resource(string Id, string Type, string Name, string ApiVersion, JsonElement Json)
{
    /// <summary>The last part of the name: a container's, a table's own.</summary>
    public string ShortName => Name.Split('/')[^1];

    public JsonElement Properties => Json.GetProperty("properties");

    /// <summary>A value by its path, such as <c>properties.networkAcls.bypass</c>; null if there is none.</summary>
    public JsonElement? Find(string path)
    {
        var here = Json;
        foreach (var part in path.Split('.'))
        {
            if (here.ValueKind != JsonValueKind.Object || !here.TryGetProperty(part, out var next)) return null;
            here = next;
        }

        return here;
    }

    /// <summary>A value by its path, as text; null if there is none.</summary>
    public string? Text(string path) => Find(path)?.ToString();
}

/// <summary>All resources one parameter file deploys.</summary>
sealed record Deployment(string Name, string Snapshot, IReadOnlyList<Resource> Resources)
{
    static readonly JsonSerializerOptions Indented = new()
    {
        WriteIndented = true,
        NewLine = "\n",
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping
    };

    public static Deployment Parse(string name, string snapshot)
    {
        using var document = JsonDocument.Parse(snapshot);
        var resources = document.RootElement.GetProperty("predictedResources").EnumerateArray().Select(json => new Resource(
            json.GetProperty("id").GetString()!, json.GetProperty("type").GetString()!, json.GetProperty("name").GetString()!,
            json.GetProperty("apiVersion").GetString()!, json.Clone()));
        return new(name, Canonical(document.RootElement), [.. resources]);
    }

    /// <summary>Bicep writes outputs in another order each time.</summary>
    static string Canonical(JsonElement snapshot) => JsonSerializer.Serialize(new
    {
        predictedResources = snapshot.GetProperty("predictedResources"),
        diagnostics = snapshot.GetProperty("diagnostics"),
        outputs = new SortedDictionary<string, JsonElement>(
            snapshot.GetProperty("outputs").EnumerateObject().ToDictionary(output => output.Name, output => output.Value),
            StringComparer.Ordinal),
    }, Indented) + "\n";

    public IEnumerable<Resource> Of(string type) =>
        Resources.Where(resource => resource.Type.Equals(type, StringComparison.OrdinalIgnoreCase));

    public Resource The(string type, string? shortName = null) =>
        Of(type).Single(resource => shortName is null || resource.ShortName == shortName);

    /// <summary>The account of the product's data, or of the Functions host.</summary>
    public Resource Account(string part) =>
        Of("Microsoft.Storage/storageAccounts").Single(account => account.Name.StartsWith($"st{part}", StringComparison.Ordinal));

    /// <summary>Names of what one account holds, such as its containers.</summary>
    public IEnumerable<string> In(Resource account, string type) =>
        Of($"Microsoft.Storage/storageAccounts/{type}").Where(item => item.Name.StartsWith(account.Name + "/", StringComparison.Ordinal))
            .Select(item => item.ShortName);

    public IReadOnlyDictionary<string, string> AppSettings =>
        The("Microsoft.Web/sites/config", "appsettings").Properties.EnumerateObject().ToDictionary(setting => setting.Name,
            setting => setting.Value.GetString()!);
}
