using System.Reflection;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Loader;
using Azure.Data.Tables;
using Microsoft.AspNetCore.Components;
using ThaffFunctions.Registration;
using ThaffFunctions.Tests.Hosting;
using static ArchUnitNET.Fluent.ArchRuleDefinition;
using Assembly = System.Reflection.Assembly;
using Rules = ArchUnitNET.xUnit.ArchRuleAssert;
using Type = System.Type;

namespace ThaffFunctions.Tests;

/// <summary>Where things live, and which way they may look.</summary>
public sealed partial class ArchitectureTests
{
    static readonly Assembly App = typeof(ThaffFunctionsApp).Assembly;
    static readonly Architecture Architecture = new ArchLoader().LoadAssemblies(App).Build();

    static readonly string AppFolder = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Here())!, "..", "..", "functions", "App"));

    static readonly HashSet<string> Slices = App.GetTypes().Select(type => SliceOf(type.FullName!)).OfType<string>()
        .Where(slice => slice != "Shared").ToHashSet();

    /// <summary>What the features stand on: it names its classes as it likes, and features may use its stores.</summary>
    static readonly string[] Ground = ["Shared", "Mail", "Operations", "Staff"];

    /// <summary>Who would notice if a slice were deleted: the slices that refer to it, and what for.</summary>
    static readonly (string Slice, string[] KnownBy, string For)[] References =
    [
        ("Backups", ["Site"], "what the privacy notice says of it"),
        ("Documentation", ["Campaigns", "Site"], "whether a session's documentation is public, which a follow-up and its page tell"),
        ("Insights", ["Campaigns", "Documentation"], "the register follows what is published, and multipliers hear what is open"),
        ("Mail", ["Campaigns", "Documentation", "MailingList", "Operations", "Programme", "Registration", "Site"],
            "mails to people, notices to staff, and what the privacy notice says of mails and the mail service"),
        ("MailingList", ["Campaigns", "Demonstration", "Site"], "who is invited, and what the privacy notice says of it"),
        ("Operations", ["Backups", "Demonstration", "Documentation", "MailingList", "Programme", "Registration", "Site"],
            "unreadable files, limits, set-up, reminders on the state page"),
        ("Privacy", ["Backups"], "who was erased since the backup is erased again"),
        ("Programme", ["Campaigns", "Demonstration", "Documentation", "Insights", "MailingList", "Registration", "Site", "Statistics"],
            "the sessions"),
        ("Registration", ["Campaigns", "Demonstration", "MailingList", "Site", "Statistics"], "who comes, and whether there are seats"),
        ("Staff", ["Campaigns", "Documentation", "Insights", "MailingList", "Operations", "Privacy", "Programme", "Registration"],
            "the frame of their staff pages"),
        ("Statistics", ["Documentation"], "the numbers of participants in a document"),
    ];

    [Fact]
    public void Slices_do_not_refer_to_each_other_in_a_circle()
    {
        var open = ReferencesFound();
        while (open.RemoveAll(reference => !open.Exists(other => other.From == reference.To)) > 0) { }

        Assert.Empty(open);
    }

    [Fact]
    public void A_slice_is_known_by_those_alone_that_the_table_names() => Assert.Equal(
        References.Select(row => $"{row.Slice}: {string.Join(", ", row.KnownBy)}"),
        ReferencesFound().GroupBy(reference => reference.To, reference => reference.From)
            .Select(slice => $"{slice.Key}: {string.Join(", ", slice.Order(StringComparer.Ordinal))}").Order(StringComparer.Ordinal));

    [Fact]
    public void Shared_knows_no_slice()
    {
        Assert.DoesNotContain("Shared", ReferencesWritten().Select(reference => reference.From));
        Rules.CheckRule(Architecture,
            Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.Shared(\.|$)")
                .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(?!Shared)\w+")));
    }

    [Fact]
    public void What_all_pages_import_is_of_no_slice() => Assert.All(
        SliceNamed().Matches(File.ReadAllText(Path.Combine(AppFolder, "_Imports.razor"))).Select(match => match.Groups["slice"].Value),
        slice => Assert.Equal("Shared", slice));

    [Fact]
    public void Mail_and_operations_know_no_feature() => Rules.CheckRule(Architecture,
        Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(Mail|Operations)(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(?!(Mail|Operations|Shared|Staff)(\.|$))\w+")));

    [Fact]
    public void The_frame_of_staff_pages_knows_no_slice() => Rules.CheckRule(Architecture,
        Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.Staff(\.|$)")
            .Should().NotDependOnAny(Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.(?!(Shared|Staff)(\.|$))\w+")));

    [Fact]
    public void Tables_are_opened_by_stores_alone()
    {
        var openers = App.GetTypes()
            .Where(type => SliceOf(type.FullName!) is { } slice && !Ground.Contains(slice))
            .Where(type => type.GetConstructors()
            .Any(constructor => constructor.GetParameters().Any(parameter => parameter.ParameterType == typeof(TableServiceClient))))
            .Select(type => type.Name);

        Assert.Contains("RegistrationStore", openers);
        Assert.All(openers, name => Assert.EndsWith("Store", name, StringComparison.Ordinal));
    }

    [Fact]
    public void Stores_are_used_by_their_own_slice_alone()
    {
        string[] readAllSlices = ["Statistics", "Demonstration"];
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

    /// <summary>
    /// Function classes are public to the code that the worker generates, components to that of Razor. What they take or show must be so,
    /// too (CS0051, CS0053); nothing else is.
    /// </summary>
    [Fact]
    public void A_type_is_public_only_if_a_function_or_a_component_needs_it()
    {
        var open = new Queue<Type>(App.GetExportedTypes()
            .Where(type => FunctionRules.FunctionsOf([type]).Count > 0 || typeof(IComponent).IsAssignableFrom(type)));
        HashSet<Type> needed = [];
        while (open.TryDequeue(out var type))
            foreach (var named in NamedIn(type).Where(named => named.Assembly == App && needed.Add(named)))
                foreach (var next in ShownBy(named)) open.Enqueue(next);

        Assert.Contains(typeof(Attendee), needed);
        Assert.Equal("", string.Join('\n', App.GetExportedTypes()
            .Where(type => !type.IsNested && SliceOf(type.FullName!) is not null && type.Name != "_Imports" && !needed.Contains(type))
            .Select(type => type.FullName)));
    }

    /// <summary>A type and, if it is generic or an array, what it is made of.</summary>
    static IEnumerable<Type> NamedIn(Type type) => type.HasElementType ? NamedIn(type.GetElementType()!)
        : type.IsGenericType ? [type.GetGenericTypeDefinition(), .. type.GetGenericArguments().SelectMany(NamedIn)]
        : type.IsGenericParameter ? type.GetGenericParameterConstraints().SelectMany(NamedIn)
        : [type];

    /// <summary>The types in what others can see of a type.</summary>
    static IEnumerable<Type> ShownBy(Type type)
    {
        const BindingFlags Own = BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static
            | BindingFlags.DeclaredOnly;
        var methods = type.GetMethods(Own).Where(method => method.IsPublic || method.IsFamily || method.IsFamilyOrAssembly);
        return
        [
            .. type.GetNestedTypes(),
            .. new[] { type.BaseType, type.DeclaringType }.OfType<Type>(),
            .. type.IsInterface ? type.GetInterfaces() : Type.EmptyTypes,
            .. type.IsGenericTypeDefinition ? type.GetGenericArguments() : Type.EmptyTypes,
            .. type.GetConstructors(Own).Where(constructor => constructor.IsPublic || constructor.IsFamily)
                .SelectMany(constructor => constructor.GetParameters()).Select(parameter => parameter.ParameterType),
            .. methods.SelectMany(method => method.GetParameters().Select(parameter => parameter.ParameterType)
                .Append(method.ReturnType).Concat(method.IsGenericMethodDefinition ? method.GetGenericArguments() : Type.EmptyTypes)),
            .. type.GetFields(Own).Where(field => field.IsPublic || field.IsFamily).Select(field => field.FieldType),
        ];
    }

    [Fact]
    public void The_register_of_insights_does_not_know_who_publishes() => Rules.CheckRule(Architecture,
        Types().That().ResideInNamespaceMatching(@"^ThaffFunctions\.Insights(\.|$)")
            .Should().NotDependOnAny(Types().That()
            .ResideInNamespaceMatching(@"^ThaffFunctions\.(?!Insights|Programme|Shared|Staff|NotesReading)\w+")));

    [Fact]
    public void The_reading_library_knows_nothing_of_the_app() => Assert.DoesNotContain(
        Assembly.Load("NotesReading").GetReferencedAssemblies(),
        reference => reference.Name is "ThaffFunctions" || reference.Name!.StartsWith("Azure", StringComparison.Ordinal));

    [Fact]
    public void The_pdf_library_knows_nothing_of_the_app() => Assert.DoesNotContain(
        Assembly.Load("AccessiblePdf").GetReferencedAssemblies(),
        reference => reference.Name is "ThaffFunctions" || reference.Name!.StartsWith("Azure", StringComparison.Ordinal));

    /// <summary>Which slice refers to which other one, as compiled or as written.</summary>
    static List<(string From, string To)> ReferencesFound()
    {
        var found =
            from type in Architecture.Types
            let @from = SliceOf(type.FullName)
            where Slices.Contains(@from)
            from used in type.Dependencies.Select(dependency => SliceOf(dependency.Target.FullName)).Distinct()
            where used != @from && Slices.Contains(used)
            select (@from, used);
        return [.. found.Concat(ReferencesWritten().Where(reference => reference.From != "Shared")).Distinct()];
    }

    /// <summary>
    /// What the sources name, pages with all that they import: a constant or a using that stands unused leaves nothing in the assembly.
    /// </summary>
    static IEnumerable<(string From, string To)> ReferencesWritten() =>
        from file in Directory.EnumerateFiles(AppFolder, "*", SearchOption.AllDirectories)
        where file.EndsWith(".cs", StringComparison.Ordinal) || file.EndsWith(".razor", StringComparison.Ordinal)
        let @from = Path.GetRelativePath(AppFolder, file).Split(Path.DirectorySeparatorChar)[0]
        where Slices.Contains(@from) || @from == "Shared"
        from named in SliceNamed().Matches(File.ReadAllText(file)).Select(match => match.Groups["slice"].Value).Distinct()
        where named != @from && Slices.Contains(named)
        select (@from, named);

    /// <summary>The folder below functions/App that a type lives in.</summary>
    static string? SliceOf(string type) => type.Split('.') is ["ThaffFunctions", var slice, _, ..] ? slice : null;

    static string Here([CallerFilePath] string path = "") => path;

    [GeneratedRegex(@"\bThaffFunctions\.(?<slice>\w+)")]
    private static partial Regex SliceNamed();
}
