using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Azure.Data.Tables;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;
using Rules = ArchUnitNET.xUnit.ArchRuleAssert;

namespace ThaffFunctions.Tests;

/// <summary>Where things live, and which way they may look.</summary>
public sealed class HouseRuleTests
{
    static readonly Assembly App = typeof(ThaffFunctionsApp).Assembly;
    static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(App).Build();

    /// <summary>What the features stand on: it names its classes as it likes, and features may use its stores.</summary>
    static readonly string[] Ground = ["Shared", "Mail", "Operations"];

    [Fact]
    public void Shared_knows_no_slice() => Rules.CheckRule(Architecture,
        Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.Shared(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(?!Shared)\w+")));

    [Fact]
    public void Mail_and_operations_know_no_feature() => Rules.CheckRule(Architecture,
        Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(Mail|Operations)(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(?!(Mail|Operations|Shared)(\.|$))\w+")));

    [Fact]
    public void Tables_are_opened_by_stores_alone()
    {
        var openers = App.GetTypes()
            .Where(type => SliceOf(type.FullName!) is { } slice && !Ground.Contains(slice))
            .Where(type => type.GetConstructors().Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(TableServiceClient))))
            .Select(type => type.Name);

        Assert.Contains("RegistrationStore", openers);
        Assert.All(openers, name => Assert.EndsWith("Store", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Stores_are_used_by_their_own_slice_alone()
    {
        string[] readAllSlices = ["Reports", "Staff", "Demonstration"];
        var uses =
            from type in Architecture.Types
            let slice = SliceOf(type.FullName)
            from used in type.Dependencies.Select(dependency => dependency.Target).Distinct()
            let owner = SliceOf(used.FullName)
            where used.Name.EndsWith("Store", StringComparison.Ordinal) && owner is not null && !Ground.Contains(owner) && slice is not null
            select (From: slice, To: owner, Text: $"{type.FullName} uses {used.Name}");

        Assert.Contains(uses, use => use.From == use.To);
        Assert.Empty(uses.Where(use => use.From != use.To && !readAllSlices.Contains(use.From)).Select(use => use.Text).Distinct());
    }

    [Fact]
    public void The_register_of_insights_does_not_know_who_publishes() => Rules.CheckRule(Architecture,
        Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.Insights(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(?!Insights|Programme|Shared|NotesReading)\w+")));

    [Fact]
    public void The_reading_library_knows_nothing_of_the_app() => Assert.DoesNotContain(
        Assembly.Load("NotesReading").GetReferencedAssemblies(),
        reference => reference.Name is "ThaffFunctions" || reference.Name!.StartsWith("Azure", StringComparison.Ordinal));

    [Fact]
    public void The_pdf_library_knows_nothing_of_the_app() => Assert.DoesNotContain(
        Assembly.Load("AccessiblePdf").GetReferencedAssemblies(),
        reference => reference.Name is "ThaffFunctions" || reference.Name!.StartsWith("Azure", StringComparison.Ordinal));

    /// <summary>The folder below functions/App that a type lives in.</summary>
    static string? SliceOf(string type) => type.Split('.') is ["ThaffFunctions", var slice, _, ..] ? slice : null;
}
