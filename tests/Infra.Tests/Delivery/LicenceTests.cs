namespace ThaffFunctions.InfraTests.Delivery;

public sealed class LicenceTests
{
    [Fact]
    public async Task Everything_the_product_and_its_tests_use_has_a_permissive_licence()
    {
        var (code, output) = await CommandLine.RunAsync("dotnet", ["run", Repository.Path("build", "licences.cs")]);

        Assert.True(code == 0, output);
        Assert.Matches("(?m)^NuGet +Azure.Data.Tables +\\S+ +MIT$", output);
        Assert.Matches("(?m)^npm +azurite +\\S+ +MIT$", output);
        Assert.Contains(" packages, 0 refused", output, StringComparison.Ordinal);
    }
}
