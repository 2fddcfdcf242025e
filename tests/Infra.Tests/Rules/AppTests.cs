using System.Text.Json;
using ThaffFunctions.InfraTests.Bicep;

namespace ThaffFunctions.InfraTests.Rules;

/// <summary>The function app on Flex Consumption.</summary>
[Collection(nameof(Template))]
public sealed class AppTests(Template template)
{
    /// <summary>What Flex Consumption took into functionAppConfig or does not know; a deployment with one of them is refused.</summary>
    static readonly string[] NotOnFlex =
    [
        "FUNCTIONS_EXTENSION_VERSION", "FUNCTIONS_WORKER_RUNTIME", "FUNCTIONS_WORKER_RUNTIME_VERSION", "WEBSITE_RUN_FROM_PACKAGE",
        "WEBSITE_TIME_ZONE", "TZ",
        "WEBSITE_CONTENTAZUREFILECONNECTIONSTRING", "WEBSITE_CONTENTSHARE", "WEBSITE_VNET_ROUTE_ALL", "SCM_DO_BUILD_DURING_DEPLOYMENT",
        "ENABLE_ORYX_BUILD",
        "FUNCTIONS_MAX_HTTP_CONCURRENCY", "FUNCTIONS_WORKER_PROCESS_COUNT", "FUNCTIONS_WORKER_DYNAMIC_CONCURRENCY_ENABLED",
        "WEBSITE_CONTENTOVERVNET", "WEBSITE_DNS_SERVER",
        "WEBSITE_MAX_DYNAMIC_APPLICATION_SCALE_OUT", "WEBSITE_SKIP_CONTENTSHARE_VALIDATION", "WEBSITE_LOAD_CERTIFICATES",
    ];

    /// <summary>
    /// Site properties, at the top or in siteConfig, that Flex Consumption answers with 400 and code 51021, whatever their value: of
    /// https://learn.microsoft.com/azure/azure-functions/functions-app-settings#flex-consumption-plan-deprecations and what
    /// microsoft/azure-pipelines-tasks #21032 and #22254 and Azure/azure-cli #31414 met besides.
    /// </summary>
    static readonly string[] Refused =
    [
        "alwaysOn", "containerSize", "ftpsState", "isReserved", "isXenon", "javaVersion", "linuxFxVersion", "netFrameworkVersion",
        "powerShellVersion",
        "functionAppScaleLimit", "functionsRuntimeScaleMonitoringEnabled", "minimumElasticInstanceCount", "preWarmedInstanceCount",
        "use32BitWorkerProcess",
        "vnetBackupRestoreEnabled", "vnetContentShareEnabled", "vnetImagePullEnabled", "vnetRouteAllEnabled", "windowsFxVersion",
    ];

    public static TheoryData<string> Deployments => Template.Names;

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void The_app_runs_in_the_isolated_worker_on_dotnet_10_on_flex_consumption(string name)
    {
        var deployment = template.Deployed(name);
        var app = deployment.The("Microsoft.Web/sites");

        Assert.Equal("FC1", deployment.The("Microsoft.Web/serverfarms").Text("sku.name"));
        Assert.Equal("dotnet-isolated", app.Text("properties.functionAppConfig.runtime.name"));
        Assert.Equal("10.0", app.Text("properties.functionAppConfig.runtime.version"));
        Assert.Equal("functionapp,linux", app.Text("kind"));
        Assert.Empty(deployment.AppSettings.Keys.Intersect(NotOnFlex));
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void The_app_sets_no_site_property_that_flex_consumption_refuses(string name)
    {
        var app = template.Deployed(name).The("Microsoft.Web/sites");
        var set = ((JsonElement[])[app.Properties, app.Find("properties.siteConfig")!.Value])
            .SelectMany(part => part.EnumerateObject()).Select(property => property.Name);

        Assert.Empty(set.Intersect(Refused, StringComparer.OrdinalIgnoreCase));
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void The_app_has_one_identity_and_uses_it_for_packages_storage_secrets_and_telemetry(string name)
    {
        var deployment = template.Deployed(name);
        var (app, settings) = (deployment.The("Microsoft.Web/sites"), deployment.AppSettings);
        var identity = deployment.The("Microsoft.ManagedIdentity/userAssignedIdentities").Id;

        Assert.Equal("UserAssigned", app.Text("identity.type"));
        Assert.Equal(identity, app.Text("properties.keyVaultReferenceIdentity"));
        Assert.Equal("UserAssignedIdentity", app.Text("properties.functionAppConfig.deployment.storage.authentication.type"));
        Assert.Equal(identity, app.Text("properties.functionAppConfig.deployment.storage.authentication.userAssignedIdentityResourceId"));
        foreach (var connection in new[] { "AzureWebJobsStorage", "DataStorage" })
        {
            Assert.Equal("managedidentity", settings[$"{connection}__credential"]);
            Assert.Contains("clientId", settings[$"{connection}__clientId"], StringComparison.Ordinal);
        }

        Assert.Contains("Authorization=AAD", settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"], StringComparison.Ordinal);
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void The_connection_to_data_is_not_mistaken_for_the_hosts_own(string name)
    {
        var deployment = template.Deployed(name);

        Assert.All(deployment.AppSettings.Where(setting =>
            setting.Key.StartsWith("DataStorage__", StringComparison.Ordinal) && setting.Key.EndsWith("Uri", StringComparison.Ordinal)),
            setting => Assert.Contains(deployment.Account("data").Name, setting.Value, StringComparison.Ordinal));
        Assert.Equal(deployment.Account("host").Name, deployment.AppSettings["AzureWebJobsStorage__accountName"]);
    }

    /// <summary>With addresses of services the host fails at times (azure-functions-host #11787); a plain setting would win.</summary>
    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void The_hosts_own_storage_is_named_and_nothing_else_of_it_is_said(string name) => Assert.Equal(
        ["AzureWebJobsStorage__accountName", "AzureWebJobsStorage__clientId", "AzureWebJobsStorage__credential"],
        template.Deployed(name).AppSettings.Keys.Where(setting =>
            setting.StartsWith("AzureWebJobsStorage", StringComparison.OrdinalIgnoreCase))
            .Order(StringComparer.Ordinal));

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void The_app_answers_https_alone_and_takes_no_password(string name)
    {
        var deployment = template.Deployed(name);
        var app = deployment.The("Microsoft.Web/sites");

        Assert.Equal("True", app.Text("properties.httpsOnly"));
        Assert.Equal("1.2", app.Text("properties.siteConfig.minTlsVersion"));
        Assert.Equal("1.2", app.Text("properties.siteConfig.scmMinTlsVersion"));
        Assert.Equal("False", app.Text("properties.siteConfig.remoteDebuggingEnabled"));
        Assert.Equal(["ftp", "scm"],
            deployment.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies").Select(policy => policy.ShortName).Order());
        Assert.All(deployment.Of("Microsoft.Web/sites/basicPublishingCredentialsPolicies"),
            policy => Assert.Equal("False", policy.Text("properties.allow")));
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Other_origins_are_answered_by_the_app_and_not_by_the_platform(string name) =>
        Assert.Null(template.Deployed(name).The("Microsoft.Web/sites").Find("properties.siteConfig.cors"));

    [BicepTheory]
    [InlineData("dev", 0)]
    [InlineData("prod", 1)]
    public void Pages_can_be_kept_warm(string name, int instances)
    {
        var ready = template.Deployed(name).The("Microsoft.Web/sites")
            .Find("properties.functionAppConfig.scaleAndConcurrency.alwaysReady")!.Value;

        Assert.Equal(instances, ready.GetArrayLength());
        if (instances > 0) Assert.Equal("http", ready[0].GetProperty("name").GetString());
    }

    [BicepTheory]
    [MemberData(nameof(Deployments))]
    public void Azd_finds_where_to_deploy(string name) =>
        Assert.Equal("app", template.Deployed(name).The("Microsoft.Web/sites").Find("tags")!.Value.GetProperty("azd-service-name")
            .GetString());
}
