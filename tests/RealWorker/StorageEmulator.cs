using System.Diagnostics;
using System.Globalization;
using System.Text.RegularExpressions;
using Azure.Storage;
using Azure.Storage.Sas;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.RealWorker;

/// <summary>
/// Azurite in memory, on ports of its own choosing, for the whole test run. Every stage gets an account of its own, so that none sees
/// another's rows. There are several, since each works on one core and sorts what all its accounts hold again and again.
/// </summary>
sealed partial class StorageEmulator
{
    const int Count = 8;
    const int MaxAccounts = 16_000;
    const string Key = "dGVzdGtleXRlc3RrZXl0ZXN0a2V5dGVzdGtleXRlc3Q=";

    static readonly Lazy<Task<StorageEmulator>>[] Shared =
        [.. Enumerable.Range(0, Count).Select(index => new Lazy<Task<StorageEmulator>>(() => StartAsync(index)))];
    static int accounts;

    readonly Process process; // held on to: collected, it would close the child's standard input
    readonly int[] ports;

    StorageEmulator(Process process, int[] ports) => (this.process, this.ports) = (process, ports);

    /// <summary>The connection string of storage that nobody has used before.</summary>
    public static async Task<string> NewAccountAsync()
    {
        var account = Interlocked.Increment(ref accounts);
        if (account > MaxAccounts) throw new InvalidOperationException($"More than {MaxAccounts} stages: raise the number of accounts.");

        return (await Shared[account % Count].Value).ConnectionString($"stage{account}");
    }

    /// <summary>With a token for the account: a key would sign each request, a tenth of what the tests cost the processor.</summary>
    string ConnectionString(string account) => string.Create(CultureInfo.InvariantCulture,
        $"BlobEndpoint=http://127.0.0.1:{ports[0]}/{account};QueueEndpoint=http://127.0.0.1:{ports[1]}/{account};TableEndpoint=http://127.0.0.1:{ports[2]}/{account};SharedAccessSignature={TokenOf(account)}");

    static string TokenOf(string account)
    {
        var everything = new AccountSasBuilder(AccountSasPermissions.All, TimeProvider.System.GetUtcNow().AddDays(1),
            AccountSasServices.All, AccountSasResourceTypes.All);
        return everything.ToSasQueryParameters(new StorageSharedKeyCredential(account, Key)).ToString();
    }

    /// <param name="index">Which of the emulators: the accounts whose number leaves this remainder are its own.</param>
    static async Task<StorageEmulator> StartAsync(int index)
    {
        // Azurite closes a connection that was idle for five seconds; a client without retries may just then have begun a request on it.
        const string keepAlive = "--blobKeepAliveTimeout 600 --queueKeepAliveTimeout 600 --tableKeepAliveTimeout 600";
        var start = new ProcessStartInfo("node",
            "azurite.js --silent --disableTelemetry --skipApiVersionCheck --inMemoryPersistence --blobPort 0 --queuePort 0 --tablePort 0 "
                + keepAlive)
        {
            WorkingDirectory = BuildFolders.Npm,
            RedirectStandardInput = true, // it ends when this process does, however it ends
            RedirectStandardOutput = true,
            Environment = { ["AZURITE_ACCOUNTS"] = string.Join(';', Enumerable.Range(0, MaxAccounts / Count).Select(n => $"stage{n * Count + index}:{Key}")) },
        };
        var emulator = new StorageEmulator(Process.Start(start)!, new int[3]);
        for (var service = 0; service < 3; service++) emulator.ports[service] = await emulator.NextPortAsync();
        _ = emulator.process.StandardOutput.ReadToEndAsync(); // read and let go, so that the pipe never fills
        AppDomain.CurrentDomain.ProcessExit += (_, _) =>
        {
            emulator.process.StandardInput.Close();
            emulator.process.WaitForExit(TimeSpan.FromSeconds(5));
        };
        return emulator;
    }

    /// <summary>Azurite tells its ports in this order: blob, queue, table.</summary>
    async Task<int> NextPortAsync()
    {
        while (await process.StandardOutput.ReadLineAsync() is { } line)
            if (Listening().Match(line) is { Success: true } match) return int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        throw new InvalidOperationException("Azurite ended at once; what it printed stands above.");
    }

    [GeneratedRegex(@"successfully listening at http://[^:]+:(\d+)")]
    private static partial Regex Listening();
}
