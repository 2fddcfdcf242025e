using System.Collections.Immutable;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ThaffFunctions.InfraTests.Host;

/// <summary>
/// The app is compiled here against the local host and in Azure against the packages of the Functions worker. Both have the API below; what is
/// not in this list would compile here and fail there.
/// </summary>
public sealed class WorkerApiTests
{
    const string Worker = "Microsoft.Azure.Functions.Worker";

    static readonly string[] Shared =
    [
        "FunctionAttribute..ctor",
        "HttpTriggerAttribute..ctor", "HttpTriggerAttribute.set_Route",
        "AuthorizationLevel",
        "TimerTriggerAttribute..ctor", "TimerTriggerAttribute.set_UseMonitor", "TimerTriggerAttribute.set_RunOnStartup",
        "TimerInfo.get_ScheduleStatus", "TimerInfo.get_IsPastDue",
        "ScheduleStatus.get_Last", "ScheduleStatus.get_Next", "ScheduleStatus.get_LastUpdated",
        "QueueTriggerAttribute..ctor", "QueueTriggerAttribute.set_Connection",
        "HttpResultAttribute..ctor", "Http.FromBodyAttribute..ctor",
        "FunctionContext.get_FunctionDefinition", "FunctionContext.get_CancellationToken", "FunctionContext.get_InstanceServices",
        "FunctionContext.get_BindingContext", "FunctionContext.get_Items", "FunctionContext.get_InvocationId",
        "FunctionDefinition.get_Name", "BindingContext.get_BindingData",
        "HttpContextExtensions.GetHttpContext", "FunctionContextExtensions.GetHttpContext",
        "Middleware.IFunctionsWorkerMiddleware", "Middleware.IFunctionsWorkerMiddleware.Invoke",
        "Middleware.FunctionExecutionDelegate..ctor", "Middleware.FunctionExecutionDelegate.Invoke",
        "Builder.FunctionsApplication.CreateBuilder",
        "Builder.FunctionsApplicationBuilder.Build", "Builder.FunctionsApplicationBuilder.get_Services", "Builder.FunctionsApplicationBuilder.get_Configuration",
        "Builder.FunctionsApplicationBuilder.get_Environment", "Builder.FunctionsApplicationBuilder.get_Logging",
        "IFunctionsWorkerApplicationBuilder",
    ];

    /// <summary>Extension methods that the worker keeps in namespaces of Microsoft.Extensions.Hosting.</summary>
    static readonly string[] Extensions = ["ConfigureFunctionsWebApplication", "UseMiddleware"];

    [Fact]
    public void The_app_uses_nothing_of_the_worker_that_both_hosts_do_not_have()
    {
        var used = Uses().ToList();

        Assert.Contains("FunctionAttribute..ctor", used);
        Assert.All(used, name => Assert.Contains(Shared, shared => shared == name || shared.StartsWith($"{name}.", StringComparison.Ordinal)));
    }

    [Fact]
    public void The_app_uses_nothing_of_the_local_host_itself()
    {
        using var image = new PEReader(File.OpenRead(Functions.App.Location));
        var metadata = image.GetMetadataReader();
        var foreign = metadata.TypeReferences.Select(metadata.GetTypeReference)
            .Where(type => IsLocalHost(metadata, type) && !metadata.GetString(type.Namespace).StartsWith(Worker, StringComparison.Ordinal));

        Assert.Empty(foreign.SelectMany(type => MembersOf(metadata, type)).Except(Extensions));
    }

    static IEnumerable<string> Uses()
    {
        using var image = new PEReader(File.OpenRead(Functions.App.Location));
        var metadata = image.GetMetadataReader();
        var uses = new List<string>();
        foreach (var type in metadata.TypeReferences.Select(metadata.GetTypeReference))
        {
            var space = metadata.GetString(type.Namespace);
            if (space != Worker && !space.StartsWith(Worker + ".", StringComparison.Ordinal)) continue;

            var members = MembersOf(metadata, type);
            if (members.Any() && members.All(Extensions.Contains)) continue; // the class around an extension method is named as each host likes

            var name = $"{space[Worker.Length..]}.{metadata.GetString(type.Name)}".TrimStart('.');
            uses.Add(name);
            uses.AddRange(members.Select(member => $"{name}.{member}"));
        }

        return uses.Distinct();
    }

    static ImmutableArray<string> MembersOf(MetadataReader metadata, TypeReference type) =>
    [
        .. metadata.MemberReferences.Select(metadata.GetMemberReference)
            .Where(member => member.Parent.Kind == HandleKind.TypeReference && metadata.GetTypeReference((TypeReferenceHandle)member.Parent).Equals(type))
            .Select(member => metadata.GetString(member.Name)).Distinct(),
    ];

    static bool IsLocalHost(MetadataReader metadata, TypeReference type) =>
        type.ResolutionScope.Kind == HandleKind.AssemblyReference
        && metadata.GetString(metadata.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) is "LocalHost" or "Microsoft.Azure.Functions.Worker";
}
