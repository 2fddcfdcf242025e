using System.Text.RegularExpressions;

namespace ThaffFunctions.Browser.Tests;

/// <summary>Pages looked at in every look, and what was found there.</summary>
sealed partial class Walk(Visitor visitor)
{
    readonly Dictionary<string, string> pages = [];
    readonly List<string> findings = [];

    /// <summary>The pages looked at so far.</summary>
    public IReadOnlyCollection<string> Pages => pages.Keys;

    /// <summary>Looks at every page that can be reached by links, one of each kind.</summary>
    public async Task FollowLinksAsync(string start)
    {
        var (seen, open) = (new HashSet<string>(StringComparer.Ordinal), new Queue<string>([start]));
        while (open.TryDequeue(out var path))
        {
            if (!seen.Add(KindOf(path)) || !await IsPageAsync(path)) continue;

            await visitor.OpenAsync(path);
            await LookAsync(path);
            foreach (var link in await visitor.LinksAsync()) open.Enqueue(link);
        }
    }

    /// <summary>Looks at what is shown now.</summary>
    /// <param name="name">What the findings call it.</param>
    public async Task LookAsync(string name)
    {
        Assert.True(pages.TryAdd(name, await visitor.HtmlAsync()), $"{name} was seen already.");
        foreach (var look in DisplaySettings.All)
        {
            await look.ApplyAsync(visitor.Page);
            if (await visitor.OverhangAsync() is > 0 and var pixels) findings.Add($"{name} ({look}): {pixels} px sideways");
            findings.AddRange((await visitor.AxeAsync()).Select(found => $"{name} ({look}): {found}"));
            findings.AddRange((await visitor.SmallTargetsAsync()).Select(found => $"{name} ({look.Width} px): {found}"));
        }
        findings.AddRange(GluedSentences().Matches(await visitor.TextAsync()).Select(found => $"{name}: no space in \"{found.Value}\""));
    }

    /// <summary>Fails with everything that was found.</summary>
    public async Task EndAsync()
    {
        string[] found = [.. findings.Distinct(), .. await HtmlCheck.FindAsync(pages), .. visitor.Faults];
        Assert.True(found.Length == 0, string.Join('\n', found));
    }

    /// <summary>Pages that differ in numbers, names of sessions, sectors or regions and tokens only are of one kind.</summary>
    static string KindOf(string path) => Names().Replace(path.Split('?')[0], "/#") + (path.Contains('?', StringComparison.Ordinal) ? "?" : "");

    async Task<bool> IsPageAsync(string path)
    {
        if (path.StartsWith("/.auth", StringComparison.Ordinal) || path.StartsWith("/_local", StringComparison.Ordinal)) return false;

        var answer = await visitor.Page.APIRequest.GetAsync(path, new() { MaxRedirects = 0 });
        return answer.Ok && answer.Headers["content-type"].StartsWith("text/html", StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\w*\p{Ll}[.!?]\p{Lu}\p{Ll}+")]
    private static partial Regex GluedSentences();

    [GeneratedRegex(@"/[^/]*\d[^/]*|(?<=/multiplikatoren)/[^/.]+")]
    private static partial Regex Names();
}
