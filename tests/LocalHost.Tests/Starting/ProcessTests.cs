using System.Net;
using System.Net.Sockets;
using LocalHost.Tests.Fixtures;

namespace LocalHost.Tests.Starting;

/// <summary>The app as a process: it says in one sentence why it can't start, and leaves nothing behind.</summary>
public sealed class ProcessTests : IDisposable
{
    readonly TestFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task The_ready_line_is_the_last_and_tells_the_address()
    {
        using var app = AppProcess.Start([$"--LocalHost:Azurite={await TestStorage.ConnectionAsync()}", "--port", "0", $"--LocalHost:DataFolder={_folder.Path}"]);

        var address = await app.ReadyAsync();

        using var http = new HttpClient();
        Assert.Equal("home", await http.GetStringAsync(new Uri(address, "api/home")));
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

        await RefusesAsync($"Port {port} is in use by something that isn't Azurite", ["--port=0", $"--LocalHost:BlobPort={port}", .. FreePorts("Queue", "Table")]);
        await answering;
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
        await RefusesAsync("Node.js was not found: install Node.js 20 or newer", ["--port=0", .. FreePorts("Blob", "Queue", "Table")], path: _folder.Path);

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
        await RefusesAsync(sentence, ["--port=0", $"--LocalHost:Azurite={await TestStorage.ConnectionAsync()}", argument]);

    [Fact]
    public async Task A_function_that_would_fail_in_Azure_is_told_in_its_sentence_and_without_a_stack_trace() =>
        await RefusesAsync("Function 'Register': [HttpTrigger] needs an explicit level", ["--port=0", "--refused"]);

    [Theory]
    [InlineData("INT")]
    [InlineData("TERM")]
    [InlineData("KILL")]
    public async Task No_process_is_left_behind(string signal)
    {
        if (OperatingSystem.IsWindows()) return; // signals
        using var app = AppProcess.Start(["--port=0", .. FreePorts("Blob", "Queue", "Table"), $"--LocalHost:DataFolder={_folder.Path}"]);
        await app.ReadyAsync();
        var children = app.Children();

        await app.SignalAsync(signal);
        await app.ExitAsync();

        Assert.NotEmpty(children);
        await Eventually.See(() => children.Any(AppProcess.IsRunning), isRunning => !isRunning);
    }

    async Task RefusesAsync(string sentence, string[] arguments, string? path = null, bool setDataFolder = true)
    {
        using var app = AppProcess.Start(setDataFolder ? [.. arguments, $"--LocalHost:DataFolder={_folder.Path}"] : arguments, path);
        var (code, errors) = await app.ExitAsync();

        Assert.Equal(1, code);
        Assert.Contains(sentence, Assert.Single(errors), StringComparison.Ordinal);
    }

    /// <summary>Ports nobody listens on at the moment.</summary>
    static string[] FreePorts(params string[] services)
    {
        var listeners = services.Select(_ => new TcpListener(IPAddress.Loopback, 0)).ToArray();
        foreach (var listener in listeners) listener.Start();
        var settings = services.Zip(listeners, (service, listener) => $"--LocalHost:{service}Port={((IPEndPoint)listener.LocalEndpoint).Port}").ToArray();
        foreach (var listener in listeners) listener.Dispose();
        return settings;
    }
}
