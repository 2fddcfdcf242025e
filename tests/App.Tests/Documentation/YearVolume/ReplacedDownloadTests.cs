using System.Net;

namespace ThaffFunctions.Tests.Documentation.YearVolume;

public sealed class ReplacedDownloadTests
{
    const int Editions = 30;

    [Fact]
    public async Task A_volume_that_is_replaced_while_it_is_asked_for_is_served_whole()
    {
        await using var stage = await Stage.OpenAsync(settings: NotesDesk.Impatient);
        await stage.PlanYearAsync();
        await stage.PutNotesAsync(VolumeDesk.October, "Inhalt.");
        await stage.PutForewordAsync("Das erste Vorwort.");
        await stage.VolumeWithAsync("Das erste Vorwort.", "Inhalt.");

        var replacing = ReplaceAsync(stage);
        do
        {
            using var answer = await stage.VolumeAsync();
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
            Assert.Contains("Inhalt.", NotesDesk.TextOf(await answer.Content.ReadAsByteArrayAsync()), StringComparison.Ordinal);
        }
        while (!replacing.IsCompleted);
        await replacing;
    }

    static async Task ReplaceAsync(Stage stage)
    {
        for (var edition = 1; edition <= Editions; edition++)
        {
            await stage.PutForewordAsync($"Vorwort {edition}.");
            await stage.PublishVolumeAsync();
        }
    }
}
