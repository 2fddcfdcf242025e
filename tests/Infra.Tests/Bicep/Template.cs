namespace ThaffFunctions.InfraTests.Bicep;

/// <summary>
/// The template and everything it can deploy, computed once for all tests: `dev` and `prod` of infra/main.bicepparam, and one for each file
/// in Deployments.
/// </summary>
public sealed class Template : IAsyncLifetime
{
    const string Main = "main.bicepparam";

    static readonly string Options = Repository.Path("tests", "Infra.Tests", "Deployments");

    readonly Dictionary<string, Deployment> deployments = [];

    /// <summary>Every name <see cref="Deployed"/> knows, for theories.</summary>
    public static TheoryData<string> Names => [.. All];

    internal static IEnumerable<string> All =>
        ["dev", "prod", .. Directory.GetFiles(Options, "*.bicepparam").Select(Path.GetFileNameWithoutExtension)
            .Order(StringComparer.Ordinal)!];

    /// <summary>Diagnostics of the template and of its parameters; any at all is wrong.</summary>
    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>Files the formatter would write differently.</summary>
    public IReadOnlyList<string> Unformatted { get; private set; } = [];

    /// <summary>What a second deployment of `dev` would do.</summary>
    internal Deployment Again { get; private set; } = null!;

    internal Deployment Deployed(string name) => deployments[name];

    /// <summary>Where a deployment's snapshot is kept.</summary>
    internal static string SnapshotPath(string name) => Path.Combine(Options, $"{name}.snapshot.json");

    public async Task InitializeAsync()
    {
        if (Repository.Bicep is null) return;

        var prod = Task.Run(TakeProductionAsync);
        await TakeAllElseAsync();
        deployments["prod"] = await prod;
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>The name of the environment comes as azd gives it, in a variable, so it needs a process of its own.</summary>
    static async Task<Deployment> TakeProductionAsync()
    {
        using var cli = new BicepCli(BicepCli.Said("prod"));
        return Deployment.Parse("prod", await cli.SnapshotAsync(Repository.Path("infra", Main)));
    }

    async Task TakeAllElseAsync()
    {
        using var cli = new BicepCli(BicepCli.Said("dev"));
        string[] problems = [.. await cli.CompileAsync(Repository.Path("infra", "main.bicep")),
            .. await cli.CompileAsync(Repository.Path("infra", Main))];
        foreach (var name in All.Where(name => name != "prod"))
        {
            var path = name == "dev" ? Repository.Path("infra", Main) : Path.Combine(Options, $"{name}.bicepparam");
            deployments[name] = Deployment.Parse(name, await cli.SnapshotAsync(path));
        }

        Again = Deployment.Parse("dev", await cli.SnapshotAsync(Repository.Path("infra", Main), BicepCli.Another));
        var unformatted = new List<string>();
        foreach (var path in Sources())
            if (await cli.FormatAsync(path) != (await File.ReadAllTextAsync(path)).ReplaceLineEndings("\n"))
                unformatted.Add(path);
        (Problems, Unformatted) = (problems, unformatted);
    }

    static IEnumerable<string> Sources() =>
        Directory.GetFiles(Repository.Path("infra"), "*.bicep*", SearchOption.AllDirectories)
            .Concat(Directory.GetFiles(Options, "*.bicepparam"))
            .Where(path => Path.GetExtension(path) is ".bicep" or ".bicepparam");
}

/// <summary>Tests that share the one <see cref="Template"/>.</summary>
[CollectionDefinition(nameof(Template))]
public sealed class TemplateTests : ICollectionFixture<Template>;
