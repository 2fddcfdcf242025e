using System.Security.Cryptography;
using System.Text;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.Shared;

namespace ThaffFunctions.Tests.MailingList.Consents;

/// <summary>
/// Proofs name versions: a text that somebody agreed to must never change. Whoever wants other words adds a file, and a line here.
/// </summary>
public sealed class ConsentWordingTests
{
    static readonly Dictionary<string, string> Pinned = new()
    {
        ["2026-1"] = "1c564f9b517274f5f0e87f0aeb3e9588365ec5066da31b23eef4c14807d6297a",
        ["2026-12"] = "90c46954db65673bb1dda09e3651f986049c17a91aa2a33ef62bcedeea32f123",
        ["2026-12-en"] = "5b307ee35ef4775cc556a426601a82a387a063b02d08ed91c18f019fd4527ef4",
        ["2027-1"] = "1f47456c59b6b613cfc3416598d7c6856358ffbd670da176c42d077aeea90bce",
        ["2027-1-en"] = "9fc3510f7cba7bd6f97c5f6bbf2409c81eb50b7facdd574e5024e94dc4e34bb8",
        ["2026-11"] = "3369945bb4b31b6c33a84eb18aa836bec10149ee8ece9273d729b80921b20d5c",
    };

    [Fact]
    public void Wordings_in_use_are_never_edited() => Assert.Equal(
        Pinned.OrderBy(pin => pin.Key, StringComparer.Ordinal),
        ConsentWording.All.Select(wording => KeyValuePair.Create(wording.Version,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(wording.Template)))))
            .OrderBy(wording => wording.Key, StringComparer.Ordinal));

    [Fact]
    public void The_present_wording_names_who_sends_what_where_to_and_how_to_end_it()
    {
        var text = ConsentWording.CurrentIn(Language.German).TextFor(
            new() { Operator = new() { Name = "Agentur Muster", Email = "kontakt@agentur.example" } });

        foreach (var words in new[]
        {
            "Agentur Muster", "E-Mail-Adresse", "Einladungen", "Mitteilungen", "freiwillig", "jederzeit", "widerrufen", "kontakt@agentur.example",
        })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.DoesNotContain('{', text);
    }

    [Fact]
    public void The_english_wording_says_the_same_and_is_a_version_of_its_own()
    {
        var wording = ConsentWording.CurrentIn(Language.English);
        var text = wording.TextFor(new() { Operator = new() { Name = "Agentur Muster", Email = "kontakt@agentur.example" } });

        Assert.NotEqual(ConsentWording.CurrentIn(Language.German).Version, wording.Version);
        foreach (var words in new[]
        {
            "Agentur Muster", "e-mail address", "invitations", "announcements", "voluntary", "at any time", "withdraw",
            "kontakt@agentur.example",
        })
            Assert.Contains(words, text, StringComparison.Ordinal);
        Assert.True(ConsentWording.CoversAnnouncements(text));
    }
}
