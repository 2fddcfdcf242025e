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
        Assert.Equal(["kv-dev vault", "stdata blob", "stdata queue", "stdata table", "sthost blob", "sthost table"],
            reached.Order(StringComparer.Ordinal));
        Assert.Equal(6, deployment.Of("Microsoft.Network/privateEndpoints/privateDnsZoneGroups").Count());
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
    public void A_domain_of_ones_own_is_the_public_address_and_its_front_door_is_known()
    {
        var settings = template.Deployed("own-domain").AppSettings;

        Assert.Equal("https://praxisaustausch.example.de", settings["Site__BaseUrl"]);
        Assert.Equal("00000000-0000-0000-0000-00000000000f", settings["Site__FrontDoorId"]);
        Assert.Equal("", template.Deployed("prod").AppSettings["Site__FrontDoorId"]);
    }
}
