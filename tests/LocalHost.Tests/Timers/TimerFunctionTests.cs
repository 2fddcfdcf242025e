using LocalHost.Tests.Fixtures;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.DependencyInjection;

namespace LocalHost.Tests.Timers;

/// <summary>Timer functions run as under the real host; the clock is the test's.</summary>
public sealed class TimerFunctionTests
{
    static readonly DateTimeOffset s_noon = new(2026, 3, 28, 12, 0, 0, TimeSpan.Zero);

    readonly TestClock _clock = new(s_noon);
    readonly Task<string> _storage = StorageEmulator.NewAccountAsync();

    [Fact]
    public async Task A_timer_runs_whenever_its_schedule_says_so()
    {
        await using var stage = await StartAsync<EveryHour>();

        await PassAsync(stage, TimeSpan.FromHours(1), runs: 1);
        await PassAsync(stage, TimeSpan.FromHours(1), runs: 2);

        Assert.Equal(["due 13:00, late False", "due 14:00, late False"], stage.Notes.Lines);
    }

    [Fact]
    public async Task A_schedule_may_stand_in_a_setting_and_have_six_fields()
    {
        await using var stage = await StartAsync<BySetting>("--Schedule=*/10 * * * * *");

        await PassAsync(stage, TimeSpan.FromSeconds(10), runs: 1);
    }

    [Fact]
    public async Task A_run_missed_while_no_host_was_there_is_made_up_for_once()
    {
        await using (var first = await StartAsync<EveryHour>()) await PassAsync(first, TimeSpan.FromHours(1), runs: 1);
        _clock.Advance(TimeSpan.FromHours(5));

        await using var second = await StartAsync<EveryHour>();
        await Eventually.See(() => second.Notes.Lines.Count, count => count == 1);
        await PassAsync(second, TimeSpan.FromHours(1), runs: 2);

        Assert.Equal(["due 14:00, late True", "due 19:00, late False"], second.Notes.Lines);
    }

    [Fact]
    public async Task A_missed_run_is_not_made_up_for_without_the_monitor()
    {
        await using (var first = await StartAsync<WithoutMonitor>()) await PassAsync(first, TimeSpan.FromHours(1), runs: 1);
        _clock.Advance(TimeSpan.FromHours(5));

        await using var second = await StartAsync<WithoutMonitor>();
        await PassAsync(second, TimeSpan.FromHours(1), runs: 1);

        Assert.Equal(["late False, monitored False"], second.Notes.Lines);
    }

    [Fact]
    public async Task A_changed_schedule_begins_anew()
    {
        await using (var first = await StartAsync<BySetting>("--Schedule=0 0 * * * *"))
            await PassAsync(first, TimeSpan.FromHours(1), runs: 1);
        _clock.Advance(TimeSpan.FromHours(5));

        await using var second = await StartAsync<BySetting>("--Schedule=0 30 * * * *");
        await PassAsync(second, TimeSpan.FromMinutes(30), runs: 1);
    }

    [Fact]
    public async Task A_timer_that_asks_for_it_runs_when_the_host_starts()
    {
        await using var stage = await StartAsync<AtStart>();

        await Eventually.See(() => stage.Notes.Lines, lines => lines.Contains("late False"));
    }

    [Fact]
    public async Task A_run_that_fails_does_not_stop_the_schedule()
    {
        await using var stage = await StartAsync<Fails>();

        await PassAsync(stage, TimeSpan.FromHours(1), runs: 1);
        await PassAsync(stage, TimeSpan.FromHours(1), runs: 2);
    }

    [Fact]
    public async Task Two_hosts_on_one_storage_fire_once_and_one_takes_over_from_the_other()
    {
        var first = await StartAsync<EveryHour>();
        await PassAsync(first, TimeSpan.FromHours(1), runs: 1);
        await using var second = await StartAsync<EveryHour>();
        await PassAsync(first, TimeSpan.FromHours(1), runs: 2);
        Assert.Empty(second.Notes.Lines);
        Assert.Equal(2, first.Notes.Lines.Count);

        await first.DisposeAsync();
        await PassAsync(second, TimeSpan.FromHours(1), runs: 1);
    }

    [Fact]
    public async Task A_timer_that_is_switched_off_does_not_run()
    {
        await using var stage = await StartAsync<TwoTimers>("--AzureWebJobs.Tock.Disabled=true");

        await PassAsync(stage, TimeSpan.FromHours(1), runs: 1);
        await PassAsync(stage, TimeSpan.FromHours(1), runs: 2);

        Assert.Equal(["tick", "tick"], stage.Notes.Lines);
    }

    async Task<Stage> StartAsync<TFunctions>(params string[] settings) =>
        await Stage.StartAsync([typeof(TFunctions)], settings, storage: await _storage,
            hostServices: services => services.AddSingleton<TimeProvider>(_clock));

    /// <summary>Lets time pass once the timer waits for it, and sees the run until its status is stored: the timer waits again.</summary>
    async Task PassAsync(Stage stage, TimeSpan time, int runs)
    {
        await Eventually.See(() => _clock.IsWaitedFor, isWaitedFor => isWaitedFor);
        _clock.Advance(time);
        await Eventually.See(() => stage.Notes.Lines.Count, count => count >= runs);
        await Eventually.See(() => _clock.IsWaitedFor, isWaitedFor => isWaitedFor);
    }
}

public sealed class EveryHour(Notebook notes)
{
    [Function("Tick")]
    public void Tick([TimerTrigger("0 * * * *")] TimerInfo timer) =>
        notes.Write($"due {timer.ScheduleStatus!.Next:HH:mm}, late {timer.IsPastDue}");
}

public sealed class BySetting(Notebook notes)
{
    [Function("Tick")]
    public void Tick([TimerTrigger("%Schedule%")] TimerInfo timer) => notes.Write($"late {timer.IsPastDue}");
}

public sealed class WithoutMonitor(Notebook notes)
{
    [Function("Tick")]
    public void Tick([TimerTrigger("0 * * * *", UseMonitor = false)] TimerInfo timer) =>
        notes.Write($"late {timer.IsPastDue}, monitored {timer.ScheduleStatus is not null}");
}

public sealed class AtStart(Notebook notes)
{
    [Function("Tick")]
    public void Tick([TimerTrigger("0 * * * *", RunOnStartup = true)] TimerInfo timer) => notes.Write($"late {timer.IsPastDue}");
}

public sealed class Fails(Notebook notes)
{
    [Function("Tick")]
    public void Tick([TimerTrigger("0 * * * *")] TimerInfo timer)
    {
        notes.Write("fails");
        throw new InvalidOperationException("on purpose");
    }
}

public sealed class TwoTimers(Notebook notes)
{
    [Function("Tick")]
    public void Tick([TimerTrigger("0 * * * *")] TimerInfo timer) => notes.Write("tick");

    [Function("Tock")]
    public void Tock([TimerTrigger("0 * * * *")] TimerInfo timer) => notes.Write("tock");
}
