using System.Text.RegularExpressions;
using Azure;
using ThaffFunctions.Documentation.Publishing;
using ThaffFunctions.Documentation.YearVolume;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Documentation.YearVolume;

/// <summary>A volume is of one moment, and never older than the one before.</summary>
public sealed partial class VolumeOrderTests
{
    const int MaxCalls = 60;

    /// <summary>
    /// While one instance makes the volume, at each of its calls in turn, a session is replaced or withdrawn, and another makes it from
    /// beginning to end.
    /// </summary>
    [Theory]
    [InlineData(false, true)]
    [InlineData(true, true)]
    [InlineData(true, false)]
    public async Task Older_never_follows_newer_whatever_changes_at_any_call(bool isWithdrawn, bool isMadeMeanwhile)
    {
        var timing = new InterruptedStorage();
        var connection = await StorageEmulator.NewAccountAsync();
        await using var fast = await Stage.OpenAsync(settings: VolumeDesk.ByHand, storage: connection);
        await using var slow = await Stage.OpenAsync(storage: connection, replace: services => timing.Replace(services, connection),
            settings: new(VolumeDesk.ByHand) { ["AzureWebJobs.DeliverMail.Disabled"] = "true" }); // its calls would count too
        await fast.PlanYearAsync();
        await fast.PutNotesAsync(VolumeDesk.October, "Immer da.");
        await fast.PublishAsync(VolumeDesk.October);
        await fast.PublishVolumeAsync();

        var (call, happened) = (0, false);
        do
        {
            var (before, after) = (FormattableString.Invariant($"Vorher{++call}nur."), FormattableString.Invariant($"Nachher{call}nur."));
            await fast.PutNotesAsync(VolumeDesk.November, before);
            await fast.PublishAsync(VolumeDesk.November);
            timing.At(call, async () =>
            {
                await (isWithdrawn ? fast.DeleteAsync($"{VolumeDesk.November.Id}/notes.md")
                    : fast.PutNotesAsync(VolumeDesk.November, after));
                await fast.PublishAsync(VolumeDesk.November);
                if (isMadeMeanwhile) await fast.PublishVolumeAsync();
            });
            await slow.PublishVolumeAsync();
            happened = await timing.EndAsync();
            if (!isMadeMeanwhile) await slow.PublishVolumeAsync(); // the message of the change comes a moment later

            var text = await fast.VolumeTextAsync();
            Assert.Contains("Immer da.", text, StringComparison.Ordinal);
            Assert.Equal(!happened, text.Contains(before, StringComparison.Ordinal));
            Assert.Equal(happened && !isWithdrawn, text.Contains(after, StringComparison.Ordinal));
            Assert.Equal(2, (await fast.FilesAsync(Containers.Documentation))
                .Count(file => file.Contains("jahresdokumentation", StringComparison.Ordinal)));
        }
        while (happened);

        Assert.InRange(call, 12, MaxCalls);
    }

    [Fact]
    public async Task A_late_writer_would_bring_an_older_volume_back_did_it_not_name_the_version_of_the_row_it_saw()
    {
        await using var stage = await Stage.OpenAsync(settings: VolumeDesk.ByHand);
        await stage.PlanYearAsync();
        await stage.PutNotesAsync(VolumeDesk.October, "Inhalt.");
        await stage.PublishAsync(VolumeDesk.October);
        await stage.PublishVolumeAsync();
        var store = stage.Service<PublishedStore>();
        var seen = (await store.FindAsync(VolumePlan.PathOf(VolumeDesk.Year), CancellationToken.None))!;
        await stage.PutNotesAsync(VolumeDesk.November, "Noch einer.");
        await stage.PublishAsync(VolumeDesk.November);
        await stage.PublishVolumeAsync();
        async Task<string> NamedAsync() => (await store.FindAsync(seen.Path, CancellationToken.None))!.Edition!.Version;
        var newer = await NamedAsync();

        Assert.False(await store.TrySaveAsync(seen, CancellationToken.None));
        Assert.Equal(newer, await NamedAsync());

        Assert.True(await store.TrySaveAsync(seen with { ETag = ETag.All }, CancellationToken.None));
        Assert.Equal(seen.Edition!.Version, await NamedAsync());
    }

    /// <summary>Text and register of a session come from two looks into storage.</summary>
    [Fact]
    public async Task A_session_replaced_while_the_volume_s_source_is_gathered_is_in_it_as_one_edition_or_the_volume_is_not_made()
    {
        var timing = new InterruptedStorage();
        var connection = await StorageEmulator.NewAccountAsync();
        await using var fast = await Stage.OpenAsync(settings: VolumeDesk.ByHand, storage: connection);
        await using var slow = await Stage.OpenAsync(storage: connection, replace: services => timing.Replace(services, connection),
            settings: new(VolumeDesk.ByHand) { ["AzureWebJobs.DeliverMail.Disabled"] = "true" }); // its calls would count too
        await fast.PlanYearAsync();
        var (call, happened, overtaken) = (0, false, 0);
        Task ReplaceAsync(string edition) =>
            ChangeAsync(fast, $"{edition}{call}text.\n\n## Offene Fragen\n\n- Was fehlt {edition}{call}frage?");
        do
        {
            call++;
            await ReplaceAsync("Vorher");
            timing.At(call, () => ReplaceAsync("Nachher"));
            var source = await slow.Service<VolumeSources>().FindAsync(VolumeDesk.Year, CancellationToken.None);
            var outcome = await slow.Service<VolumeEditor>().EditAsync(source.Content, CancellationToken.None);
            happened = await timing.EndAsync();

            if (outcome is not Outcome.Ready ready)
                overtaken++;
            else
                Assert.Single(Editions().Matches(await TextAsync(ready.Edition.Pdf.Content)).Select(found => found.Groups[1].Value)
                    .Distinct());
        }
        while (happened);

        Assert.InRange(call, 6, MaxCalls);
        Assert.InRange(overtaken, 2, call - 1); // its register or its files were gone
    }

    static async Task ChangeAsync(Stage stage, string notes)
    {
        await stage.PutNotesAsync(VolumeDesk.October, notes);
        await stage.PublishAsync(VolumeDesk.October);
    }

    static async Task<string> TextAsync(Stream pdf)
    {
        await using (pdf)
        {
            using var bytes = new MemoryStream();
            await pdf.CopyToAsync(bytes);
            return NotesDesk.TextOf(bytes.ToArray());
        }
    }

    [GeneratedRegex("(Vorher|Nachher)[0-9]+(?:text|frage)")]
    private static partial Regex Editions();
}
