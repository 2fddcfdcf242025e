using Azure;
using Azure.Data.Tables;
using ThaffFunctions.Campaigns;
using ThaffFunctions.Campaigns.Deciding;
using ThaffFunctions.Campaigns.Digests;
using ThaffFunctions.Insights;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.MailingList;
using ThaffFunctions.MailingList.Choosing;
using ThaffFunctions.MailingList.Consents;
using ThaffFunctions.MailingList.Contacts;
using ThaffFunctions.Programme;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Insights;
using ThaffFunctions.Tests.MailingList;
using ThaffFunctions.Tests.Site;
using static ThaffFunctions.Tests.Campaigns.CampaignStage;

namespace ThaffFunctions.Tests.Campaigns.Digests;

/// <summary>Once a month, multipliers hear what is open in their sectors or regions.</summary>
public sealed class DigestTests
{
    const string Crafts = "Die Termine im Amt dauern zu lange", Costs = "Wer bezahlt Sprachkurse im Betrieb?", Gera = "Wer prüft Zeugnisse aus Kenia?";

    const string Subject = "Oktober 2026: offene Fragen und Anliegen aus";

    static readonly CampaignId OfOctober = CampaignId.Digest(new(2026, 10, 1));

    [Fact]
    public async Task Multipliers_get_on_the_first_of_the_month_what_is_open_in_their_sectors_or_regions()
    {
        await using var stage = await Stage.OpenAsync();
        await DocumentAsync(stage);
        var (all, both) = OfOnePartition(stage);
        await AddAsync(stage, all);
        await AddAsync(stage, both, sector: "handwerk", region: "gera"); // the same entries, in other words
        await AddAsync(stage, "handwerk@kammer.example", sector: "handwerk");
        await AddAsync(stage, "gera@kammer.example", region: "gera");
        await AddAsync(stage, "suhl@kammer.example", region: "suhl");
        await AddAsync(stage, "betrieb@kammer.example", kind: ContactKind.Company);
        await AddAsync(stage, "frueher@kammer.example", takesAnnouncements: false);
        await stage.AddActiveAsync("ohne@firma.example");
        await stage.TickAsync();
        Assert.Null(await stage.CampaignAsync(OfOctober)); // as far as the list was counted, it has no multipliers

        await stage.FireAsync("CountList");
        await stage.TickAsync();
        Assert.Equal(Sessions.At(2026, 10, 1, 9), (await stage.CampaignAsync(OfOctober))!.Due);
        await stage.TickAsync(Sessions.At(2026, 10, 1, 8, 45));
        Assert.Empty(await stage.DeliveriesAsync(OfOctober));
        await stage.TickAsync(Sessions.At(2026, 10, 1, 9));
        await stage.DeliveredAsync(OfOctober);
        await stage.TickAsync(Sessions.At(2026, 10, 1, 9, 15));

        var digests = (await stage.MailsAsync())
            .Where(mail => mail.Subject.StartsWith(Subject, StringComparison.Ordinal)).ToDictionary(mail => mail.To);
        Assert.Equal(["gera@kammer.example", "handwerk@kammer.example", all, both], digests.Keys.Order());
        Assert.Equal([Crafts, Costs, Gera], Told(digests[all]));
        Assert.Equal([Crafts, Costs, Gera], Told(digests[both]));
        Assert.Equal([Crafts, Costs], Told(digests["handwerk@kammer.example"]));
        Assert.Equal([Gera], Told(digests["gera@kammer.example"]));
        Assert.All(digests.Values, mail => Assert.Contains("List-Unsubscribe", mail.Headers.Keys));
        Assert.All(digests.Values, mail => Assert.Equal(
            mail.To == all ? ($"{Subject} dem Praxisaustausch", false) : ($"{Subject} Ihrem Bereich", true),
            (mail.Subject, mail.Text.Contains("betreffen Ihre Branchen oder Regionen", StringComparison.Ordinal))));
        Assert.Contains("/multiplikatoren", digests["gera@kammer.example"].Text, StringComparison.Ordinal);
        Assert.Equal(CampaignState.Done, (await stage.CampaignAsync(OfOctober))!.State);
        Assert.NotNull(await stage.CampaignAsync(CampaignId.Digest(new(2026, 11, 1))));
    }

    [Fact]
    public async Task Who_chose_english_is_told_in_english_and_the_entries_stay_as_they_were_raised()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Site:Operator:Name"] = "Agentur Muster" });
        await DocumentAsync(stage);
        var (german, english) = OfOnePartition(stage);
        await AddAsync(stage, german);
        await AddAsync(stage, english, language: Language.English);
        await stage.FireAsync("CountList");
        await stage.TickAsync();
        await stage.TickAsync(Sessions.At(2026, 10, 1, 9));
        await stage.DeliveredAsync(OfOctober);

        var mail = Assert.Single(await stage.MailsAsync(english));
        Assert.Equal("October 2026: open questions and concerns from the Praxisaustausch", mail.Subject);
        var page = EnglishText.Expected(mail.Html);
        Assert.Equal([Crafts, Costs, Gera], Told(mail));
        Assert.Equal(["Concerns", "Open questions"], page.QuerySelectorAll("h2").Select(heading => heading.TextContent));
        Assert.Contains("from “Sprache im Betrieb”, Monday, 5 October 2026 · Crafts", mail.Text, StringComparison.Ordinal);
        EnglishText.Expected(await stage.Http.GetStringAsync(mail.LinkTo("/en/multiplikatoren")));
        Assert.StartsWith(Subject, Assert.Single(await stage.MailsAsync(german)).Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_was_answered_meanwhile_is_not_told_and_who_has_left_gets_nothing()
    {
        await using var stage = await Stage.OpenAsync();
        await DocumentAsync(stage);
        await AddAsync(stage, "gera@kammer.example", region: "gera");
        await AddAsync(stage, "alles@kammer.example");
        await stage.FireAsync("CountList");
        await stage.TickAsync();
        await stage.Service<CampaignDesk>().PauseAsync(OfOctober, default);
        await stage.TickAsync(Sessions.At(2026, 10, 1, 9));
        await stage.DocumentAsync(October with { Id = SessionId.Parse("2026-09-gera")!.Value, Region = Region.Find("gera") }, "Nichts mehr offen.");
        var store = stage.Service<SubscriberStore>();
        await store.EndAsync([store.KeyOf(EmailAddress.Stored("alles@kammer.example"))], default);

        await stage.Service<CampaignDesk>().ResumeAsync(OfOctober, default);
        await stage.TickAsync();

        Assert.Empty(await stage.DeliveredAsync(OfOctober));
        Assert.Empty(await stage.MailsAsync("gera@kammer.example"));
    }

    [Fact]
    public async Task Beside_a_multiplier_whose_row_cannot_be_read_the_others_get_theirs()
    {
        await using var stage = await Stage.OpenAsync(settings: Slow);
        await DocumentAsync(stage);
        var (spoiled, other) = OfOnePartition(stage);
        await AddAsync(stage, spoiled);
        await AddAsync(stage, other);
        await stage.FireAsync("CountList");
        await stage.TickAsync();
        await stage.TickAsync(Sessions.At(2026, 10, 1, 9));
        await stage.ExpandedAsync(OfOctober);
        var key = KeyOf(stage, spoiled);
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Subscribers).UpdateEntityAsync(
            new TableEntity(SubscriberStore.PartitionOf(key), key) { ["Email"] = 7.5 }, ETag.All);

        await stage.FireAsync("DeliverBatch", (await stage.DeliveriesAsync(OfOctober))[0].Id.Partition);

        var skipped = (await stage.DeliveriesAsync(OfOctober)).Where(row => row.State == DeliveryState.Skipped);
        Assert.Equal([key], skipped.Select(row => row.Recipient));
        Assert.Equal([Crafts, Costs, Gera], Told(Assert.Single(await stage.MailsAsync(other))));
    }

    [Theory]
    [InlineData("handwerk", "erfurt", "", "", true)]
    [InlineData("handwerk", "erfurt", "handwerk", "", true)]
    [InlineData("handwerk", "erfurt", "handel", "", false)]
    [InlineData("handwerk", "erfurt", "", "erfurt", true)]
    [InlineData("handwerk", "erfurt", "", "gera", false)]
    [InlineData("handwerk", "erfurt", "handel", "erfurt", true)]
    [InlineData("handwerk", "erfurt", "handwerk", "gera", true)]
    [InlineData("handwerk", "erfurt", "handel", "gera", false)]
    [InlineData("handwerk", "", "", "", true)]
    [InlineData("handwerk", "", "handwerk", "", true)]
    [InlineData("handwerk", "", "handel", "", false)]
    [InlineData("handwerk", "", "", "gera", true)] // online is near to all
    [InlineData("handwerk", "", "handel", "gera", false)] // but about another sector than the one named
    [InlineData("handwerk", "", "handwerk", "gera", true)]
    [InlineData("", "", "handel", "gera", true)]
    [InlineData("", "", "handel", "", true)]
    [InlineData("", "", "", "gera", true)]
    [InlineData("", "erfurt", "handel", "", true)]
    [InlineData("", "erfurt", "", "gera", false)]
    public void An_entry_concerns_who_named_its_sector_or_its_region(
        string ofSector, string ofRegion, string sector, string region, bool concerns)
    {
        var entry = new UnansweredInsight(
            new(new(October.Id, "1"), InsightKind.Concern, Crafts, [.. Some(Sector.Find(ofSector))], Progress.None),
            new(October.Id, October.Title, October.Focus, October.Start), Region.Find(ofRegion));

        Assert.Equal(concerns, entry.Concerns(new([.. Some(Region.Find(region))], false) { Sectors = [.. Some(Sector.Find(sector))] }));
    }

    static async Task DocumentAsync(Stage stage)
    {
        await stage.DocumentAsync(October, $"# Anliegen\n\n- {Crafts}\n  - Branche: Handwerk\n\n# Offene Fragen\n\n- {Costs}\n");
        await stage.DocumentAsync(October with { Id = SessionId.Parse("2026-09-gera")!.Value, Region = Region.Find("gera") },
            $"# Offene Fragen\n\n- {Gera}\n  - Branche: Handel\n");
    }

    static async Task AddAsync(Stage stage, string email, string sector = "", string region = "",
        ContactKind kind = ContactKind.Multiplier, bool takesAnnouncements = true, Language? language = null)
    {
        var preferences = new Preferences([.. Some(Region.Find(region))], Documentation: false)
        {
            Sectors = [.. Some(Sector.Find(sector))],
        };
        var (store, address) = (stage.Service<SubscriberStore>(), EmailAddress.Stored(email));
        Assert.True(await store.TryAddAsync(
            new(store.KeyOf(address), address, SubscriberState.Active, preferences)
            {
                Contact = new("", "Kammer", kind),
                TakesAnnouncements = takesAnnouncements,
                Language = language ?? Language.German,
            },
            Consent.Imported("Test", "Ja.", preferences, stage.Clock.GetUtcNow()), default));
    }

    static string KeyOf(Stage stage, string email) => stage.Service<SubscriberStore>().KeyOf(EmailAddress.Stored(email));

    /// <summary>Two addresses whose mails one batch may hold: of 17, at least two share one of the 16 partitions.</summary>
    static (string, string) OfOnePartition(Stage stage)
    {
        var together = Enumerable.Range(0, 17).Select(number => $"kammer{number}@kammer.example")
            .GroupBy(email => SubscriberStore.PartitionOf(KeyOf(stage, email))).First(emails => emails.Count() > 1).ToList();
        return (together[0], together[1]);
    }

    static IEnumerable<T> Some<T>(T? value) where T : class => value is null ? [] : [value];

    static IEnumerable<string> Told(SentMail mail) =>
        new[] { Crafts, Costs, Gera }.Where(entry => mail.Text.Contains(entry, StringComparison.Ordinal));
}
