using ThaffFunctions.InfraTests.Bicep;

namespace ThaffFunctions.InfraTests.Rules;

/// <summary>What can be switched, both ways.</summary>
[Collection(nameof(Template))]
public sealed class OptionTests(Template template)
{
    [BicepTheory]
    [InlineData("sign-in", "True")]
    [InlineData("dev", "False")]
    public void Staff_sign_in_with_entra_only_where_it_is_switched_on_and_the_app_is_told_the_same(string name, string enabled)
    {
        var deployment = template.Deployed(name);
        var authentication = deployment.The("Microsoft.Web/sites/config", "authsettingsV2");

        Assert.Equal(enabled, authentication.Text("properties.platform.enabled"));
        Assert.Equal(enabled, authentication.Text("properties.identityProviders.azureActiveDirectory.enabled"));
        Assert.Equal(enabled, deployment.AppSettings["Staff__SignIn"], ignoreCase: true);
    }

    [BicepFact]
    public void Sign_in_leaves_public_pages_open_takes_one_tenant_and_keeps_no_token_and_no_secret()
    {
        var authentication = template.Deployed("sign-in").The("Microsoft.Web/sites/config", "authsettingsV2");

        Assert.Equal("AllowAnonymous", authentication.Text("properties.globalValidation.unauthenticatedClientAction"));
        Assert.Equal("False", authentication.Text("properties.globalValidation.requireAuthentication"));
        Assert.Equal("00000000-0000-0000-0000-00000000000e",
            authentication.Text("properties.identityProviders.azureActiveDirectory.registration.clientId"));
        Assert.Contains("00000000-0000-0000-0000-00000000000a",
            authentication.Text("properties.identityProviders.azureActiveDirectory.registration.openIdIssuer"), StringComparison.Ordinal);
        Assert.Null(authentication.Find("properties.identityProviders.azureActiveDirectory.registration.clientSecretSettingName"));
        Assert.Equal("False", authentication.Text("properties.login.tokenStore.enabled"));
        Assert.Equal("True", authentication.Text("properties.httpSettings.requireHttps"));
    }

    /// <summary>Behind Front Door the host people asked for stands in X-Forwarded-Host alone; elsewhere anybody could write it.</summary>
    [BicepTheory]
    [InlineData("own-domain", "Standard")]
    [InlineData("prod", "NoProxy")]
    [InlineData("sign-in", "NoProxy")]
    public void Sign_in_returns_to_the_address_people_came_by(string name, string convention) => Assert.Equal(
        convention, template.Deployed(name).The("Microsoft.Web/sites/config", "authsettingsV2")
        .Text("properties.httpSettings.forwardProxy.convention"));

    [BicepTheory]
    [InlineData("dev", "False", "Standard_LRS")]
    [InlineData("prod", "False", "Standard_ZRS")]
    [InlineData("all-zones", "True", "Standard_ZRS")]
    public void One_parameter_says_what_the_loss_of_a_zone_may_do_to_app_and_accounts(string name, string plan, string copies)
    {
        var deployment = template.Deployed(name);

        Assert.Equal(plan, deployment.The("Microsoft.Web/serverfarms").Text("properties.zoneRedundant"));
        Assert.All(deployment.Of("Microsoft.Storage/storageAccounts"), account => Assert.Equal(copies, account.Text("sku.name")));
    }

    [BicepTheory]
    [InlineData("dev", "Contributor")] // the demonstration year is written by the app
    [InlineData("prod", "Contributor")] // so is what staff hand in on its pages
    [InlineData("storage-only", "Reader")]
    public void The_app_writes_staffs_files_only_where_it_puts_them_there(string name, string role)
    {
        var written = template.Deployed(name).Of("Microsoft.Authorization/roleAssignments")
            .Where(assignment => assignment.Id.Contains("/containers/programme'", StringComparison.Ordinal)
                || assignment.Id.Contains("/containers/notes'", StringComparison.Ordinal))
            .Where(assignment => assignment.Text("properties.principalType") == "ServicePrincipal")
            .Select(assignment => assignment.Text("properties.roleDefinitionId")!.Split('/')[^1]);

        Assert.Equal(Enumerable.Repeat(role == "Reader" ? "2a2b9908-6ea1-4ae2-8e65-a410df84e7d1" : "ba92f5b4-2d11-453d-a403-e96b0029c9fe",
            2), written);
    }

    [BicepFact]
    public void A_topic_that_the_account_has_already_is_taken_over()
    {
        var deployment = template.Deployed("all-zones");

        Assert.Equal("stdata-events", deployment.The("Microsoft.EventGrid/systemTopics").Name);
        Assert.All(deployment.Of("Microsoft.EventGrid/systemTopics/eventSubscriptions"),
            subscription => Assert.StartsWith("stdata-events/", subscription.Name, StringComparison.Ordinal));
    }

    [BicepTheory]
    [InlineData("dev", 0)]
    [InlineData("prod", 3)]
    public void Data_backups_and_keys_of_the_real_site_cannot_be_deleted_by_mistake(string name, int locks)
    {
        var found = template.Deployed(name).Of("Microsoft.Authorization/locks").ToList();

        Assert.Equal(locks, found.Count);
        Assert.All(found, keep => Assert.Equal("CanNotDelete", keep.Text("properties.level")));
        if (locks > 0) Assert.Equal(["storageAccounts", "storageAccounts", "vaults"], found.Select(keep => keep.Id.Split('/')[^6]).Order());
    }

    [BicepTheory]
    [InlineData("dev", "https://api.eu.sendgrid.com")]
    [InlineData("prod", "https://api.eu.sendgrid.com")]
    [InlineData("global-mail", "https://api.sendgrid.com")]
    public void Mail_stays_in_europe_unless_said_otherwise(string name, string host) =>
        Assert.Equal(host, template.Deployed(name).AppSettings["SendGrid__Host"]);

    [BicepFact]
    public void Without_a_network_there_is_none()
    {
        var deployment = template.Deployed("dev");

        Assert.DoesNotContain(deployment.Resources, resource => resource.Type.StartsWith("Microsoft.Network/", StringComparison.Ordinal));
        Assert.Equal("", deployment.The("Microsoft.Web/sites").Text("properties.virtualNetworkSubnetId"));
        Assert.All(deployment.Of("Microsoft.Storage/storageAccounts"),
            account => Assert.Equal("Allow", account.Text("properties.networkAcls.defaultAction")));
    }

    [BicepFact]
    public void With_a_network_storage_and_vault_answer_it_the_office_and_event_grid_alone()
    {
        var deployment = template.Deployed("network");
        var (host, data, vault) = (deployment.Account("host"), deployment.Account("data"), deployment.The("Microsoft.KeyVault/vaults"));

        Assert.All((Resource[])[host, data, vault], closed => Assert.Equal("Deny", closed.Text("properties.networkAcls.defaultAction")));
        Assert.Equal("Disabled", host.Text("properties.publicNetworkAccess"));
        Assert.Equal("Disabled", deployment.Account("back").Text("properties.publicNetworkAccess"));
        Assert.Equal("AzureServices", data.Text("properties.networkAcls.bypass")); // Event Grid's way in
        Assert.Equal("None", vault.Text("properties.networkAcls.bypass"));
        Assert.All((Resource[])[data, vault],
            open => Assert.Equal("192.0.2.10", open.Find("properties.networkAcls.ipRules")!.Value[0].GetProperty("value").GetString()));
        Assert.Empty(host.Find("properties.networkAcls.ipRules")!.Value.EnumerateArray());
    }

    [BicepFact]
    public void With_a_network_the_app_goes_out_through_it_and_finds_every_service_by_a_private_address()
    {
        var deployment = template.Deployed("network");

        Assert.EndsWith("/subnets/app", deployment.The("Microsoft.Web/sites").Text("properties.virtualNetworkSubnetId"),
            StringComparison.Ordinal);
        var reached = deployment.Of("Microsoft.Network/privateEndpoints")
            .Select(endpoint => endpoint.Find("properties.privateLinkServiceConnections")!.Value[0].GetProperty("properties"))
            .Select(connection => $"{connection.GetProperty("privateLinkServiceId").GetString()!.Split('/')[^1][..6]} {connection.GetProperty("groupIds")[0]}");
        Assert.Equal(["kv-dev vault", "stback blob", "stdata blob", "stdata queue", "stdata table", "sthost blob", "sthost table"],
            reached.Order(StringComparer.Ordinal));
        Assert.Equal(7, deployment.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
        Assert.Equal(4, deployment.Of("Microsoft.Network/privateDnsZones/virtualNetworkLinks").Count());
    }

    [BicepFact]
    public void The_networks_subnets_do_not_overlap()
    {
        var subnets = template.Deployed("network").The("Microsoft.Network/virtualNetworks").Properties.GetProperty("subnets")
            .EnumerateArray().ToList();

        Assert.Equal(["10.30.0.0/25", "10.30.0.128/27"],
            subnets.Select(subnet => subnet.GetProperty("properties").GetProperty("addressPrefix").GetString()));
        Assert.Equal("Microsoft.App/environments",
            subnets[0].GetProperty("properties").GetProperty("delegations")[0].GetProperty("properties").GetProperty("serviceName")
                .GetString());
    }

    [BicepFact]
    public void Each_subnet_has_rules_that_let_through_what_the_app_needs_and_no_more()
    {
        var deployment = template.Deployed("network");
        var subnets = deployment.The("Microsoft.Network/virtualNetworks").Properties.GetProperty("subnets").EnumerateArray()
            .Select(subnet => subnet.GetProperty("properties")).ToList();

        Assert.Equal(["app", "endpoints"],
            subnets.Select(subnet => subnet.GetProperty("networkSecurityGroup").GetProperty("id").GetString()!.Split('-')[^1]));
        Assert.Equal("NetworkSecurityGroupEnabled", subnets[1].GetProperty("privateEndpointNetworkPolicies").GetString());
        Assert.Equal(
            ["Outbound Allow 10.30.0.128/27:443", "Outbound Allow Internet:443", "Outbound Deny Internet:*"],
            Rules(deployment, "nsg-vnet-thaff-dev-app"));
        Assert.Equal(["Inbound Allow 10.30.0.128/27:443", "Inbound Deny *:*"], Rules(deployment, "nsg-vnet-thaff-dev-endpoints"));
    }

    static IEnumerable<string> Rules(Deployment deployment, string name) =>
        from rule in deployment.The("Microsoft.Network/networkSecurityGroups", name).Properties.GetProperty("securityRules")
            .EnumerateArray()
        let says = rule.GetProperty("properties")
        orderby says.GetProperty("priority").GetInt32()
        select $"{says.GetProperty("direction")} {says.GetProperty("access")} {says.GetProperty("destinationAddressPrefix")}:{says.GetProperty("destinationPortRange")}";

    [BicepFact]
    public void A_domain_of_ones_own_is_the_public_address_and_its_front_door_is_known()
    {
        var settings = template.Deployed("own-domain").AppSettings;

        Assert.Equal("https://praxisaustausch.example.de", settings["Site__BaseUrl"]);
        Assert.Equal("00000000-0000-0000-0000-00000000000f", settings["Site__FrontDoorId"]);
        Assert.Equal("", template.Deployed("prod").AppSettings["Site__FrontDoorId"]);
    }
}
