namespace ThaffFunctions.InfraTests.Delivery;

/// <summary>A test that needs bash and openssl; left out, and said so, on Windows.</summary>
[AttributeUsage(AttributeTargets.Method)]
sealed class BashFactAttribute : FactAttribute
{
    public BashFactAttribute() => Skip = NoBash;

    public static string? NoBash =>
        OperatingSystem.IsWindows() ? "infra's scripts are written for bash; on Windows they run in WSL and were not looked at here."
            : null;
}

/// <inheritdoc cref="BashFactAttribute"/>
[AttributeUsage(AttributeTargets.Method)]
sealed class BashTheoryAttribute : TheoryAttribute
{
    public BashTheoryAttribute() => Skip = BashFactAttribute.NoBash;
}
