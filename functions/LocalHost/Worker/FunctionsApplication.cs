namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Where an app's Program.cs begins.</summary>
public class FunctionsApplication
{
    /// <summary>A builder with the host's defaults.</summary>
    /// <param name="args">The command line: <c>--port N</c> (0: any free port), <c>--fresh</c>, and settings as <c>--Name=value</c>.</param>
    public static FunctionsApplicationBuilder CreateBuilder(string[] args) => new(args);
}
