using System.Text.RegularExpressions;

namespace ThaffFunctions.InfraTests.Rules;

/// <summary>What the compiler and the formatter do not look at.</summary>
public sealed partial class CodeLayoutTests
{
    const int Columns = 140;

    /// <summary>A literal may be longer than a line: what counts is the code around it. Lines within a raw literal are text.</summary>
    [Fact]
    public void No_line_of_code_is_longer_than_140_columns() => Assert.Empty(
        from file in Sources("functions", "tests", "build")
        from line in CodeLines(file)
        where line.Code.Length > Columns
        select $"{Path.GetRelativePath(Repository.Root, file)}:{line.Number}");

    [Fact]
    public void A_file_holds_one_type_and_is_named_after_it() => Assert.Empty(
        from file in Sources("functions")
        from name in TopLevelType().Matches(File.ReadAllText(file)).Select(match => match.Groups["name"].Value).Distinct()
        where name != Path.GetFileName(file).Split('.')[0]
        select $"{name} is in {Path.GetRelativePath(Repository.Root, file)}");

    static IEnumerable<(int Number, string Code)> CodeLines(string file)
    {
        var isRaw = false;
        foreach (var (number, line) in File.ReadLines(file).Index())
        {
            var marks = RawQuotes().Count(line);
            if (!isRaw && marks != 1) yield return (number + 1, Literal().Replace(line, "\"\""));
            if (marks % 2 == 1) isRaw = !isRaw;
        }
    }

    static IEnumerable<string> Sources(params string[] folders) =>
        from folder in folders
        from file in Directory.EnumerateFiles(Repository.Path(folder), "*.cs", SearchOption.AllDirectories)
        where !BuildFolder().IsMatch(file)
        select file;

    [GeneratedRegex(@"[\\/](bin|obj|node_modules)[\\/]")]
    private static partial Regex BuildFolder();

    [GeneratedRegex("\"{3,}")]
    private static partial Regex RawQuotes();

    [GeneratedRegex("""
        "{3,}.*?"{3,}|"(?:[^"\\]|\\.)*"
        """)]
    private static partial Regex Literal();

    [GeneratedRegex(@"^(?:(?:public|internal|sealed|static|abstract|readonly|partial|ref) )*(?:class|record struct|record|struct|interface|enum|delegate [\w<>?]+) (?<name>\w+)", RegexOptions.Multiline)]
    private static partial Regex TopLevelType();
}
