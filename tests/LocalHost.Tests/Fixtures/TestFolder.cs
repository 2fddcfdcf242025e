namespace LocalHost.Tests.Fixtures;

/// <summary>A folder of a test's own, deleted with it.</summary>
sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("localhost-tests-").FullName;

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
