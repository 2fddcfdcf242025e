using System.Diagnostics;
using System.Globalization;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace ThaffFunctions.InfraTests.Bicep;

/// <summary>
/// The Bicep CLI, asked over JSON-RPC (its own interface for programs, messages framed as the Language Server Protocol frames them), so
/// that one process answers everything and loads Azure's types once.
/// </summary>
sealed class BicepCli : IDisposable
{
    /// <summary>Names of deployments; Azure Developer CLI takes a new one each time.</summary>
    public const string Usual = "thaff", Another = "again";

    static readonly JsonSerializerOptions Json = JsonSerializerOptions.Web;

    readonly Process process;
    int requests;

    /// <summary>What an operator has said before a first deployment (docs/deploy.md, step 4).</summary>
    public static IReadOnlyDictionary<string, string> Said(string environment) => new Dictionary<string, string>
    {
        ["AZURE_ENV_NAME"] = environment,
        ["THAFF_SIGN_IN_CLIENT"] = "none",
        ["THAFF_BUDGET_START"] = "2026-12-01",
    };

    /// <param name="environment">What readEnvironmentVariable finds; nothing of this machine's own.</param>
    public BicepCli(IReadOnlyDictionary<string, string> environment)
    {
        var start = new ProcessStartInfo(Repository.Bicep!, "jsonrpc --stdio")
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true
        };
        foreach (var name in start.Environment.Keys.Where(name => name is "CI"
            || name.StartsWith("THAFF_", StringComparison.Ordinal) || name.StartsWith("AZURE_", StringComparison.Ordinal)).ToList())
            start.Environment.Remove(name);
        foreach (var (name, value) in environment) start.Environment[name] = value;
        process = Process.Start(start)!;
    }

    /// <summary>Problems of a .bicep or .bicepparam file and of all it refers to.</summary>
    public async Task<IReadOnlyList<string>> CompileAsync(string path)
    {
        var answer = path.EndsWith(".bicep", StringComparison.Ordinal)
            ? await AskAsync("bicep/compile", new { path })
            : await AskAsync("bicep/compileParams", new { path, parameterOverrides = new { } });
        return [.. answer["diagnostics"]!.AsArray()
            .Select(found => $"{found!["source"]} {found["level"]} {found["code"]}: {found["message"]}")];
    }

    /// <summary>The file as the formatter would write it.</summary>
    public async Task<string> FormatAsync(string path) =>
        (await AskAsync("bicep/format", new { path }))["contents"]!.GetValue<string>().ReplaceLineEndings("\n");

    /// <summary>The resources a parameter file would deploy, as far as they can be told without Azure.</summary>
    public async Task<string> SnapshotAsync(string path, string deploymentName = Usual) => (await AskAsync("bicep/getSnapshot", new
    {
        path,
        metadata = new
        {
            tenantId = "00000000-0000-0000-0000-00000000000a",
            subscriptionId = "00000000-0000-0000-0000-00000000000b",
            resourceGroup = "rg-thaff",
            location = "germanywestcentral",
            deploymentName,
        },
    }))["snapshot"]!.GetValue<string>().ReplaceLineEndings("\n");

    async Task<JsonNode> AskAsync(string method, object parameters)
    {
        var request = JsonSerializer.SerializeToUtf8Bytes(new { jsonrpc = "2.0", id = ++requests, method, @params = parameters }, Json);
        var input = process.StandardInput.BaseStream;
        await input.WriteAsync(Encoding.ASCII.GetBytes(
            string.Create(CultureInfo.InvariantCulture, $"Content-Length: {request.Length}\r\n\r\n")));
        await input.WriteAsync(request);
        await input.FlushAsync();
        var answer = await ReadAsync(process.StandardOutput.BaseStream);
        return answer["result"] ?? throw new InvalidOperationException($"Bicep refused {method}: {answer["error"]?["message"]}");
    }

    static async Task<JsonNode> ReadAsync(Stream output)
    {
        var header = new StringBuilder();
        var one = new byte[1];
        while (!header.ToString().EndsWith("\r\n\r\n", StringComparison.Ordinal))
        {
            await output.ReadExactlyAsync(one);
            header.Append((char)one[0]);
        }

        var length = header.ToString().Split("\r\n").Single(line => line.StartsWith("Content-Length:", StringComparison.OrdinalIgnoreCase))
            .Split(':')[1];
        var body = new byte[int.Parse(length, CultureInfo.InvariantCulture)];
        await output.ReadExactlyAsync(body);
        return JsonNode.Parse(body)!;
    }

    public void Dispose()
    {
        process.StandardInput.Close(); // it ends when nobody can ask any more
        if (!process.WaitForExit(TimeSpan.FromSeconds(5))) process.Kill();
        process.Dispose();
    }
}
