namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Reads a JSON settings file beside the app.</summary>
static class JsonSettings
{
    /// <summary>The file's settings; none if the file does not exist.</summary>
    /// <exception cref="CannotStartException">The file isn't valid JSON.</exception>
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
