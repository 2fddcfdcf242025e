using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>infra/secrets.sh against a stand-in for the Azure CLI, which keeps secrets in a folder and notes how it was called.</summary>
public sealed class SecretsScriptTests : IDisposable
{
    const string StandIn = """
        #!/usr/bin/env bash
        echo "$*" >> "$FOLDER/calls"
        name=""; file=""
        for ((i = 1; i <= $#; i++)); do
          next=$((i + 1))
          case "${!i}" in --name) name=${!next} ;; --file) file=${!next} ;; esac
        done
        case "$3" in
          list) [ ! -e "$FOLDER/closed" ] && ls "$FOLDER/vault" ;;
          set) cat "$file" > "$FOLDER/vault/$name" ;;
        esac
        """;

    readonly string folder = Directory.CreateTempSubdirectory("thaff-secrets").FullName;

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [BashFact]
    public async Task Keys_are_made_and_values_taken_that_the_app_accepts()
    {
        var (code, output) = await RunAsync();

        Assert.True(code == 0, output);
        Assert.True(new Base64KeysAttribute(32).IsValid(Secret("row-key")));
        Assert.True(new Base64KeysAttribute(32) { Named = true }.IsValid(Secret("link-keys")));
        Assert.Equal("SG.key", Secret("sendgrid-api-key"));
        Assert.Equal("MFkw", Secret("sendgrid-webhook-public-key"));
    }

    [BashFact]
    public async Task What_is_there_stays_as_it_is()
    {
        await RunAsync();
        var before = Directory.GetFiles(Path.Combine(folder, "vault")).ToDictionary(path => path, File.ReadAllText);

        var (code, output) = await RunAsync(("SENDGRID_API_KEY", "SG.other"));

        Assert.True(code == 0, output);
        Assert.All(before, secret => Assert.Equal(secret.Value, File.ReadAllText(secret.Key)));
        Assert.Contains("row-key: is there", output, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task No_secret_stands_on_a_command_line_or_on_the_screen()
    {
        var (_, output) = await RunAsync();

        var seen = output + File.ReadAllText(Path.Combine(folder, "calls"));
        foreach (var path in Directory.GetFiles(Path.Combine(folder, "vault")))
            Assert.DoesNotContain(File.ReadAllText(path), seen, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task A_missing_value_says_how_to_give_it()
    {
        var (code, output) = await RunAsync(("SENDGRID_API_KEY", ""));

        Assert.Equal(1, code);
        Assert.Contains("sendgrid-api-key is missing: set SENDGRID_API_KEY", output, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task Only_a_vault_that_answered_is_written_to()
    {
        await RunAsync();
        var key = Secret("row-key");
        await File.WriteAllTextAsync(Path.Combine(folder, "closed"), "");

        await RunAsync();

        Assert.Equal(key, Secret("row-key"));
    }

    [BashFact]
    public async Task A_vault_that_stays_closed_is_waited_for_and_then_told()
    {
        Directory.CreateDirectory(folder);
        await File.WriteAllTextAsync(Path.Combine(folder, "closed"), "");

        var (code, output) = await RunAsync();

        Assert.Equal(1, code);
        Assert.Contains("are you in the group of operators", output, StringComparison.Ordinal);
    }

    [BashFact]
    public async Task A_pipeline_puts_in_nothing()
    {
        var (code, _) = await RunAsync(("CI", "true"));

        Assert.Equal(0, code);
        Assert.False(File.Exists(Path.Combine(folder, "calls")));
    }

    async Task<(int Code, string Output)> RunAsync(params (string Name, string Value)[] changes)
    {
        Directory.CreateDirectory(Path.Combine(folder, "vault"));
        var az = Path.Combine(folder, "az");
        await File.WriteAllTextAsync(az, StandIn.ReplaceLineEndings("\n"));
        if (!OperatingSystem.IsWindows()) File.SetUnixFileMode(az, UnixFileMode.UserRead | UnixFileMode.UserExecute);
        (string, string)[] usual =
        [
            ("PATH", $"{folder}{Path.PathSeparator}{Environment.GetEnvironmentVariable("PATH")}"), ("FOLDER", folder),
            ("VAULT_NAME", "kv-test"), ("TRIES", "2"), ("PAUSE", "0"),
            ("SENDGRID_API_KEY", "SG.key"), ("SENDGRID_WEBHOOK_PUBLIC_KEY", "MFkw"),
        ];
        return await CommandLine.RunAsync("bash", [Repository.Path("infra", "secrets.sh")], [.. usual, .. changes]);
    }

    string Secret(string name) => File.ReadAllText(Path.Combine(folder, "vault", name));
}

/// <summary>A test that needs bash and openssl; left out, and said so, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class BashFactAttribute : FactAttribute
{
    public BashFactAttribute() =>
        Skip = OperatingSystem.IsWindows() ? "infra/secrets.sh is a bash script; on Windows it runs in WSL and was not looked at here."
            : null;
}
