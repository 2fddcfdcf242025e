using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
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
    public void The_register_of_insights_does_not_know_who_publishes() => Rules.CheckRule(Architecture,
        Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.Insights(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(?!Insights|Programme|Shared)\w+")));

    [Fact]
    public void The_pdf_library_knows_nothing_of_the_app() => Assert.DoesNotContain(
        Assembly.Load("AccessiblePdf").GetReferencedAssemblies(),
        reference => reference.Name is "ThaffFunctions" || reference.Name!.StartsWith("Azure", StringComparison.Ordinal));
}
