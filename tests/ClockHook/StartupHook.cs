using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

/// <summary>
/// Gives the unchanged app, in its own process, a clock that a test moves: when the host is built, which the hosting library tells as a
/// diagnostic event, <see cref="TimeProvider"/> is replaced. The runtime requires this class name without a namespace.
/// </summary>
static class StartupHook
{
    /// <summary>The environment variable with the clock's file, which holds by how much it is ahead of the machine's.</summary>
    const string FileVariable = "CLOCK_FILE";

    /// <summary>Called by the runtime.</summary>
    public static void Initialize()
    {
        if (Environment.GetEnvironmentVariable(FileVariable) is { } file)
            DiagnosticListener.AllListeners.Subscribe(new Listeners(new MovedClock(file)));
    }

    sealed class Listeners(TimeProvider clock) : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>
    {
        public void OnNext(DiagnosticListener value)
        {
            if (value.Name == "Microsoft.Extensions.Hosting") value.Subscribe(this);
        }

        public void OnNext(KeyValuePair<string, object?> value)
        {
            if (value is { Key: "HostBuilding", Value: IHostBuilder builder })
                builder.ConfigureServices(services => services.AddSingleton(clock));
        }

        public void OnCompleted()
        {
        }

        public void OnError(Exception error)
        {
        }
    }

    sealed class MovedClock(string file) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + TimeSpan.Parse(File.ReadAllText(file), null);
    }
}
