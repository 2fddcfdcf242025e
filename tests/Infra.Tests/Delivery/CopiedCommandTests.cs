using System.Text.RegularExpressions;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>The commands of docs/deploy.md and docs/operate.md, which somebody copies into a shell.</summary>
public sealed partial class CopiedCommandTests : IDisposable
{
    readonly AzureStandIn azure = new();

    public void Dispose() => azure.Dispose();

    public static TheoryData<string> Commands =>
    [
        .. new[] { DeployGuide.Text, DeployGuide.Operate }.SelectMany(Blocks),
    ];

    [BashTheory]
    [MemberData(nameof(Commands))]
    public async Task Bash_can_read_them(string commands)
    {
        var (code, output) = await CommandLine.RunAsync("bash", ["-n", "-c", ForExample(commands)]);

        Assert.True(code == 0, output);
    }

    /// <summary>These two take none (learn.microsoft.com/cli/azure/functionapp), unlike their neighbours.</summary>
    [Theory]
    [InlineData("functionapp keys ")]
    [InlineData("functionapp config appsettings list ")]
    public void No_command_is_given_an_id_that_it_does_not_take(string command) => Assert.All(
        new[] { DeployGuide.Text, DeployGuide.Operate, Repository.Read("infra", "check.sh"), Repository.Read("infra", "references.sh"),
            Repository.Read("infra", "secrets.sh") },
        text => Assert.DoesNotMatch($"az {command}[^|`\\n]*--ids", text));

    [Fact]
    public void The_commands_are_found() => Assert.InRange(Commands.Count, 20, 60);

    [BashFact]
    public async Task Messages_that_were_set_aside_are_put_back_before_they_are_deleted()
    {
        azure.Messages = "id-1\tMTIz+/=\t2027-03-sprache\nid-2\tNDU2\t2027-04\n";

        var (code, output) = await azure.PasteAsync(Block("## Messages were set aside"), ("DATA_ACCOUNT", "stdata"));

        Assert.True(code == 0, output);
        Assert.Equal(
            [
                "publications-poison get", "publications put 2027-03-sprache", "publications-poison delete id-1 MTIz+/=",
                "publications put 2027-04", "publications-poison delete id-2 NDU2",
            ],
            azure.Calls.Select(call => string.Join(' ',
                ((string[])[Argument(call, "queue-name"), call.Split(' ')[2], Argument(call, "content"), Argument(call, "id"),
                    Argument(call, "pop-receipt")]).Where(part => part.Length > 0))));
    }

    [BashFact]
    public async Task A_link_key_that_leaked_is_replaced_by_one_that_the_app_takes_and_leaves_no_file()
    {
        var (code, output) = await azure.PasteAsync(Block("## A key leaked"));

        Assert.True(code == 0, output);
        var keys = await File.ReadAllTextAsync(azure.Secrets.Single(path => Path.GetFileName(path) == "link-keys"));
        Assert.True(new Base64KeysAttribute(32) { Named = true }.IsValid(keys), keys);
        Assert.DoesNotContain(';', keys);
        Assert.All(azure.Calls.Where(call => call.Contains("--file", StringComparison.Ordinal)),
            call => Assert.False(File.Exists(Argument(call, "file"))));
        Assert.Contains(azure.Calls, call => call.StartsWith("functionapp restart", StringComparison.Ordinal));
    }

    /// <summary>The one block of a part.</summary>
    static string Block(string heading) => Blocks(DeployGuide.Part(heading)).Single();

    static IEnumerable<string> Blocks(string text) => Fenced().Matches(text).Select(block => block.Groups[1].Value);

    /// <summary>With something in the place of what is the reader's own.</summary>
    static string ForExample(string commands) => Placeholder().Replace(commands, "example");

    /// <summary>Of a noted call, whose quotes are gone.</summary>
    static string Argument(string call, string name) => Regex.Match(call, $" --{name} (\\S+)").Groups[1].Value;

    [GeneratedRegex("^ *```bash\n(.*?)^ *```", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex Fenced();

    [GeneratedRegex("<[^<>\n]+>")]
    private static partial Regex Placeholder();
}
