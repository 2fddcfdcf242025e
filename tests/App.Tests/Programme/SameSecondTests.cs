using Azure.Storage.Blobs;
using ThaffFunctions.Programme;
using ThaffFunctions.Programme.Import;

namespace ThaffFunctions.Tests.Programme;

public sealed class SameSecondTests
{
    /// <summary>Storage tells when a file was put in whole seconds, so that of two files of one second neither is the newer.</summary>
    [Fact]
    public async Task Two_files_of_the_same_second_that_contradict_each_other_do_not_change_a_session_to_and_fro()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.ImportProgramme.Disabled"] = "true" });
        var container = stage.Service<BlobServiceClient>().GetBlobContainerClient("programme");
        do
        {
            await stage.PutAsync("programme", "a.yaml", ProgrammeFiles.With(("start", "09:00")));
            await stage.PutAsync("programme", "b.yaml", ProgrammeFiles.With(("start", "11:00")));
        }
        while ((await ModifiedAsync("a.yaml")) != await ModifiedAsync("b.yaml"));

        foreach (var name in new[] { "b.yaml", "a.yaml", "b.yaml", "a.yaml" })
            await stage.Service<ProgrammeImport>().ImportAsync(name, CancellationToken.None);

        var session = Assert.Single(await stage.Service<ProgrammeQuery>().AllAsync(CancellationToken.None));
        Assert.Equal((new DateTimeOffset(2027, 3, 9, 11, 0, 0, TimeSpan.FromHours(1)), 0), (session.Start, session.Revision));

        async Task<DateTimeOffset> ModifiedAsync(string name) =>
            (await container.GetBlobClient(name).GetPropertiesAsync()).Value.LastModified;
    }
}
