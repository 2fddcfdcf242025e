using ThaffFunctions.InfraTests.Bicep;

namespace ThaffFunctions.InfraTests.Rules;

/// <summary>
/// A second deployment of the same changes nothing, as far as a snapshot can show: names come from parameters and the place alone.
/// </summary>
[Collection(nameof(Template))]
public sealed class RepeatTests(Template template)
{
    [BicepFact]
    public void Another_run_names_the_same_resources() =>
        Assert.Equal(template.Deployed("dev").Resources.Select(Identity), template.Again.Resources.Select(Identity));

    [BicepFact]
    public void Another_run_sets_the_same_properties() =>
        Assert.Equal(template.Deployed("dev").Resources.Select(Properties), template.Again.Resources.Select(Properties));

    static string Identity(Resource resource) => $"{resource.Type} {resource.Id}";

    /// <summary>
    /// What Azure tells (an identity's ids, an address) is read out of the deployment that made it, whose name is all that differs.
    /// </summary>
    static string Properties(Resource resource) =>
        resource.Json.ToString().Replace(BicepCli.Another, BicepCli.Usual, StringComparison.Ordinal);
}
