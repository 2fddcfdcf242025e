using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.SigningUp;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Tests.MailingList;

public sealed class SubscriberTests
{
    static readonly DateTimeOffset Now = new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero);
    static readonly Preferences OnlyJena = new([Region.Find("jena")!], Documentation: true);

    [Fact]
    public void Confirming_makes_active_once()
    {
        var active = Asking(Preferences.Invitations).Confirm();

        Assert.Equal((SubscriberState.Active, null), (active.State, active.Request));
        Assert.Equal(active, active.Confirm());
    }

    [Fact]
    public void Asking_again_changes_nothing_before_it_is_confirmed()
    {
        var active = Asking(Preferences.Invitations).Confirm();

        var asking = active.Ask(RequestFor(OnlyJena));
        Assert.Equal((SubscriberState.Active, Preferences.Invitations), (asking.State, asking.Preferences));

        Assert.Equal(OnlyJena, asking.Confirm().Preferences);
    }

    [Fact]
    public void Leaving_outweighs_what_was_asked_before_and_asking_after_it_brings_back()
    {
        var left = Asking(Preferences.Invitations).Confirm().Ask(RequestFor(OnlyJena)).Leave(Now.AddDays(2));

        Assert.Equal((SubscriberState.Left, Now.AddDays(2)), (left.State, left.LeftAt));
        Assert.Equal(left, left.Confirm());
        Assert.Equal(left, left.Leave(Now.AddDays(4)));
        Assert.Equal(SubscriberState.Active, left.Ask(RequestFor(OnlyJena)).Confirm().State);
    }

    [Fact]
    public void An_earlier_wording_covers_no_announcements_until_a_newer_one_is_confirmed()
    {
        var earlier = Asking(Preferences.Invitations).Ask(RequestFor(Preferences.Invitations) with { Wording = "2026-11" }).Confirm();
        Assert.False(earlier.TakesAnnouncements);

        Assert.True(earlier.Ask(RequestFor(Preferences.Invitations)).Confirm().TakesAnnouncements);
    }

    [Fact]
    public void Online_is_near_everybody_and_no_choice_is_everywhere()
    {
        Assert.True(OnlyJena.Include(Audience.Everybody));
        Assert.True(OnlyJena.Include(In("jena")));
        Assert.False(OnlyJena.Include(In("gera")));
        Assert.True(Preferences.Invitations.Include(In("gera")));

        static Audience In(string region) => Audience.Everybody with { Regions = [Region.Find(region)!] };
    }

    [Fact]
    public void A_row_gives_back_what_was_written()
    {
        var full = Asking(OnlyJena).Confirm().Ask(RequestFor(new([], true)));

        var read = SubscriberRow.Read(SubscriberRow.Of(full));

        Assert.Equal(full.Preferences.Regions, read.Preferences.Regions);
        Assert.Equal((full.State, full.Email, true), (read.State, read.Email, read.TakesAnnouncements));
        Assert.Equal((full.Request!.AskedAt, full.Request.Wording, true),
            (read.Request!.AskedAt, read.Request.Wording, read.Request.Preferences.Documentation));
    }

    static Subscriber Asking(Preferences preferences) =>
        Subscriber.Asking("ab12", EmailAddress.Stored("ada@firma.example"), RequestFor(preferences));

    static SubscriptionRequest RequestFor(Preferences preferences) =>
        new(preferences, Now, "Seite", ConsentWording.CurrentIn(Language.German).Version);
}
