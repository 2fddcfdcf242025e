using System.Text.RegularExpressions;
using System.Xml.Linq;
using ThaffFunctions.LocalHost.Starting;

namespace ThaffFunctions.LocalHost.Functions;

/// <summary>What functions do: the first sentence of their comment, from the documentation file beside the app, if there is one.</summary>
sealed partial class FunctionWords(AppFile app)
{
    readonly Lazy<Dictionary<string, string>> _summaries = new(() => Read(Path.ChangeExtension(app.Path, ".xml")));

    /// <summary>Empty where nothing is written.</summary>
    public string Of(Function function)
    {
        var method = function.Metadata.EntryPoint;
        return _summaries.Value.GetValueOrDefault($"M:{method}")
            ?? _summaries.Value.GetValueOrDefault($"T:{method[..Math.Max(0, method.LastIndexOf('.'))]}") ?? "";
    }

    static Dictionary<string, string> Read(string file) => !File.Exists(file) ? [] : XDocument.Load(file).Descendants("member")
        .Where(member => member.Element("summary") is not null)
        .GroupBy(member => ((string)member.Attribute("name")!).Split('(')[0])
        .ToDictionary(member => member.Key, member => FirstSentence(TextOf(member.First().Element("summary")!)));

    static string TextOf(XElement element) => string.Concat(element.Nodes().Select(node => node switch
    {
        XText text => text.Value,
        XElement { Name.LocalName: "see" } see => ((string?)see.Attribute("cref") ?? (string?)see.Attribute("langword") ?? "").Split('.', ':')[^1],
        XElement inner => TextOf(inner),
        _ => "",
    }));

    static string FirstSentence(string text)
    {
        var line = Spaces().Replace(text, " ").Trim();
        return End().Match(line) is { Success: true } end ? line[..(end.Index + 1)] : line;
    }

    /// <summary>No sentence ends in "Art. 5".</summary>
    [GeneratedRegex(@"\. (?=\p{Lu})")]
    private static partial Regex End();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Spaces();
}
