using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Scheduling;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared.Time;
using static ThaffFunctions.Tests.Campaigns.Sessions;

namespace ThaffFunctions.Tests.Campaigns.Scheduling;

public sealed class CampaignScheduleTests
{
    static readonly CampaignOptions Options = new();

    [Theory]
    [InlineData("2026-12-08", "2026-11-17T09:00+01:00", "2026-12-01T09:00+01:00", "2026-12-07T09:00+01:00")]
    // summer time begins on 28 March
    [InlineData("2027-04-06", "2027-03-16T09:00+01:00", "2027-03-30T09:00+02:00", "2027-04-05T09:00+02:00")]
    [InlineData("2027-03-29", "2027-03-08T09:00+01:00", "2027-03-22T09:00+01:00", "2027-03-28T09:00+02:00")] // the day of the change itself
    // winter time begins on 25 October
    [InlineData("2026-11-03", "2026-10-13T09:00+02:00", "2026-10-27T09:00+01:00", "2026-11-02T09:00+01:00")]
    [InlineData("2026-10-26", "2026-10-05T09:00+02:00", "2026-10-19T09:00+02:00", "2026-10-25T09:00+01:00")]
    [InlineData("2027-01-05", "2026-12-15T09:00+01:00", "2026-12-29T09:00+01:00", "2027-01-04T09:00+01:00")] // across the year's end
    // the day before is 29 February
    [InlineData("2028-03-01", "2028-02-09T09:00+01:00", "2028-02-23T09:00+01:00", "2028-02-29T09:00+01:00")]
    [InlineData("2028-02-29", "2028-02-08T09:00+01:00", "2028-02-22T09:00+01:00", "2028-02-28T09:00+01:00")]
    public void Campaigns_are_due_at_nine_in_Berlin_so_many_days_before(string date, string invitation, string week, string dayBefore)
    {
        var day = DateOnly.Parse(date, null);

        var due = CampaignSchedule.Of(On(day.Year, day.Month, day.Day), Options).Select(planned => planned.Due);

        Assert.Equal([DateTimeOffset.Parse(invitation, null), DateTimeOffset.Parse(week, null), DateTimeOffset.Parse(dayBefore, null)],
            due);
    }

    [Theory]
    // 3 October is a holiday, 4 October a Sunday: the reminder comes on the Friday before
    [InlineData("2026-10-05", "2026-09-14T09:00+02:00", "2026-09-28T09:00+02:00", "2026-10-02T09:00+02:00")]
    // the invitation would be due on Whit Monday, the last reminder on a Sunday
    [InlineData("2026-06-15", "2026-05-26T09:00+02:00", "2026-06-08T09:00+02:00", "2026-06-13T09:00+02:00")]
    public void Where_a_setting_says_so_nothing_is_due_on_sundays_and_holidays(string date, params string[] expected)
    {
        var day = DateOnly.Parse(date, null);

        var due = CampaignSchedule.Of(On(day.Year, day.Month, day.Day), Options with { NotOnRestDays = true })
            .Select(planned => planned.Due);

        Assert.Equal(expected.Select(moment => DateTimeOffset.Parse(moment, null)), due);
    }

    [Theory]
    [InlineData("2026-12-01", false, "2026-12-01T09:00+01:00")]
    [InlineData("2026-12-31", false, "2026-12-01T09:00+01:00")]
    [InlineData("2027-01-15", false, "2027-01-01T09:00+01:00")]
    [InlineData("2027-01-15", true, "2027-01-02T09:00+01:00")] // New Year is a holiday
    [InlineData("2026-11-02", true, "2026-11-02T09:00+01:00")] // 1 November is a Sunday
    public void A_months_digest_is_due_on_its_first_day_or_the_next_that_is_no_rest_day(string day, bool notOnRestDays, string due)
    {
        var options = Options with { NotOnRestDays = notOnRestDays };

        var id = CampaignId.Digest(DateOnly.Parse(day, null));

        Assert.Equal(DateTimeOffset.Parse(due, null), CampaignSchedule.Digest(id.Month!.Value, options));
        Assert.Equal(DateTimeOffset.Parse(due, null), CampaignSchedule.Digest(DateOnly.Parse(day, null), options));
    }

    [Theory]
    [InlineData("all.digest-202612", "2026-12-01")]
    [InlineData("all.digest-202613", null)]
    [InlineData("all.announcement-202612", null)]
    [InlineData("2026-10-sprache-im-betrieb.invitation", null)]
    public void A_digests_month_stands_in_its_id(string id, string? month) =>
        Assert.Equal(month is null ? null : DateOnly.Parse(month, null), CampaignId.Parse(id)!.Month);

    [Fact]
    public void On_every_day_of_fifteen_years_it_is_nine_in_Berlin_and_the_days_are_counted_by_the_calendar()
    {
        for (var day = new DateOnly(2026, 1, 1); day.Year < 2041; day = day.AddDays(1))
        {
            var due = CampaignSchedule.Of(On(day.Year, day.Month, day.Day), Options).Select(planned => Berlin.Local(planned.Due).DateTime);

            Assert.Equal(new[] { 21, 7, 1 }.Select(days => day.AddDays(-days).ToDateTime(new(9, 0))), due);
        }
    }

    [Fact]
    public void A_session_published_late_invites_the_next_morning()
    {
        var session = On(2026, 12, 8) with { PublishedAt = At(2026, 11, 25, 14, 30) };

        Assert.Equal(At(2026, 11, 26, 9), Invitation(session)?.Due);
    }

    [Theory]
    [InlineData(8, 59, 25)]
    [InlineData(9, 0, 26)]
    [InlineData(23, 59, 26)]
    public void The_next_morning_is_the_next_nine_o_clock_after_publishing(int hour, int minute, int day)
    {
        var session = On(2026, 12, 8) with { PublishedAt = At(2026, 11, 25, hour, minute) };

        Assert.Equal(At(2026, 11, day, 9), Invitation(session)?.Due);
    }

    [Fact]
    public void Nobody_is_invited_when_registration_closes_before_the_morning()
    {
        var session = On(2026, 12, 8) with { PublishedAt = At(2026, 12, 7, 9, 30), RegistrationCloses = At(2026, 12, 8, 9) };

        Assert.Null(Invitation(session));
    }

    [Theory]
    [InlineData(0, 9)]
    [InlineData(9, 9)]
    [InlineData(12, 12)]
    public void The_invitation_waits_until_registration_opens_and_for_daylight(int opens, int due)
    {
        var session = On(2026, 12, 8) with { RegistrationOpens = At(2026, 11, 24, opens) };

        Assert.Equal(At(2026, 11, 24, due), Invitation(session)?.Due);
    }

    [Fact]
    public void A_cancelled_session_has_no_campaigns() =>
        Assert.Empty(CampaignSchedule.Of(On(2026, 12, 8) with { Status = SessionStatus.Cancelled }, Options));

    [Fact]
    public void What_was_past_when_the_session_was_imported_is_left_out()
    {
        var imported = On(2026, 12, 8) with { PublishedAt = At(2026, 12, 3, 12) };
        var pastSession = On(2026, 5, 5) with { PublishedAt = At(2026, 9, 1, 12) };

        Assert.Equal(["invitation", "reminder-1-20261208"], CampaignSchedule.Of(imported, Options).Select(planned => planned.Id.Name));
        Assert.Empty(CampaignSchedule.Of(pastSession, Options));
    }

    [Fact]
    public void A_session_moved_to_another_day_is_reminded_of_again_but_invited_to_once()
    {
        var session = On(2026, 12, 8);
        var moved = session with
        {
            Start = At(2026, 12, 15, 10),
            End = At(2026, 12, 15, 12),
            MovedFrom = session.Start,
            MovedAt = At(2026, 12, 2, 15)
        };

        var before = CampaignSchedule.Of(session, Options).Select(planned => planned.Id).ToList();
        var after = CampaignSchedule.Of(moved, Options).Select(planned => planned.Id).ToList();

        Assert.Equal([CampaignId.Invitation(session.Id)], before.Intersect(after));
        Assert.Contains(CampaignId.Reminder(moved, 7), after);
        Assert.False(before[1].StillConcerns(moved));
        Assert.True(before[0].StillConcerns(moved));
    }

    [Fact]
    public void A_session_moved_within_its_day_is_not_reminded_of_again()
    {
        var session = On(2026, 12, 8);
        var moved = session with
        {
            Start = session.Start.AddHours(4),
            End = session.End.AddHours(4),
            MovedFrom = session.Start,
            MovedAt = At(2026, 12, 1, 8)
        };

        Assert.Equal(CampaignSchedule.Of(session, Options).Select(planned => planned.Id),
            CampaignSchedule.Of(moved, Options).Select(planned => planned.Id));
    }

    [Fact]
    public void A_session_moved_nearer_is_neither_overdue_nor_reminded_of_for_days_that_are_past()
    {
        var moved = On(2026, 12, 8) with { MovedFrom = At(2027, 2, 9, 10), MovedAt = At(2026, 12, 3, 15) };

        var planned = CampaignSchedule.Of(moved, Options).ToDictionary(campaign => campaign.Id.Name, campaign => campaign.Due);

        Assert.Equal(At(2026, 12, 4, 9), planned["invitation"]);
        Assert.Equal(["invitation", "reminder-1-20261208"], planned.Keys);
    }

    [Fact]
    public void Days_and_hour_are_settings()
    {
        var options = new CampaignOptions { InvitationDays = 30, ReminderDays = "14;3;3", Hour = 2 };

        var due = CampaignSchedule.Of(On(2027, 4, 27), options).Select(planned => planned.Due);

        // 2:00 does not exist on 28 March 2027: the first time after the gap
        Assert.Equal([At(2027, 3, 28, 3), At(2027, 4, 13, 2), At(2027, 4, 24, 2)], due);
        Assert.Empty(new CampaignOptions { ReminderDays = "" }.Reminders);
    }

    [Theory]
    [InlineData("2026-11-17T08:59", CampaignVerdict.Waiting)]
    [InlineData("2026-11-17T09:00", CampaignVerdict.Due)]
    [InlineData("2026-11-19T09:00", CampaignVerdict.Due)]
    [InlineData("2026-11-19T09:01", CampaignVerdict.Overdue)]
    [InlineData("2027-02-01T00:00", CampaignVerdict.Overdue)]
    public void Beyond_the_window_it_is_overdue(string now, CampaignVerdict verdict)
    {
        var moment = DateTimeOffset.Parse(now + "+01:00", null);

        Assert.Equal(verdict, Invitation(On(2026, 12, 8))!.At(moment, Options.Window));
    }

    [Fact]
    public void Within_the_window_but_after_the_end_it_is_overdue_too()
    {
        var dayBefore = CampaignSchedule.Of(On(2026, 12, 8), Options).Last();

        Assert.Equal(CampaignVerdict.Due, dayBefore.At(At(2026, 12, 8, 9, 59), Options.Window));
        Assert.Equal(CampaignVerdict.Overdue, dayBefore.At(At(2026, 12, 8, 10), Options.Window));
    }

    static PlannedCampaign? Invitation(Session session) =>
        CampaignSchedule.Of(session, Options).SingleOrDefault(planned => planned.Id.Kind == CampaignKind.Invitation);
}
