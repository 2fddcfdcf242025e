using System.Globalization;
using System.Reflection;
using System.Text.RegularExpressions;
using ThaffFunctions.InfraTests.Host;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>docs/stored-data.md lists everything that is stored, and names only settings, defaults and code that exist.</summary>
public sealed partial class StoredDataTests
{
    static readonly string Text = Repository.Read("docs", "stored-data.md");

    static readonly string[] All =
    [
        .. Tables.All.Split(';').Select(table => $"table `{table}`"),
        .. Containers.All.Split(';').Append(Containers.Backup).Append("dead-letter").Select(container => $"container `{container}`"),
        .. Queues.All.Split(';').Select(queue => $"queue `{queue}`"),
    ];

    public static TheoryData<string> Places => new(All);

    [Theory]
    [MemberData(nameof(Places))]
    public void Every_table_container_and_queue_is_listed(string place) =>
        Assert.Contains(Rows, row => row[1].Contains(place, StringComparison.Ordinal));

    [Fact]
    public void No_other_place_is_listed() => Assert.Empty(
        Rows.SelectMany(row => Place().Matches(row[1])).Select(match => match.Value).Except(All));

    [Fact]
    public void What_is_stored_has_a_purpose_a_basis_a_period_and_what_ends_it()
    {
        var rows = Rows.Where(row => row.Length == 6).ToList();

        Assert.NotEmpty(rows);
        Assert.All(rows, row => Assert.All(row, cell => Assert.NotEqual("", cell)));
        Assert.All(rows.Where(row => row[5] == "nothing"), row => Assert.Equal("no persons", row[3]));
    }

    [Fact]
    public void Settings_exist_and_have_the_default_that_is_told()
    {
        var told = Setting().Matches(Text).ToList();

        Assert.NotEmpty(told);
        Assert.All(told, setting =>
        {
            var (section, name) = (setting.Groups["section"].Value, setting.Groups["name"].Value);
            var type = Assert.Single(Functions.App.GetTypes(), type =>
                type.GetField("Section", BindingFlags.Public | BindingFlags.Static)?.GetRawConstantValue() as string == section);
            var property = type.GetProperty(name);
            Assert.True(property is not null, setting.Value);
            if (setting.Groups["default"] is { Success: true, Value: var expected })
                Assert.Equal(expected, Convert.ToString(property.GetValue(Activator.CreateInstance(type)), CultureInfo.InvariantCulture));
        });
    }

    [Fact]
    public void Periods_of_the_template_are_those_of_its_parameters()
    {
        var told = Kept().Matches(Text).ToList();

        Assert.Equal(["failureDays", "versionDays", "withdrawnDays"], told.Select(kept => kept.Groups["name"].Value).Distinct().Order());
        Assert.All(told, kept => Assert.Contains($"\n  {kept.Groups["name"].Value}: {kept.Groups["default"].Value}\n",
            Repository.Read("infra", "main.bicepparam"), StringComparison.Ordinal));
    }

    /// <summary>The app's own default and the template's are one period.</summary>
    [Fact]
    public void Backups_end_after_the_same_time_here_and_there() => Assert.Contains(
        $"\n  backupDays: {new ThaffFunctions.Backups.BackupOptions().KeepDays}\n", Repository.Read("infra", "main.bicepparam"),
        StringComparison.Ordinal);

    [Fact]
    public void What_ends_it_exists() => Assert.All(
        Rows.Where(row => row.Length == 6).SelectMany(row => Code().Matches(row[5])).Select(match => match.Groups[1].Value),
        name => Assert.True(name.Contains('/', StringComparison.Ordinal)
            ? File.Exists(Repository.Path(name.Split('/')))
            : Functions.App.GetTypes().Any(type => type.Name == name), name));

    /// <summary>The cells of all rows but the tables' heads.</summary>
    static IEnumerable<string[]> Rows => Text.Split('\n').Where(line => line.StartsWith("| ", StringComparison.Ordinal))
        .Select(line => line.Trim().Trim('|').Split('|').Select(cell => cell.Trim()).ToArray())
        .Where(row => row[1] != "where");

    [GeneratedRegex("(table|container|queue) `[a-z-]+`")]
    private static partial Regex Place();

    [GeneratedRegex(@"`(?<section>[A-Z]\w+?)__(?<name>\w+)`(?: \((?<default>\d+)\))?")]
    private static partial Regex Setting();

    [GeneratedRegex(@"`keep\.(?<name>\w+)` \((?<default>\d+)\)")]
    private static partial Regex Kept();

    [GeneratedRegex("`([^`]+)`")]
    private static partial Regex Code();
}
