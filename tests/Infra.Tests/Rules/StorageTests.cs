using System.Text.Json;
using ThaffFunctions.InfraTests.Bicep;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.InfraTests.Rules;

[Collection(nameof(Template))]
public sealed class StorageTests(Template template)
{
    public static TheoryData<string> Deployments => Template.Names;

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Accounts_have_no_keys_no_anonymous_visitors_and_no_old_encryption(string name)
    {
        var accounts = template.Deployed(name).Of("Microsoft.Storage/storageAccounts").ToList();

        Assert.Equal(3, accounts.Count);
        Assert.All(accounts, account =>
        {
            Assert.Equal("False", account.Text("properties.allowSharedKeyAccess"));
            Assert.Equal("False", account.Text("properties.allowBlobPublicAccess"));
            Assert.Equal("False", account.Text("properties.allowCrossTenantReplication"));
            Assert.Equal("False", account.Text("properties.isLocalUserEnabled"));
            Assert.Equal("True", account.Text("properties.supportsHttpsTrafficOnly"));
            Assert.Equal("TLS1_2", account.Text("properties.minimumTlsVersion"));
        });
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void No_container_is_public(string name) => Assert.All(
        template.Deployed(name).Of("Microsoft.Storage/storageAccounts/blobServices/containers"),
        container => Assert.Equal("None", container.Text("properties.publicAccess")));

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void No_setting_holds_a_connection_string_or_key(string name) => Assert.All(
        template.Deployed(name).AppSettings.Values,
        value => Assert.DoesNotMatch("AccountKey|SharedAccessKey|listKeys|SG\\.", value));

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Tables_queues_and_containers_are_those_the_code_names_and_no_other(string name)
    {
        var deployment = template.Deployed(name);
        var data = deployment.Account("data");

        Assert.Equal(Tables.All.Split(';').Order(), deployment.In(data, "tableServices/tables").Order());
        Assert.Equal(
            Queues.All.Split(';').SelectMany(queue => (string[])[queue, queue + Queues.Poison]).Order(),
            deployment.In(data, "queueServices/queues").Order());
        Assert.Equal(Containers.All.Split(';').Append("dead-letter").Order(), deployment.In(data, "blobServices/containers").Order());
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void The_hosts_account_holds_packages_and_none_of_the_products_data(string name)
    {
        var deployment = template.Deployed(name);

        Assert.Equal(["packages"], deployment.In(deployment.Account("host"), "blobServices/containers"));
        Assert.Empty(deployment.In(deployment.Account("host"), "tableServices/tables"));
        Assert.Empty(deployment.In(deployment.Account("host"), "queueServices/queues"));
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Deleted_and_overwritten_files_can_be_brought_back_for_a_month_and_nothing_is_immutable(string name)
    {
        var deployment = template.Deployed(name);
        var blobs = deployment.Of("Microsoft.Storage/storageAccounts/blobServices")
            .Single(service => service.Name == $"{deployment.Account("data").Name}/default");

        Assert.Equal("True", blobs.Text("properties.isVersioningEnabled"));
        Assert.Equal("30", blobs.Text("properties.deleteRetentionPolicy.days"));
        Assert.Equal("30", blobs.Text("properties.containerDeleteRetentionPolicy.days"));
        Assert.DoesNotContain("immutab", deployment.Snapshot, StringComparison.OrdinalIgnoreCase);
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Old_versions_withdrawn_documentation_and_reports_of_failures_are_deleted_in_the_end_and_nothing_else_is(string name)
    {
        var rules = Rules(template.Deployed(name), "data");

        Assert.Equal(["old-versions", "reports-of-failures", "withdrawn-documentation"], rules.Keys.Order());
        Assert.False(rules["old-versions"].GetProperty("actions").TryGetProperty("baseBlob", out _));
        Assert.False(rules["withdrawn-documentation"].GetProperty("actions").TryGetProperty("baseBlob", out _)); // it is published
        Assert.Equal(30, Days(rules["withdrawn-documentation"], "version", "daysAfterCreationGreaterThan"));
        Assert.Equal([$"{Containers.Documentation}/", $"{Containers.Previews}/", $"{Containers.Contacts}/"], PrefixesOf(rules["withdrawn-documentation"]));

        // Counted from the day a version was written: a file of last year must survive being overwritten today.
        Assert.InRange(Days(rules["old-versions"], "version", "daysAfterCreationGreaterThan"), 2 * 366, int.MaxValue);
        Assert.Equal(180, Days(rules["reports-of-failures"], "baseBlob", "daysAfterModificationGreaterThan"));
        Assert.Equal(180, Days(rules["reports-of-failures"], "version", "daysAfterCreationGreaterThan"));
        Assert.Equal([$"{Containers.Failed}/", "dead-letter/"], PrefixesOf(rules["reports-of-failures"]));
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Backups_lie_in_an_account_of_their_own_and_end_there_when_the_app_says(string name)
    {
        var deployment = template.Deployed(name);
        var backup = deployment.Account("back");

        Assert.Equal([Containers.Backup], deployment.In(backup, "blobServices/containers"));
        Assert.Contains(backup.Name, deployment.AppSettings["BackupStorage__blobServiceUri"], StringComparison.Ordinal);
        var rule = Assert.Single(Rules(deployment, "back")).Value;
        Assert.Equal([$"{Containers.Backup}/"], PrefixesOf(rule));
        Assert.Equal(deployment.AppSettings["Backup__KeepDays"],
            $"{Days(rule, "baseBlob", "daysAfterModificationGreaterThan")}");
    }

    static Dictionary<string, JsonElement> Rules(Deployment deployment, string account) =>
        deployment.Of("Microsoft.Storage/storageAccounts/managementPolicies")
            .Single(policy => policy.Name == $"{deployment.Account(account).Name}/default").Properties
            .GetProperty("policy").GetProperty("rules").EnumerateArray()
            .ToDictionary(rule => rule.GetProperty("name").GetString()!, rule => rule.GetProperty("definition"));

    static IEnumerable<string?> PrefixesOf(JsonElement rule) =>
        rule.GetProperty("filters").GetProperty("prefixMatch").EnumerateArray().Select(prefix => prefix.GetString());

    static int Days(JsonElement rule, string what, string since) =>
        rule.GetProperty("actions").GetProperty(what).GetProperty("delete").GetProperty(since).GetInt32();
}
