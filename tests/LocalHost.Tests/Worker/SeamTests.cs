using System.Reflection;
using System.Xml.Linq;
using Google.Protobuf.Reflection;
using ThaffFunctions.LocalHost.Worker;

namespace LocalHost.Tests.Worker;

/// <summary>
/// What this repository leans on in the worker's packages without having been promised it. A new version that changes it fails here first;
/// each test names the place that has to follow.
/// </summary>
public sealed class SeamTests
{
    /// <summary>functions/LocalHost/Worker/functions.proto holds a part of the protocol, written from its numbers.</summary>
    [Fact]
    public void The_protocol_s_messages_have_the_worker_s_own_names_numbers_and_types()
    {
        var theirs = Messages(WorkerProtocol());
        var ours = Messages(FunctionsReflection.Descriptor);

        Assert.NotEmpty(ours);
        foreach (var (name, message) in ours)
            foreach (var field in message.Fields.InDeclarationOrder())
                Assert.True(
                    theirs[name].FindFieldByNumber(field.FieldNumber) is { } same && Shape(same) == Shape(field),
                    $"The worker's field {field.FieldNumber} of {name} is not ours: functions/LocalHost/Worker/functions.proto must follow.");
        Assert.Contains("EventStream", FunctionsReflection.Descriptor.Services.Single().Methods.Select(method => method.Name));
    }

    [Theory]
    [InlineData(nameof(StatusResult), "Status")]
    [InlineData(nameof(RpcLog), "Level")]
    [InlineData(nameof(RpcLog), "RpcLogCategory")]
    [InlineData(nameof(BindingInfo), "Direction")]
    [InlineData(nameof(BindingInfo), "DataType")]
    public void The_protocol_s_enumerations_have_the_worker_s_own_numbers(string message, string name)
    {
        var theirs = Messages(WorkerProtocol())[message].EnumTypes.Single(type => type.Name == name);
        var ours = Messages(FunctionsReflection.Descriptor)[message].EnumTypes.Single(type => type.Name == name);

        Assert.Equal(theirs.Values.Select(value => (value.Name, value.Number)), ours.Values.Select(value => (value.Name, value.Number)));
    }

    /// <summary>They are replaced, so that `dotnet run` starts the local host.</summary>
    [Theory]
    [InlineData("_FunctionsCheckForCoreTools")]
    [InlineData("_FunctionsComputeRunArgumentsWhenFuncNotExists")]
    [InlineData("_FunctionsComputeRunArguments")]
    public void The_sdk_still_has_the_target(string name) => Assert.True(
        SdkTargets().Descendants().Any(element => element.Name.LocalName == "Target" && (string?)element.Attribute("Name") == name),
        $"Worker.Sdk has no target {name} any more: functions/App/Directory.Build.targets replaces it and must follow.");

    [Fact]
    public void The_sdk_s_inner_build_still_hangs_on_the_property() => Assert.True(
        SdkTargets().Descendants()
            .Any(element => ((string?)element.Attribute("Condition"))?.Contains("'$(_FunctionsBuildEnabled)' == 'true'",
            StringComparison.Ordinal) == true),
        "Worker.Sdk asks _FunctionsBuildEnabled no more: functions/App/Directory.Build.targets and tests/Directory.Build.targets switch "
        + "the inner build off by it.");

    static FileDescriptor WorkerProtocol()
    {
        var grpc = Assembly.Load("Microsoft.Azure.Functions.Worker.Grpc");
        var descriptors = grpc.GetTypes().Select(type => type.GetProperty("Descriptor", BindingFlags.Public | BindingFlags.Static))
            .OfType<PropertyInfo>()
            .Where(property => property.PropertyType == typeof(FileDescriptor))
            .Select(property => (FileDescriptor)property.GetValue(null)!);
        return descriptors.Single(file => file.MessageTypes.Any(message => message.Name == nameof(StreamingMessage)));
    }

    static Dictionary<string, MessageDescriptor> Messages(FileDescriptor file) => file.MessageTypes.ToDictionary(message => message.Name);

    static (string Name, FieldType Type, bool IsRepeated, bool IsMap, string? Of) Shape(FieldDescriptor field) => (
        field.Name, field.FieldType, field.IsRepeated, field.IsMap,
        field.FieldType == FieldType.Message && !field.IsMap ? field.MessageType.Name : null);

    static XDocument SdkTargets() => XDocument.Load(
        typeof(SeamTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>()
            .Single(noted => noted.Key == "Tests.WorkerSdkTargets").Value!);
}
