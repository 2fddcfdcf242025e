using System.Collections.Concurrent;
using Microsoft.Extensions.Logging;

namespace ThaffFunctions.Tests;

/// <summary>Keeps every log line as a log store would: message, exception, structured values and scopes.</summary>
sealed class RecordedLog : ILoggerProvider, ILogger
{
    public ConcurrentQueue<string> Lines { get; } = new();

    public ILogger CreateLogger(string categoryName) => this;

    public IDisposable? BeginScope<TState>(TState state) where TState : notnull
    {
        Lines.Enqueue(ValuesOf(state));
        return null;
    }

    public bool IsEnabled(LogLevel logLevel) => true;

    public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception,
        Func<TState, Exception?, string> formatter) =>
        Lines.Enqueue($"{formatter(state, exception)} {ValuesOf(state)} {exception}");

    public void Dispose()
    {
    }

    static string ValuesOf(object? state) => state is IEnumerable<KeyValuePair<string, object?>> values
        ? string.Join("; ", values.Select(value => $"{value.Key}={value.Value}"))
        : $"{state}";
}
