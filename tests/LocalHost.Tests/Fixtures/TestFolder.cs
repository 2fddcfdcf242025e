namespace LocalHost.Tests.Fixtures;

/// <summary>A folder of a test's own, deleted with it.</summary>
sealed class TestFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("localhost-tests-").FullName;

    /// <summary>Copies the file here, so that what lies beside it is the test's own.</summary>
    public string CopyOf(string file)
    {
        var copy = System.IO.Path.Combine(Path, System.IO.Path.GetFileName(file));
        File.Copy(file, copy);
        return copy;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
