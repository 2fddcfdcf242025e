using ThaffFunctions.Campaigns.Expanding;
using Xunit.Abstractions;

namespace ThaffFunctions.Faults.Tests;

/// <summary>
/// The app as processes on storage and a mail service that survive. A step is a call to either, counted from outside. Every run tries a
/// few, chosen by a seed that is printed; <c>FAULTS=all</c> tries all of them, <c>FAULTS=50</c> fifty of each kind, and both write a table.
/// </summary>
public sealed class FaultTests(ITestOutputHelper output)
{
    /// <summary>A thousand where many steps are tried, and fewer in every run.</summary>
    static readonly int Recipients = StepChoice.IsAsked ? 1000 : 200;

    /// <summary>A batch is one partition of sixteen; by the key of the sample settings, the fullest of them has so many.</summary>
    static readonly int LargestBatch = StepChoice.IsAsked ? 83 : 17;

    static readonly Fault[] Odd = [Fault.AnswerCut, Fault.Conflict, Fault.TooLarge];

    static readonly Fault[] Kills = [Fault.KilledBefore, Fault.KilledAfter];

    [Fact]
    public Task Invitations_survive_a_kill() => Campaign().AtStepsAsync(Kills);

    [Fact]
    public Task Without_events_a_kill_doubles_at_most_the_batch_that_was_just_accepted() =>
        Campaign().AtStepsAsync([Fault.KilledAfter], events: Events.None, mayDouble: LargestBatch);

    [Fact]
    public Task A_registration_survives_a_kill() => Registration().AtStepsAsync(Kills, sample: 2);

    [Fact]
    public Task News_of_a_changed_session_survives_a_kill() => Change().AtStepsAsync(Kills);

    [Fact]
    public Task Invitations_survive_a_mail_service_and_storage_that_fail_often_in_a_row() =>
        FewInvitations().AtStepsAsync([Fault.ServerError, Fault.Busy, Fault.Throttled, Fault.StrangePage], times: 8);

    [Fact]
    public Task Invitations_survive_others_that_were_faster() => FewInvitations().AtStepsAsync([Fault.Overtaken], times: 4);

    [Fact]
    public Task Invitations_survive_answers_that_are_lost_or_mean_nothing() => FewInvitations().AtStepsAsync([Fault.AnswerLost, .. Odd]);

    [Fact]
    public Task A_registration_survives_answers_that_are_lost_or_mean_nothing() => Registration().AtStepsAsync([Fault.AnswerLost, .. Odd]);

    [Fact]
    public Task News_of_a_changed_session_survives_answers_that_are_lost_or_mean_nothing() =>
        Change().AtStepsAsync([Fault.AnswerLost, .. Odd]);

    [Fact]
    public Task Invitations_survive_a_clock_that_is_put_right() =>
        FewInvitations().AtStepsAsync([Fault.ClockForward, Fault.ClockBack]);

    [Fact]
    public Task Invitations_survive_events_that_come_twice_in_reverse_and_among_those_of_others() =>
        FewInvitations().AtStepsAsync([Fault.KilledAfter], events: Events.Strange);

    [Fact]
    public Task Invitations_survive_messages_that_nobody_understands() => new Trial("invitation of 60 amid nonsense",
        () => new AmidNonsense(new CampaignScenario(60)), output).AtStepsAsync([Fault.KilledAfter]);

    [Fact]
    public Task Invitations_survive_the_end_of_all_instances() => Campaign().AtStepsAsync([Fault.AllKilled], instances: 2);

    [Theory]
    [InlineData(2)]
    [InlineData(4)]
    public Task Instances_side_by_side_share_the_work_and_one_may_die(int instances) =>
        Campaign().AtStepsAsync([Fault.KilledAfter], instances: instances);

    Trial Campaign() => Invitations(Recipients);

    Trial FewInvitations() => Invitations(60);

    Trial Invitations(int recipients) => new($"invitation of {recipients}", () => new CampaignScenario(recipients), output);

    Trial Registration() => new("registration", () => new RegistrationScenario(), output);

    Trial Change() => new("news of a change", () => new ChangeScenario(), output);
}
