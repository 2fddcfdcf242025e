using System.Text.RegularExpressions;
using ThaffFunctions.InfraTests.Bicep;
using ThaffFunctions.InfraTests.Delivery;

namespace ThaffFunctions.InfraTests.Rules;

/// <summary>Who may do what, and nothing more: the table of docs/deploy.md is what the template assigns, line by line.</summary>
[Collection(nameof(Template))]
public sealed partial class AccessTests(Template template)
{
    static readonly Dictionary<string, string> Roles = new()
    {
        ["b7e6dc6d-f1e8-4753-8033-0f276bb0955b"] = "Storage Blob Data Owner",
        ["ba92f5b4-2d11-453d-a403-e96b0029c9fe"] = "Storage Blob Data Contributor",
        ["2a2b9908-6ea1-4ae2-8e65-a410df84e7d1"] = "Storage Blob Data Reader",
        ["974c5e8b-45b9-4653-ba55-5f855dd0fb88"] = "Storage Queue Data Contributor",
        ["c6a89b2d-59bc-44d0-9896-0f6e12d7b80a"] = "Storage Queue Data Message Sender",
        ["0a9a7e1f-b9d0-4cc4-a60d-0319b160aaa3"] = "Storage Table Data Contributor",
        ["4633458b-17de-408a-b874-0445c86b69e6"] = "Key Vault Secrets User",
        ["b86a8fe4-44ce-4948-aee5-eccb2c155cd7"] = "Key Vault Secrets Officer",
        ["de139f84-1756-47ae-9be6-808fbbe84772"] = "Website Contributor",
        ["43d0d8ad-25c7-4714-9337-8ba259a9fe05"] = "Monitoring Reader",
        ["3913510d-42f4-4e42-8a64-420c390055eb"] = "Monitoring Metrics Publisher",
    };

    public static TheoryData<string> Deployments => Template.Names;

    [BicepFact]
    public void Roles_are_exactly_those_the_guide_lists() =>
        Assert.Equal(DeployGuide.Roles.Order(StringComparer.Ordinal), Assignments("people").Select(Row).Order(StringComparer.Ordinal));

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Without_groups_no_person_has_any_role(string name)
    {
        if (name == "people") return;

        Assert.DoesNotContain(Assignments(name), assignment => assignment.Text("properties.principalType") == "Group");
        Assert.Equal(DeployGuide.Roles.Count(row =>
            !row.StartsWith("staff", StringComparison.Ordinal) && !row.StartsWith("operators", StringComparison.Ordinal)),
            Assignments(name).Count());
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Every_assignment_says_why(string name) =>
        Assert.All(Assignments(name), assignment => Assert.True(assignment.Text("properties.description")?.Length > 20, assignment.Id));

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void No_role_reaches_beyond_one_resource_but_that_operators_see_all_of_the_group(string name) => Assert.All(
        Assignments(name).Where(assignment => Row(assignment) != "operators | Monitoring Reader | resource group"),
        assignment => Assert.Contains("/providers/Microsoft.", Scope(assignment), StringComparison.Ordinal));

    /// <summary>An identity made anew has another id, and Azure lets no assignment change whom it is for.</summary>
    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void An_identity_made_anew_gets_assignments_of_its_own(string name) => Assert.All(
        Assignments(name).Where(assignment => assignment.Text("properties.principalType") == "ServicePrincipal"),
        assignment => Assert.Matches("^\\[guid\\(.*\\.principalId, ", assignment.Name));

    IEnumerable<Resource> Assignments(string name) => template.Deployed(name).Of("Microsoft.Authorization/roleAssignments");

    static string Row(Resource assignment) => $"{Who(assignment)} | {Roles[assignment.Text("properties.roleDefinitionId")!.Split('/')[^1]]} | {Where(assignment)}";

    static string Who(Resource assignment) => assignment.Text("properties.principalId")! switch
    {
        "00000000-0000-0000-0000-00000000000c" => "staff",
        "00000000-0000-0000-0000-00000000000d" => "operators",
        var id when id.Contains("/userAssignedIdentities/", StringComparison.Ordinal) => "app",
        var id when id.Contains("/systemTopics/", StringComparison.Ordinal) => "topic",
        var id => id,
    };

    /// <summary>The scope in words, such as <c>data account, container notes</c>.</summary>
    static string Where(Resource assignment)
    {
        var scope = Scope(assignment);
        var account = scope.Contains("/sthost", StringComparison.Ordinal) ? "host account"
            : scope.Contains("/stback", StringComparison.Ordinal) ? "backup account"
            : "data account";
        return scope.Split('/') switch
        {
            [.., "containers", var name] => $"{account}, container {name}",
            [.., "queues", var name] => $"{account}, queue {name}",
            [.., "storageAccounts", _] => account,
            [.., "vaults", _] => "vault",
            [.., "components", _] => "Application Insights",
            [.., "sites", _] => "app",
            [.., "resourceGroups", _] => "resource group",
            _ => scope,
        };
    }

    static string Scope(Resource assignment) => ScopePart().Match(assignment.Id).Groups["scope"].Value;

    /// <summary>An id that is known, or the expression of one whose name only Azure can tell.</summary>
    [GeneratedRegex("^(?:(?<scope>.*)/providers/Microsoft.Authorization/roleAssignments/|\\[extensionResourceId\\('(?<scope>[^']+)', 'Microsoft.Authorization/roleAssignments')")]
    private static partial Regex ScopePart();
}
