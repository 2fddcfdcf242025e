using ThaffFunctions.InfraTests.Bicep;

namespace ThaffFunctions.InfraTests.Rules;

/// <summary>
/// Azure's own rules for names (Azure Resource Manager, "Naming rules and restrictions for Azure resources"), for short and for the longest
/// parameters.
/// </summary>
[Collection(nameof(Template))]
public sealed class NameTests(Template template)
{
    static readonly Dictionary<string, string> Rules = new(StringComparer.OrdinalIgnoreCase)
    {
        ["Microsoft.Storage/storageAccounts"] = "^[a-z0-9]{3,24}$",
        ["Microsoft.Storage/storageAccounts/tableServices/tables"] = "^[A-Za-z][A-Za-z0-9]{2,62}$",
        ["Microsoft.Storage/storageAccounts/queueServices/queues"] = "^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$",
        ["Microsoft.Storage/storageAccounts/blobServices/containers"] = "^(?=.{3,63}$)[a-z0-9]+(-[a-z0-9]+)*$",
        ["Microsoft.KeyVault/vaults"] = "^(?=.{3,24}$)[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*$",
        ["Microsoft.Web/sites"] = "^(?=.{2,60}$)[A-Za-z0-9]+(-[A-Za-z0-9]+)*$",
        ["Microsoft.Web/serverfarms"] = "^[A-Za-z0-9-]{1,60}$",
        ["Microsoft.ManagedIdentity/userAssignedIdentities"] = "^(?=.{3,128}$)[A-Za-z0-9][A-Za-z0-9_-]*$",
        ["Microsoft.OperationalInsights/workspaces"] = "^(?=.{4,63}$)[A-Za-z0-9][A-Za-z0-9-]*[A-Za-z0-9]$",
        ["Microsoft.Insights/components"] = "^[A-Za-z0-9_.()-]{1,260}(?<!\\.)$",
        ["Microsoft.Insights/actionGroups"] = "^[A-Za-z0-9_-]{1,260}$",
        ["Microsoft.Insights/scheduledQueryRules"] = "^[A-Za-z0-9_-]{1,260}$",
        ["Microsoft.Insights/metricAlerts"] = "^[A-Za-z0-9_-]{1,260}$",
        ["Microsoft.Insights/webtests"] = "^[A-Za-z0-9_.()-]{1,260}$",
        ["Microsoft.Insights/workbooks"] = "^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
        ["Microsoft.EventGrid/systemTopics"] = "^[A-Za-z0-9-]{3,50}$",
        ["Microsoft.EventGrid/systemTopics/eventSubscriptions"] = "^[A-Za-z0-9-]{3,64}$",
        ["Microsoft.Consumption/budgets"] = "^[A-Za-z0-9_-]{1,63}$",
        ["Microsoft.Network/virtualNetworks"] = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,62}[A-Za-z0-9_]$",
        ["Microsoft.Network/networkSecurityGroups"] = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,78}[A-Za-z0-9_]$",
        ["Microsoft.Authorization/locks"] = "^[A-Za-z0-9_.()-]{1,90}$",
        ["Microsoft.Network/privateEndpoints"] = "^[A-Za-z0-9][A-Za-z0-9_.-]{0,78}[A-Za-z0-9_]$",
        // guid makes one of what only Azure knows
        ["Microsoft.Authorization/roleAssignments"] = "^([0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}|\\[guid\\(.*\\)\\])$",
    };

    /// <summary>Names that Azure prescribes.</summary>
    static readonly string[] Fixed =
    [
        "Microsoft.Storage/storageAccounts/blobServices", "Microsoft.Storage/storageAccounts/managementPolicies",
        "Microsoft.Insights/diagnosticSettings",
        "Microsoft.Web/sites/config", "Microsoft.Web/sites/basicPublishingCredentialsPolicies", "Microsoft.Network/privateDnsZones",
        "Microsoft.Network/privateDnsZones/virtualNetworkLinks", "Microsoft.Network/privateEndpoints/privateDnsZoneGroups",
    ];

    public static TheoryData<string> Deployments => Template.Names;

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Every_name_is_one_azure_takes(string name) => Assert.All(
        template.Deployed(name).Resources.Where(resource => !Fixed.Contains(resource.Type, StringComparer.OrdinalIgnoreCase)),
        resource => Assert.Matches(Rules[resource.Type], resource.Name.StartsWith('[') ? resource.Name : resource.ShortName));

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Action_groups_short_names_fit_into_a_text_message(string name) =>
        Assert.All(template.Deployed(name).Of("Microsoft.Insights/actionGroups"),
            group => Assert.InRange(group.Text("properties.groupShortName")!.Length, 1, 12));

    [BicepFact]
    public void Two_environments_share_no_name_that_must_be_unique_in_the_world()
    {
        string[] unique = ["Microsoft.Storage/storageAccounts", "Microsoft.KeyVault/vaults", "Microsoft.Web/sites"];

        Assert.Empty(unique.SelectMany(type => template.Deployed("dev").Of(type)).Select(resource => resource.Name)
            .Intersect(unique.SelectMany(type => template.Deployed("prod").Of(type)).Select(resource => resource.Name)));
    }
}
