using CsCheck;
using Microsoft.Extensions.Options;
using Microsoft.Extensions.Time.Testing;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Links;

namespace ThaffFunctions.Tests.Shared;

public sealed class LinkTokensTests
{
    const string OldKey = "old=b2xkLWtleS1vbGQta2V5LW9sZC1rZXktb2xkLWtleTE=";
    const string NewKey = "new=bmV3LWtleS1uZXcta2V5LW5ldy1rZXktbmV3LWtleTE=";

    readonly FakeTimeProvider clock = new(new(2026, 9, 1, 8, 0, 0, TimeSpan.Zero));

    [Fact]
    public void A_token_gives_back_what_it_was_made_for() => Gen.String.Where(text => !text.Any(char.IsSurrogate)).Sample(subject =>
        Tokens(NewKey).Verify(LinkPurpose.ManageRegistration,
            Tokens(NewKey).Create(LinkPurpose.ManageRegistration, subject, null)) == subject);

    [Fact]
    public void Every_changed_character_breaks_a_token()
    {
        var token = Tokens(NewKey).Create(LinkPurpose.ManageRegistration, "2026-09-x/abc", null);

        for (var i = 0; i < token.Length; i++)
        {
            foreach (var other in "AB-_=+ z")
            {
                if (other != token[i]) Assert.Null(Tokens(NewKey).Verify(LinkPurpose.ManageRegistration,
                    token[..i] + other + token[(i + 1)..]));
            }
        }
    }

    [Fact]
    public void Garbage_is_no_token() => Gen.String.Sample(text => Tokens(NewKey).Verify(LinkPurpose.LeaveMailingList, text) is null);

    [Fact]
    public void A_token_proves_nothing_for_another_purpose()
    {
        var token = Tokens(NewKey).Create(LinkPurpose.LeaveMailingList, "row", null);

        Assert.Null(Tokens(NewKey).Verify(LinkPurpose.ManageRegistration, token));
    }

    [Fact]
    public void A_token_ends_when_its_time_is_over()
    {
        var token = Tokens(NewKey).Create(LinkPurpose.ConfirmSubscription, "row", clock.GetUtcNow().AddDays(7));

        clock.Advance(TimeSpan.FromDays(7) - TimeSpan.FromSeconds(1));
        Assert.Equal("row", Tokens(NewKey).Verify(LinkPurpose.ConfirmSubscription, token));

        clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Null(Tokens(NewKey).Verify(LinkPurpose.ConfirmSubscription, token));
    }

    [Fact]
    public void After_a_rotation_old_links_still_work_and_new_ones_are_signed_with_the_new_key()
    {
        var before = Tokens(OldKey).Create(LinkPurpose.LeaveMailingList, "row", null);
        var after = Tokens($"{NewKey};{OldKey}").Create(LinkPurpose.LeaveMailingList, "row", null);

        Assert.Equal("row", Tokens($"{NewKey};{OldKey}").Verify(LinkPurpose.LeaveMailingList, before));
        Assert.Equal("row", Tokens(NewKey).Verify(LinkPurpose.LeaveMailingList, after));
        Assert.Null(Tokens(NewKey).Verify(LinkPurpose.LeaveMailingList, before));
    }

    LinkTokens Tokens(string keys) => new(Options.Create(new SecretsOptions { LinkKeys = keys }), clock);
}
