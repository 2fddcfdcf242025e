using ThaffFunctions.Mail.Deliveries;

namespace ThaffFunctions.Tests.Mail.Deliveries;

public sealed class DeliveryStepsTests
{
    static readonly DateTimeOffset Now = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    static readonly Delivery Queued = new(new("deliveries", "p", "delivery-0"), "probe", "r") { QueuedAt = Now };

    public static TheoryData<DeliveryState, DeliveryState[], DeliveryState> Events => new()
    {
        { DeliveryState.Sending, [DeliveryState.Sent], DeliveryState.Sent },
        { DeliveryState.Sending, [DeliveryState.Sent, DeliveryState.Delivered], DeliveryState.Delivered },
        { DeliveryState.Sending, [DeliveryState.Delivered, DeliveryState.Sent], DeliveryState.Delivered },
        { DeliveryState.Sent, [DeliveryState.Sent, DeliveryState.Delivered, DeliveryState.Bounced], DeliveryState.Bounced },
        { DeliveryState.Sent, [DeliveryState.Bounced, DeliveryState.Sent, DeliveryState.Delivered], DeliveryState.Bounced },
        { DeliveryState.Sent, [DeliveryState.Delivered, DeliveryState.Bounced, DeliveryState.Sent], DeliveryState.Bounced },
        { DeliveryState.Queued, [DeliveryState.Sent], DeliveryState.Sent }, // accepted after all: not to be sent again
        { DeliveryState.Failed, [DeliveryState.Delivered], DeliveryState.Delivered }, // given up, and yet it arrived
        { DeliveryState.Bounced, [DeliveryState.Delivered], DeliveryState.Bounced },
    };

    [Theory, MemberData(nameof(Events))]
    public void Events_in_any_order_end_in_the_furthest_stage(DeliveryState before, DeliveryState[] events, DeliveryState after)
    {
        var delivery = events.Aggregate(Queued with { State = before }, (state, stage) => state.Proven(stage, null) ?? state);

        Assert.Equal(after, delivery.State);
    }

    [Fact]
    public void After_five_temporary_failures_it_rests_for_an_hour_and_after_a_day_it_is_given_up()
    {
        var delivery = Queued;
        for (var tries = 1; tries < RetryPolicy.MaxAttempts * RetryPolicy.MaxRounds; tries++)
        {
            delivery = delivery.Claimed("c", Now).AfterTemporaryFailure("500", Now.AddMinutes(tries));

            Assert.Equal((DeliveryState.Queued, tries), (delivery.State, delivery.Attempts));
            Assert.Equal(tries % 5 == 0, delivery.IsResting());
            if (delivery.IsResting()) Assert.Equal(Now.AddMinutes(tries).AddHours(1), delivery.QueuedAt);
        }

        Assert.Equal(DeliveryState.Failed, delivery.Claimed("c", Now).AfterTemporaryFailure("500", Now).State);
    }

    [Fact]
    public void Five_times_not_composed_is_the_last()
    {
        var delivery = Enumerable.Range(1, 4).Aggregate(Queued, (before, _) => before.NotComposed("x"));

        Assert.Equal((DeliveryState.Queued, 4), (delivery.State, delivery.Attempts));
        Assert.Equal(DeliveryState.Failed, delivery.NotComposed("x").State);
    }

    [Fact]
    public void Waiting_as_asked_costs_no_try()
    {
        var delivery = Queued.Claimed("c", Now).Requeued(Now.AddMinutes(1));

        Assert.Equal((DeliveryState.Queued, 0, Now.AddMinutes(1)), (delivery.State, delivery.Attempts, delivery.QueuedAt));
    }

    [Theory]
    [InlineData(DeliveryState.Sent)]
    [InlineData(DeliveryState.Delivered)]
    [InlineData(DeliveryState.Bounced)]
    public void What_an_event_settled_meanwhile_stays(DeliveryState settled)
    {
        var delivery = Queued with { State = settled };

        Assert.Equal(
            [settled, settled, settled, settled, settled],
            [delivery.Accepted("id").State, delivery.Requeued(Now).State, delivery.AfterTemporaryFailure("x", Now).State,
                delivery.Failed("x").State,
                delivery.AfterExpiredClaim().State]);
    }

    [Fact]
    public void After_five_expired_claims_the_next_is_the_last()
    {
        var delivery = Enumerable.Range(1, 5).Aggregate(Queued, (before, _) => before.Claimed("c", Now).AfterExpiredClaim());

        Assert.Equal((DeliveryState.Queued, 5), (delivery.State, delivery.ExpiredClaims));
        Assert.Equal(DeliveryState.Failed, delivery.Claimed("d", Now).AfterExpiredClaim().State);
    }

    [Theory]
    [InlineData(0, 30)]
    [InlineData(1, 60)]
    [InlineData(2, 120)]
    [InlineData(5, 960)]
    public void Each_claim_has_twice_the_grace_of_the_one_before(int expired, int minutes)
    {
        var claimed = (Queued with { ExpiredClaims = expired }).Claimed("c", Now);

        Assert.False(claimed.HasExpiredAt(Now.AddMinutes(minutes), TimeSpan.FromMinutes(30)));
        Assert.True(claimed.HasExpiredAt(Now.AddMinutes(minutes).AddSeconds(1), TimeSpan.FromMinutes(30)));
    }

    [Theory]
    [InlineData("deliveries/p/delivery-1", true)]
    [InlineData("deliveries/p", false)]
    [InlineData("deliveries//delivery-1", false)]
    [InlineData("a/b/c/d", false)]
    [InlineData(null, false)]
    public void An_id_reads_back_as_it_is_written(string? text, bool isOne) =>
        Assert.Equal(isOne ? text : null, DeliveryId.Parse(text)?.ToString());
}
