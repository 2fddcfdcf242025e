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

    /// <summary>A batch is one partition of sixteen; addresses do not spread evenly.</summary>
    static readonly int LargestBatch = Recipients / 16 * 2;

    static readonly Fault[] Kills = [Fault.KilledBefore, Fault.KilledAfter];

    [Fact]
    public Task Invitations_survive_a_kill() => Campaign().AtStepsAsync(Kills);

    [Fact]
    public Task Without_events_a_kill_doubles_at_most_the_batch_that_was_just_accepted() =>
        Campaign().AtStepsAsync([Fault.KilledAfter], withEvents: false, mayDouble: LargestBatch);

    [Fact]
    public Task A_registration_survives_a_kill() => Registration().AtStepsAsync(Kills, sample: 2);

    [Fact]
    public Task News_of_a_changed_session_survives_a_kill() => Change().AtStepsAsync(Kills);

    [Fact]
    public Task Invitations_survive_a_mail_service_and_storage_that_fail_often_in_a_row() =>
        FewInvitations().AtStepsAsync([Fault.ServerError, Fault.Busy], times: 8);

    [Fact]
    public Task Invitations_survive_others_that_were_faster() => FewInvitations().AtStepsAsync([Fault.Overtaken], times: 4);

    [Fact]
    public Task Invitations_survive_an_answer_that_is_lost() => FewInvitations().AtStepsAsync([Fault.AnswerLost]);

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
