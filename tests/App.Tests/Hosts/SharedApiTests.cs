using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using Microsoft.Azure.Functions.Worker;
using Assembly = System.Reflection.Assembly;

namespace ThaffFunctions.Tests.Hosts;

/// <summary>One app, two hosts: it is compiled against LocalHost here and against the worker's packages for Azure.</summary>
public sealed class SharedApiTests
{
    static readonly Assembly App = typeof(ThaffFunctionsApp).Assembly;

    /// <summary>What the worker's packages have too, under the same names and with the same parameters.</summary>
    static readonly string[] Shared =
    [
        "Microsoft.Azure.Functions.Worker.FunctionAttribute..ctor",
        "Microsoft.Azure.Functions.Worker.FunctionContext.get_BindingContext",
        "Microsoft.Azure.Functions.Worker.FunctionContext.get_CancellationToken",
        "Microsoft.Azure.Functions.Worker.FunctionContext.get_FunctionDefinition",
        "Microsoft.Azure.Functions.Worker.FunctionContext.get_InstanceServices",
        "Microsoft.Azure.Functions.Worker.FunctionContext.get_InvocationId",
        "Microsoft.Azure.Functions.Worker.FunctionContext.get_Items",
        "Microsoft.Azure.Functions.Worker.FunctionContextExtensions.GetHttpContext",
        "Microsoft.Azure.Functions.Worker.FunctionDefinition.get_EntryPoint",
        "Microsoft.Azure.Functions.Worker.FunctionDefinition.get_Name",
        "Microsoft.Azure.Functions.Worker.BindingContext.get_BindingData",
        "Microsoft.Azure.Functions.Worker.HttpTriggerAttribute..ctor",
        "Microsoft.Azure.Functions.Worker.QueueTriggerAttribute..ctor",
        "Microsoft.Azure.Functions.Worker.TimerTriggerAttribute..ctor",
        "Microsoft.Azure.Functions.Worker.TimerInfo.get_IsPastDue",
        "Microsoft.Azure.Functions.Worker.TimerInfo.get_ScheduleStatus",
        "Microsoft.Azure.Functions.Worker.Middleware.FunctionExecutionDelegate.Invoke",
        "Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication.CreateBuilder",
        "Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder.Build",
        "Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder.get_Configuration",
        "Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder.get_Environment",
        "Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder.get_Logging",
        "Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilder.get_Services",
        "Microsoft.Azure.Functions.Worker.Builder.FunctionsApplicationBuilderAspNetCoreExtensions.ConfigureFunctionsWebApplication",
        "Microsoft.Extensions.Hosting.MiddlewareWorkerApplicationBuilderExtensions.UseMiddleware",
    ];

    [Fact]
    public void The_app_calls_nothing_of_the_local_host_that_the_worker_lacks()
    {
        var called = CallsTo("LocalHost");

        Assert.Contains("Microsoft.Azure.Functions.Worker.Builder.FunctionsApplication.CreateBuilder", called);
        Assert.Empty(called.Except(Shared));
    }

    /// <summary>The worker looks a class up by its name with dots, which finds no class inside another.</summary>
    [Fact]
    public void Function_classes_do_not_lie_inside_others() => Assert.DoesNotContain(
        App.GetTypes(), type => type.IsNested && type.GetMethods().Any(method => method.IsDefined(typeof(FunctionAttribute), inherit: false)));

    static string[] CallsTo(string assembly)
    {
        using var file = new PEReader(File.OpenRead(App.Location));
        var reader = file.GetMetadataReader();
        return
        [
            .. from handle in reader.MemberReferences
               let member = reader.GetMemberReference(handle)
               where member.Parent.Kind == HandleKind.TypeReference
               let type = reader.GetTypeReference((TypeReferenceHandle)member.Parent)
               where type.ResolutionScope.Kind == HandleKind.AssemblyReference
               where reader.GetString(reader.GetAssemblyReference((AssemblyReferenceHandle)type.ResolutionScope).Name) == assembly
               select $"{reader.GetString(type.Namespace)}.{reader.GetString(type.Name)}.{reader.GetString(member.Name)}",
        ];
    }
}
