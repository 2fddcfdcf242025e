using Xunit.Abstractions;

namespace ThaffFunctions.Faults.Tests;

/// <summary>
/// The app as processes on storage and a mail service that survive. A step is a call to either, counted from outside. Every run tries a
/// few, chosen by a seed that is printed; <c>FAULTS=all</c> tries all of them, <c>FAULTS=50</c> fifty of each kind.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    /// <summary>A thousand where many steps are tried, and fewer in every run.</summary>
    static readonly int Recipients = Environment.GetEnvironmentVariable("FAULTS") is null ? 200 : 1000;

    /// <summary>A batch is one partition of sixteen; addresses do not spread evenly.</summary>
    static readonly int LargestBatch = Recipients / 16 * 2;

    [Theory]
    [InlineData(nameof(Fault.KilledBefore))]
    [InlineData(nameof(Fault.KilledAfter))]
    public Task Invitations_survive_a_kill(string fault) => Campaign().AtStepsAsync(Enum.Parse<Fault>(fault), sample: 2);

    [Fact]
    public Task Without_events_a_kill_doubles_at_most_the_batch_that_was_just_accepted() =>
        Campaign().AtStepsAsync(Fault.KilledAfter, sample: 1, withEvents: false, mayDouble: LargestBatch);

    [Theory]
    [InlineData(nameof(Fault.KilledBefore))]
    [InlineData(nameof(Fault.KilledAfter))]
    public Task A_registration_survives_a_kill(string fault) => Registration().AtStepsAsync(Enum.Parse<Fault>(fault), sample: 2);

    [Theory]
    [InlineData(nameof(Fault.KilledBefore))]
    [InlineData(nameof(Fault.KilledAfter))]
    public Task News_of_a_changed_session_survives_a_kill(string fault) => Change().AtStepsAsync(Enum.Parse<Fault>(fault), sample: 1);

    [Theory]
    [InlineData(nameof(Fault.ServerError), 8)]
    [InlineData(nameof(Fault.Busy), 8)]
    [InlineData(nameof(Fault.Overtaken), 4)]
    [InlineData(nameof(Fault.AnswerLost), 1)]
    public Task Invitations_survive_storage_and_a_mail_service_that_fail(string fault, int times) =>
        new Trial(() => new CampaignScenario(60), output).AtStepsAsync(Enum.Parse<Fault>(fault), sample: 1, times);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public Task Instances_side_by_side_share_the_work_and_one_may_die(int instances) =>
        Campaign().AtStepsAsync(Fault.KilledAfter, sample: 1, instances: instances);

    Trial Campaign() => new(() => new CampaignScenario(Recipients), output);

    Trial Registration() => new(() => new RegistrationScenario(), output);

    Trial Change() => new(() => new ChangeScenario(), output);
}
