using System.Collections.Concurrent;

namespace LocalHost.Tests.Fixtures;

/// <summary>What functions of a stage write down for their test to read.</summary>
public sealed class Notebook
{
    readonly ConcurrentQueue<string> _lines = new();

    public IReadOnlyList<string> Lines => [.. _lines];

    public void Write(string line) => _lines.Enqueue(line);
}
