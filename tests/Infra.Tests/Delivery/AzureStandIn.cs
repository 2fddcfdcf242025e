namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>Stands in for the Azure CLI and for curl where infra's scripts run: keeps secrets in a folder and notes its calls.</summary>
sealed class AzureStandIn : IDisposable
{
    const string Az = """
        #!/usr/bin/env bash
        echo "$*" >> "$FOLDER/calls"
        name=""; file=""; method=""
        for ((i = 1; i <= $#; i++)); do
          next=$((i + 1))
          case "${!i}" in --name) name=${!next} ;; --file) file=${!next} ;; --method) method=${!next} ;; esac
        done
        case "$*" in "functionapp config appsettings list "*"--ids "* | "functionapp keys "*"--ids "*)
          echo "unrecognized arguments: --ids" >&2; exit 2 ;;
        esac
        case "$1 $2 $3" in
          "keyvault secret list") [ ! -e "$FOLDER/closed" ] && ls "$FOLDER/vault" ;;
          "keyvault secret set") cat "$file" > "$FOLDER/vault/$name" ;;
          "keyvault secret show") cat "$FOLDER/vault/$name" ;;
          "storage message get") cat "$FOLDER/messages" ;;
          "functionapp config appsettings") cat "$FOLDER/settings" ;;
          rest*) if [ "$method" = get ]; then cat "$FOLDER/references"; fi ;;
        esac
        """;

    const string Curl = """
        #!/usr/bin/env bash
        echo "curl $*" >> "$FOLDER/calls"
        case "$*" in *--head*) cat "$FOLDER/headers" ;; */impressum) cat "$FOLDER/imprint" ;; esac
        """;

    public const string AppId = "/subscriptions/s/resourceGroups/rg/providers/Microsoft.Web/sites/func";

    readonly string folder = Directory.CreateTempSubdirectory("thaff-azure").FullName;

    public AzureStandIn() => Directory.CreateDirectory(Path.Combine(folder, "vault"));

    /// <summary>Names and states of references to the vault, as lines.</summary>
    public string References { get; set; } = "Secrets__RowKey\tResolved\nSendGrid__ApiKey\tResolved\n";

    /// <summary>Names of the app's settings, as lines.</summary>
    public string Settings { get; set; } = "AzureWebJobsStorage__accountName\nAzureWebJobsStorage__credential\n";

    /// <summary>Messages that wait, each as id, receipt and content, as lines.</summary>
    public string Messages { get; set; } = "";

    /// <summary>What a page answers with.</summary>
    public string Headers { get; set; } = "HTTP/2 200\nStrict-Transport-Security: max-age=31536000\n";

    /// <summary>The page /impressum.</summary>
    public string Imprint { get; set; } = "<p>Agentur</p>";

    public bool IsVaultClosed { get; set; }

    public IReadOnlyList<string> Calls =>
        File.Exists(Path.Combine(folder, "calls")) ? File.ReadAllLines(Path.Combine(folder, "calls")) : [];

    public string[] Secrets => Directory.GetFiles(Path.Combine(folder, "vault"));

    public void ForgetCalls() => File.Delete(Path.Combine(folder, "calls"));

    /// <summary>A script of infra.</summary>
    public Task<(int Code, string Output)> RunAsync(
        string script, IEnumerable<string> arguments, params IEnumerable<(string Name, string Value)> changes) =>
        BashAsync([Repository.Path("infra", script), .. arguments], changes);

    /// <summary>Commands that somebody copied into a shell.</summary>
    public Task<(int Code, string Output)> PasteAsync(string commands, params IEnumerable<(string Name, string Value)> changes) =>
        BashAsync(["-euo", "pipefail", "-c", commands], changes);

    async Task<(int Code, string Output)> BashAsync(IEnumerable<string> arguments, IEnumerable<(string Name, string Value)> changes)
    {
        foreach (var (name, text) in new[] { ("az", Az), ("curl", Curl), ("references", References), ("settings", Settings),
            ("headers", Headers), ("imprint", Imprint), ("messages", Messages) })
        {
            var path = Path.Combine(folder, name);
            await File.WriteAllTextAsync(path, text.ReplaceLineEndings("\n"));
            if (!OperatingSystem.IsWindows())
                File.SetUnixFileMode(path, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        if (IsVaultClosed) await File.WriteAllTextAsync(Path.Combine(folder, "closed"), "");
        (string, string)[] usual =
        [
            ("PATH", $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}"), ("FOLDER", folder), ("TRIES", "2"),
            ("PAUSE", "0"),
            ("VAULT_NAME", "kv-test"), ("APP_ID", AppId), ("APP_URL", "https://app"), ("SENDGRID_API_KEY", "SG.key"),
            ("SENDGRID_WEBHOOK_PUBLIC_KEY", "MFkw"),
        ];
        return await CommandLine.RunAsync("bash", arguments, [.. usual, .. changes]);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);
}
