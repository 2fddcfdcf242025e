using ThaffFunctions.InfraTests.Bicep;

namespace ThaffFunctions.InfraTests.Rules;

/// <summary>
/// What each parameter file deploys lies beside it, so that a change of the template shows as a change of resources in review. Run the
/// tests with ACCEPT_SNAPSHOTS=1 to accept what they found.
/// </summary>
[Collection(nameof(Template))]
public sealed class SnapshotTests(Template template)
{
    public static TheoryData<string> Deployments => Template.Names;

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void A_deployment_is_what_was_reviewed(string name)
    {
        var path = Template.SnapshotPath(name);
        if (Environment.GetEnvironmentVariable("ACCEPT_SNAPSHOTS") == "1") File.WriteAllText(path, template.Deployed(name).Snapshot);

        Assert.True(File.Exists(path), $"No snapshot of {name} yet: run these tests with ACCEPT_SNAPSHOTS=1 and review it.");
        Assert.Equal(File.ReadAllText(path).ReplaceLineEndings("\n"), template.Deployed(name).Snapshot);
    }

    [Fact]
    public void No_snapshot_is_left_over() => Assert.Empty(
        Directory.GetFiles(Path.GetDirectoryName(Template.SnapshotPath("dev"))!, "*.snapshot.json")
            .Except(Template.All.Select(Template.SnapshotPath)));

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Every_resource_has_a_name_and_a_place_of_its_own(string name)
    {
        var ids = template.Deployed(name).Resources.Select(resource => resource.Id).ToList();

        Assert.Equal(ids.Count, ids.Distinct(StringComparer.OrdinalIgnoreCase).Count());
    }
}
