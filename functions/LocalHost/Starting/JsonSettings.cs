namespace ThaffFunctions.LocalHost.Starting;

/// <summary>A JSON file of settings beside the app.</summary>
static class JsonSettings
{
    /// <summary>The file's settings; none when it isn't there.</summary>
    /// <exception cref="CannotStartException">It isn't JSON.</exception>
    public static IConfiguration Read(string path)
    {
        try
        {
            return new ConfigurationBuilder().AddJsonFile(path, optional: true).Build();
        }
        catch (InvalidDataException problem)
        {
            throw new CannotStartException($"{path} isn't valid JSON: {problem.InnerException?.Message ?? problem.Message}");
        }
    }
}
