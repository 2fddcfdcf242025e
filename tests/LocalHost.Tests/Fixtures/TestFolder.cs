namespace LocalHost.Tests.Fixtures;

/// <summary>Folders of the test run; they are deleted with its process.</summary>
static class TestFolder
{
    static readonly Lazy<string> s_root = new(() =>
    {
        var root = Directory.CreateTempSubdirectory("localhost-tests-").FullName;
        AppDomain.CurrentDomain.ProcessExit += (_, _) => Directory.Delete(root, recursive: true);
        return root;
    });

    public static string New() => Directory.CreateDirectory(Path.Combine(s_root.Value, Path.GetRandomFileName())).FullName;
}
