using System.Globalization;
using System.Net;
using Azure;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Documentation.YearVolume;

/// <summary>Whatever happens at once, and wherever it is cut off: the volume ends with what is public then.</summary>
public sealed class VolumeRaceTests
{
    const int MaxCalls = 60;

    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, 0)]
    [InlineData(true, 3)]
    public async Task Replacing_survives_a_fault_at_every_call(bool isDone, int retries)
    {
        var faults = new FaultyStorage(isDone);
        var connection = await StorageEmulator.NewAccountAsync();
        await using var stage = await Stage.OpenAsync(settings: VolumeDesk.ByHand, storage: connection,
            replace: services => faults.Replace(services, connection, retries));
        await stage.PlanYearAsync();
        await stage.PutNotesAsync(VolumeDesk.November, "Immer da.");
        await stage.PublishAsync(VolumeDesk.November);
        await stage.PutForewordAsync("Ein Vorwort.");
        await stage.PublishVolumeAsync();

        var (call, struck, before) = (0, false, "Immer da.");
        do
        {
            var now = string.Create(CultureInfo.InvariantCulture, $"Fassung {++call}.");
            await stage.PutNotesAsync(VolumeDesk.October, now);
            await stage.PublishAsync(VolumeDesk.October);
            struck = await IsCutOffAsync(stage, faults, call);
            var seen = await stage.VolumeTextAsync();
            Assert.True(seen.Contains(before, StringComparison.Ordinal) || seen.Contains(now, StringComparison.Ordinal));

            await stage.PublishVolumeAsync();
            Assert.Contains(now, await stage.VolumeTextAsync(), StringComparison.Ordinal);
            before = now;
        }
        while (struck);

        Assert.InRange(call, 8, MaxCalls);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Withdrawing_survives_a_fault_at_every_call(bool isDone)
    {
        var faults = new FaultyStorage(isDone);
        var connection = await StorageEmulator.NewAccountAsync();
        await using var stage = await Stage.OpenAsync(settings: VolumeDesk.ByHand, storage: connection,
            replace: services => faults.Replace(services, connection, 0));
        await stage.PlanYearAsync();

        var (call, struck) = (0, false);
        do
        {
            await stage.PutNotesAsync(VolumeDesk.October, string.Create(CultureInfo.InvariantCulture, $"Fassung {++call}."));
            await stage.PublishAsync(VolumeDesk.October);
            await stage.PublishVolumeAsync();
            await stage.DeleteAsync($"{VolumeDesk.October.Id}/notes.md");
            await stage.PublishAsync(VolumeDesk.October);
            struck = await IsCutOffAsync(stage, faults, call);

            await stage.PublishVolumeAsync();
            Assert.Equal(HttpStatusCode.NotFound, (await stage.VolumeAsync()).StatusCode);
            Assert.Empty(await stage.FilesAsync(Containers.Documentation));
        }
        while (struck);

        Assert.InRange(call, 5, MaxCalls);
    }

    [Fact]
    public async Task Two_sessions_changed_at_once_on_two_instances_while_volumes_are_made_end_in_the_newest()
    {
        await using var stage = await Stage.OpenAsync(settings: VolumeDesk.ByHand);
        await using var other = await Stage.OpenAsync(settings: VolumeDesk.ByHand, storage: stage.Storage);
        await stage.PlanYearAsync();
        for (var round = 1; round <= 8; round++)
        {
            await Task.WhenAll(ChangeAsync(stage, VolumeDesk.October, round), ChangeAsync(other, VolumeDesk.November, round),
                stage.PublishVolumeAsync(), other.PublishVolumeAsync());
            await Task.WhenAll(stage.PublishVolumeAsync(), other.PublishVolumeAsync());

            var text = await stage.VolumeBytesAsync() is { } pdf ? NotesDesk.TextOf(pdf) : "";
            Assert.Contains($"{VolumeDesk.October.Title}, Runde {round}.", text, StringComparison.Ordinal);
            Assert.Equal(round % 3 != 0, text.Contains($"{VolumeDesk.November.Title}, Runde {round}.", StringComparison.Ordinal));
        }
    }

    /// <summary>Every third time, November's notes are deleted while they are being published.</summary>
    static async Task ChangeAsync(Stage stage, ThaffFunctions.Programme.Session session, int round)
    {
        await stage.PutNotesAsync(session, $"{session.Title}, Runde {round}.");
        var publishing = stage.PublishAsync(session);
        if (round % 3 == 0 && session == VolumeDesk.November) await stage.DeleteAsync($"{session.Id}/notes.md");
        await publishing;
        await stage.PublishAsync(session);
        await stage.PublishVolumeAsync();
    }

    /// <summary>False if making the volume took fewer calls.</summary>
    static async Task<bool> IsCutOffAsync(Stage stage, FaultyStorage faults, int call)
    {
        faults.StrikeAt(call);
        try
        {
            await stage.PublishVolumeAsync();
        }
        catch (RequestFailedException)
        {
            // as when the process ends here: the message comes again
        }

        return faults.End();
    }
}
