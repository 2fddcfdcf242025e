namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Parses the command line: <c>--fresh</c>, <c>--port N</c> and any setting as <c>--Name=value</c>.</summary>
static class CommandLine
{
    public static Dictionary<string, string?> Parse(string[] args)
    {
        var settings = new Dictionary<string, string?>(StringComparer.OrdinalIgnoreCase);
        for (var at = 0; at < args.Length; at++)
        {
            var (name, value) = args[at].Split('=', 2) is [var left, var right] ? (left, right) : (args[at], null);
            switch (name)
            {
                case "--fresh":
                    settings[SettingNames.Fresh] = value ?? "true";
                    break;
                case "--port":
                    settings[SettingNames.Port] = value ?? args.ElementAtOrDefault(++at) ?? "";
                    break;
                case ['-', '-', ..] when value is not null:
                    settings[name[2..].Replace("__", ":", StringComparison.Ordinal)] = value;
                    break;
                default:
                    throw new CannotStartException($"'{args[at]}' isn't understood: say --fresh, --port N, or a setting as --Name=value.");
            }
        }

        return settings;
    }
}
