using System.Net;
using System.Net.Sockets;
using Azure.Storage.Queues;
using LocalHost.Tests.Fixtures;

namespace LocalHost.Tests.Starting;

/// <summary>The app as a process: it says in one sentence why it can't start, and leaves nothing behind.</summary>
public sealed class ProcessTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_ready_line_tells_the_address_of_an_app_whose_functions_all_run()
    {
        var storage = await StorageEmulator.NewAccountAsync();
        using var app = AppProcess.Start([$"--LocalHost:Azurite={storage}", "--port", "0", $"--LocalHost:DataFolder={_folder.Path}"]);
        var address = await app.ReadyAsync();
        using var http = new HttpClient { BaseAddress = address };
        var queue = new QueueClient(storage, "words");
        await queue.CreateIfNotExistsAsync();
        await queue.SendMessageAsync("hello");

        var seen = await Eventually.SeeAsync(() => http.GetStringAsync("/seen"), words => words.Split(' ').Length == 2);

        Assert.Equal(["hello", "tick"], seen.Split(' ').Order(StringComparer.Ordinal));
        Assert.Equal("home", await http.GetStringAsync("/"));
        Assert.Equal(HttpStatusCode.NotFound, (await http.GetAsync("/elsewhere")).StatusCode);
    }

    [Fact]
    public async Task A_busy_port_is_told_in_one_sentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await RefusesAsync($"Port {port} is in use", ["--port", $"{port}"]);
    }

    [Fact]
    public async Task A_port_that_is_busy_on_IPv6_only_is_told_in_one_sentence()
    {
        if (!Socket.OSSupportsIPv6) return;
        using var listener = new TcpListener(IPAddress.IPv6Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;

        await RefusesAsync($"Port {port} is in use", ["--port", $"{port}"]);
    }

    [Fact]
    public async Task An_emulator_port_held_by_something_else_is_told_in_one_sentence()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        var answering = Task.Run(async () =>
        {
            using var caller = await listener.AcceptTcpClientAsync();
        });

        await RefusesAsync($"Port {port} is in use by something that isn't Azurite",
            ["--port=0", $"--LocalHost:BlobPort={port}", .. FreePorts("Queue", "Table")]);
        await answering;
    }

    [Fact]
    public async Task A_second_host_says_that_it_uses_the_emulator_of_the_first_and_its_data()
    {
        var ports = FreePorts("Blob", "Queue", "Table");
        using var first = AppProcess.Start(["--port=0", .. ports, $"--LocalHost:DataFolder={_folder.Path}"]);
        await first.ReadyAsync();

        using var second = AppProcess.Start(["--port=0", .. ports, $"--LocalHost:DataFolder={_folder.Path}/other"]);
        await second.ReadyAsync();

        Assert.Contains(first.Said, line => line.StartsWith("Starting the storage emulator", StringComparison.Ordinal));
        Assert.Contains(second.Said, line => line.Contains("the storage emulator that already answers", StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_folder_that_cannot_be_written_is_told_in_one_sentence()
    {
        var file = Path.Combine(_folder.Path, "file");
        await File.WriteAllTextAsync(file, "");

        await RefusesAsync("can't be written", ["--port=0", $"--LocalHost:DataFolder={file}/below"], setDataFolder: false);
    }

    [Fact]
    public async Task Missing_Node_is_told_in_one_sentence() =>
        await RefusesAsync("Node.js was not found: install Node.js 20 or newer", ["--port=0", .. FreePorts("Blob", "Queue", "Table")],
            path: _folder.Path);

    [Fact]
    public async Task Too_old_a_Node_is_told_in_one_sentence()
    {
        if (OperatingSystem.IsWindows()) return; // the stand-in for Node is a shell script
        var node = Path.Combine(_folder.Path, "node");
        await File.WriteAllTextAsync(node, "#!/bin/sh\necho v18.19.0\n");
        File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await RefusesAsync("Node.js v18.19.0 is too old", ["--port=0", .. FreePorts("Blob", "Queue", "Table")], path: _folder.Path);
    }

    [Fact]
    public async Task A_Node_that_does_not_run_is_told_in_one_sentence()
    {
        if (OperatingSystem.IsWindows()) return; // the stand-in for Node is a shell script
        var node = Path.Combine(_folder.Path, "node");
        await File.WriteAllTextAsync(node, "#!/bin/sh\nexit 3\n");
        File.SetUnixFileMode(node, UnixFileMode.UserRead | UnixFileMode.UserExecute);

        await RefusesAsync("Node.js was not found", ["--port=0", .. FreePorts("Blob", "Queue", "Table")], path: _folder.Path);
    }

    [Theory]
    [InlineData("--fresh=perhaps", "LocalHost:Fresh says 'perhaps': write it as true or false")]
    [InlineData("--LocalHost:BlobPort=first", "LocalHost:BlobPort says 'first': write it as a whole number")]
    public async Task A_setting_that_cannot_be_read_is_told_in_one_sentence(string argument, string sentence) =>
        await RefusesAsync(sentence, ["--port=0", $"--LocalHost:Azurite={await StorageEmulator.NewAccountAsync()}", argument]);

    [Theory]
    [InlineData("--Greeting:Words=", "Greeting:Words is empty: say how to greet.")]
    [InlineData("--Greeting:Times=often", "Failed to convert configuration value 'often' at 'Greeting:Times' to type 'System.Int32'.")]
    public async Task A_setting_the_app_refuses_is_told_in_the_app_s_own_sentence(string argument, string sentence)
    {
        using var app = AppProcess.Start([$"--LocalHost:Azurite={await StorageEmulator.NewAccountAsync()}",
            "--port=0", $"--LocalHost:DataFolder={_folder.Path}", argument]);

        var (code, errors) = await app.ExitAsync();

        Assert.Equal(1, code);
        Assert.Equal(sentence, Assert.Single(errors));
    }

    [Theory]
    [InlineData("INT", 0)]
    [InlineData("TERM", 0)]
    [InlineData("KILL", 137)]
    public async Task No_process_is_left_behind(string signal, int expected)
    {
        if (OperatingSystem.IsWindows()) return; // signals
        using var app = StartWithAzurite();
        await app.ReadyAsync();
        var children = app.Children();

        await app.SignalAsync(signal);
        var (code, errors) = await app.ExitAsync();

        Assert.Equal(2, children.Length); // Azurite and the worker
        await AreGoneAsync(children);
        Assert.Equal(expected, code);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(1)] // while Azurite starts
    [InlineData(2)] // while the worker starts
    public async Task No_process_is_left_behind_when_the_start_is_interrupted(int begun)
    {
        if (OperatingSystem.IsWindows()) return; // signals
        using var app = StartWithAzurite();
        var children = await Eventually.See(app.Children, children => children.Length == begun);

        await app.SignalAsync("INT");
        var (code, errors) = await app.ExitAsync();

        await AreGoneAsync(children);
        Assert.Equal(0, code);
        Assert.Empty(errors);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Ctrl_C_in_a_terminal_reaches_all_processes_and_is_a_quiet_end(bool isReady)
    {
        if (!OperatingSystem.IsLinux()) return; // setsid
        using var app = StartWithAzurite(ownGroup: true);
        if (isReady) await app.ReadyAsync();
        var children = await Eventually.See(app.Children, children => children.Length == 2);

        await app.SignalGroupAsync("INT");
        var (code, errors) = await app.ExitAsync();

        await AreGoneAsync(children);
        Assert.Equal(0, code);
        Assert.Empty(errors);
    }

    [Fact]
    public async Task A_worker_that_is_killed_ends_the_host_with_its_exit_code_and_a_sentence()
    {
        if (OperatingSystem.IsWindows()) return; // signals
        using var app = StartWithAzurite();
        await app.ReadyAsync();
        var children = app.Children();

        await AppProcess.SignalAsync("KILL", children[1]);
        var (code, errors) = await app.ExitAsync();

        await AreGoneAsync(children);
        Assert.Equal(137, code);
        Assert.StartsWith("The app ended with exit code 137", Assert.Single(errors), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(3)]
    public async Task An_app_that_ends_by_itself_ends_the_host_with_its_exit_code(int expected)
    {
        using var app = AppProcess.Start([$"--LocalHost:Azurite={await StorageEmulator.NewAccountAsync()}",
            "--port=0", $"--LocalHost:DataFolder={_folder.Path}"]);
        using var http = new HttpClient { BaseAddress = await app.ReadyAsync() };

        await Record.ExceptionAsync(() => http.PostAsync($"/end/{expected}", null));
        var (code, errors) = await app.ExitAsync();

        Assert.Equal(expected, code);
        Assert.Equal(expected == 0 ? [] : [$"The app ended with exit code {expected}; see its output above."], errors);
    }

    AppProcess StartWithAzurite(bool ownGroup = false) =>
        AppProcess.Start(["--port=0", .. FreePorts("Blob", "Queue", "Table"), $"--LocalHost:DataFolder={_folder.Path}"],
            ownGroup: ownGroup);

    static async Task AreGoneAsync(int[] children) =>
        await Eventually.See(() => children.Any(AppProcess.IsRunning), isRunning => !isRunning);

    async Task RefusesAsync(string sentence, string[] arguments, string? path = null, bool setDataFolder = true)
    {
        using var app = AppProcess.Start(setDataFolder ? [.. arguments, $"--LocalHost:DataFolder={_folder.Path}"] : arguments, path: path);
        var (code, errors) = await app.ExitAsync();

        Assert.Equal(1, code);
        Assert.Contains(sentence, Assert.Single(errors), StringComparison.Ordinal);
    }

    /// <summary>Ports nobody listens on at the moment.</summary>
    static string[] FreePorts(params string[] services)
    {
        var listeners = services.Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var settings = services.Zip(listeners,
            (service, listener) => $"--LocalHost:{service}Port={((IPEndPoint)listener.LocalEndpoint).Port}").ToArray();
        foreach (var listener in listeners) listener.Dispose();
        return settings;
    }
}
