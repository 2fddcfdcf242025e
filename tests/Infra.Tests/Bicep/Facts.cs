using System.Runtime.InteropServices;

namespace ThaffFunctions.InfraTests.Bicep;

/// <summary>A test that needs the Bicep CLI; left out, and said so, where there is no package of it.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class BicepFactAttribute : FactAttribute
{
    public BicepFactAttribute() => Skip = Missing.Bicep;
}

/// <inheritdoc cref="BicepFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
sealed class BicepTheoryAttribute : TheoryAttribute
{
    public BicepTheoryAttribute() => Skip = Missing.Bicep;
}

static class Missing
{
    public static readonly string? Bicep = Repository.Bicep is null
        ? $"There is no Bicep CLI on NuGet for {RuntimeInformation.RuntimeIdentifier}: the template was not looked at here."
        : null;
}
