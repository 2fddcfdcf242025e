using System.Reflection;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Microsoft.Azure.Functions.Worker;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;
using Rules = ArchUnitNET.xUnit.ArchRuleAssert;

namespace ThaffFunctions.Tests;

/// <summary>Where things live, and which way they may look.</summary>
public sealed class HouseRuleTests
{
    static readonly Assembly App = typeof(ThaffFunctionsApp).Assembly;
    static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(App).Build();

    [Fact]
    public void Shared_knows_no_slice() => Rules.CheckRule(Architecture,
        Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.Shared(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(?!Shared)\w+")));

    [Fact]
    public void Tables_are_known_to_stores_alone() => Rules.CheckRule(Architecture,
        Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(?!Shared)\w+").And().DoNotHaveNameMatching("Store")
            .Should().NotDependOnAny(Types().That().HaveFullName("ThaffFunctions.Shared.Storage.Tables")));

    [Fact]
    public void Every_function_is_named_after_its_method_or_class() => Assert.All(Functions(), function =>
        Assert.Contains(function.GetCustomAttribute<FunctionAttribute>()!.Name, new[] { function.DeclaringType!.Name, function.Name }));

    [Fact]
    public void The_pdf_library_knows_nothing_of_the_app() => Assert.DoesNotContain(
        Assembly.Load("AccessiblePdf").GetReferencedAssemblies(),
        reference => reference.Name is "ThaffFunctions" || reference.Name!.StartsWith("Azure", StringComparison.Ordinal));

    static IEnumerable<MethodInfo> Functions() =>
        from type in App.GetTypes()
        from method in type.GetMethods(BindingFlags.Public | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        where method.GetCustomAttribute<FunctionAttribute>() is not null
        select method;
}
