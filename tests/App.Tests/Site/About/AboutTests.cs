using System.Net;
using ThaffFunctions.Shared;
using ThaffFunctions.Site.About;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Site.About;

public sealed class AboutTests
{
    [Theory]
    [InlineData("/impressum", "Impressum", "Digitale-Dienste-Gesetzes")]
    [InlineData("/datenschutz", "Datenschutzerklärung", "Ihr Recht auf Widerspruch")]
    [InlineData("/barrierefreiheit", "Erklärung zur Barrierefreiheit", "Durchsetzungsstelle")]
    public async Task Who_runs_the_site_says_so_and_can_be_reached(string path, string heading, string expected)
    {
        await using var stage = await Stage.OpenAsync();

        var page = await stage.Http.GetStringAsync(path);

        Assert.Contains($"<h1>{heading}</h1>", page, StringComparison.Ordinal);
        Assert.Contains(expected, page, StringComparison.Ordinal);
        Assert.Contains("""<html lang="de">""", page, StringComparison.Ordinal);
        Assert.Contains("mailto:praxisaustausch@thaff.example", page, StringComparison.Ordinal);
        Assert.Contains("Musterstraße 1<br>", page.Replace("\n", "", StringComparison.Ordinal).Replace("  ", "", StringComparison.Ordinal),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task Every_page_leads_to_them()
    {
        await using var stage = await Stage.OpenAsync();

        var page = await stage.Http.GetStringAsync("/");

        foreach (var path in new[] { "/impressum", "/datenschutz", "/barrierefreiheit" })
            Assert.Contains($"href=\"{path}\"", page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_privacy_notice_tells_the_periods_and_places_that_the_settings_make()
    {
        var page = await PageAsync("/datenschutz", new()
        {
            ["Registration:RetentionDays"] = "47",
            ["Campaigns:FollowUpDays"] = "46",
            ["Registration:CancelledRetentionDays"] = "29",
            ["Registration:ManageLinkDays"] = "23",
            ["MailingList:ConfirmationDays"] = "6",
            ["MailingList:ProofYears"] = "4",
            ["MailRecords:SuppressionYears"] = "5",
            ["Backup:KeepDays"] = "17",
            ["About:LogDays"] = "61",
            ["About:HostingRegion"] = "germanywestcentral",
            ["About:VideoPlatform"] = "die Plattform „Muster“ eines Anbieters in Jena",
        });

        foreach (var words in new[]
        {
            "47 Tage nach dem Termin", "bis 23 Tage nach dem Termin", "nach 6 Tagen gelöscht",
            "noch 4 Jahre auf, gerechnet vom Ende des Jahres",
            "sagen wir ihn ab, 29 Tage danach", "Prüfwert der Adresse 5 Jahre lang", "Sicherung wird nach 17 Tagen gelöscht",
            "nach 61 Tagen werden sie gelöscht", "merken wir uns das ebenso 365 Tage lang", "in Deutschland (Region „germanywestcentral“)",
            "nutzen wir die Plattform „Muster“ eines Anbieters in Jena.", "Eine Kopie der Klauseln bekommen Sie von uns",
        })
            Assert.Contains(words, page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_settings_it_claims_no_place_no_logs_and_no_platform()
    {
        var page = await PageAsync("/datenschutz", []);

        Assert.Contains("auf einem einzelnen Rechner", page, StringComparison.Ordinal);
        Assert.Contains("Technische Protokolle bewahren wir nicht auf", page, StringComparison.Ordinal);
        Assert.Contains("steht in seiner eigenen Datenschutzerklärung", page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("swedencentral", "in Schweden (Region „swedencentral“), also in der Europäischen Union")]
    [InlineData("WestEurope", "in den Niederlanden")]
    [InlineData("switzerlandnorth", "Region „switzerlandnorth“; dort liegen")]
    public void A_place_is_said_to_be_in_the_union_only_if_it_is_known_to_be(string region, string words)
    {
        Assert.Contains(words, HostingPlace.Told(region, Language.German), StringComparison.Ordinal);
        Assert.Equal(region != "switzerlandnorth", HostingPlace.Told(region, Language.German).Contains("Union", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("https://api.eu.sendgrid.com", "in der Europäischen Union. Zur Störungssuche")]
    [InlineData("https://api.sendgrid.com", "in den USA.")]
    public async Task Where_mails_are_sent_follows_the_mail_services_address(string host, string words) => Assert.Contains(
        $"E-Mails versendet Twilio SendGrid, und zwar {words}", await PageAsync("/datenschutz", new() { ["SendGrid:Host"] = host }),
        StringComparison.Ordinal);

    [Fact]
    public async Task The_imprint_shows_what_is_set_and_nothing_else()
    {
        var bare = await PageAsync("/impressum", []);
        var full = await PageAsync("/impressum", new()
        {
            ["About:LegalForm"] = "Gesellschaft mit beschränkter Haftung",
            ["About:Register"] = "Amtsgericht Jena|HRB 0",
            ["About:VatId"] = "DE000000000",
            ["About:ResponsiblePerson"] = "Erika Beispiel",
            ["About:Licence"] = "Texte und Bilder stehen unter CC BY 4.0.",
        });

        foreach (var term in new[] { "Rechtsform", "Register", "Umsatzsteuer" })
        {
            Assert.DoesNotContain(term, bare, StringComparison.Ordinal);
            Assert.Contains($"<dt>{term}", full, StringComparison.Ordinal);
        }

        foreach (var words in new[] { "HRB 0", "DE000000000", "Erika Beispiel", "CC BY 4.0" })
            Assert.Contains(words, full, StringComparison.Ordinal);
        Assert.Contains("fragen Sie uns bitte vorher", bare, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Until_somebody_has_reviewed_it_the_accessibility_statement_claims_nothing_and_staff_are_reminded()
    {
        await using var stage = await Stage.OpenAsync(settings: new(StaffSignIn.On) { ["About:AccessibilityAnswerDays"] = "10" });

        var page = WebUtility.HtmlDecode(await stage.Http.GetStringAsync("/barrierefreiheit"));
        var state = await stage.GetAsync("/redaktion/zustand", StaffSignIn.Staff);

        Assert.Contains("Diese Erklärung wurde noch nicht überprüft.", page, StringComparison.Ordinal);
        Assert.DoesNotContain("teilweise mit den Anforderungen", page, StringComparison.Ordinal);
        Assert.Contains("innerhalb von 10 Tagen eine Antwort", page, StringComparison.Ordinal);
        Assert.Equal(HttpStatusCode.OK, state.StatusCode); // a reminder is no failure
        Assert.Contains("Barrierefreiheit ist noch nicht überprüft", WebUtility.HtmlDecode(await state.Content.ReadAsStringAsync()),
            StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_review_makes_it_a_statement_by_the_european_model_with_its_dates()
    {
        await using var stage = await Stage.OpenAsync(settings: new(StaffSignIn.On)
        {
            ["About:AccessibilityStatedOn"] = "2026-03-02",
            ["About:AccessibilityReviewedOn"] = "2026-08-17",
        });

        var page = WebUtility.HtmlDecode(await stage.Http.GetStringAsync("/barrierefreiheit"));

        Assert.Contains("Unvereinbarkeiten und Ausnahmen teilweise mit den Anforderungen", page, StringComparison.Ordinal);
        Assert.Contains("am 2. März 2026 erstellt und zuletzt am 17. August 2026 überprüft", page, StringComparison.Ordinal);
        foreach (var reason in new[] { "Unvereinbarkeit mit", "Unverhältnismäßige Belastung", "für die die Anforderungen nicht gelten" })
            Assert.Contains(reason, page, StringComparison.Ordinal);
        var state = await stage.GetAsync("/redaktion/zustand", StaffSignIn.Staff);
        Assert.DoesNotContain("Zu erledigen", await state.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("/barrierefreiheit", "Material zum Herunterladen", "ob es barrierefrei ist, haben wir nicht geprüft", "in einer anderen Form")]
    [InlineData("/en/barrierefreiheit", "material to download", "we have not checked", "in another form")]
    public async Task The_accessibility_statement_says_that_material_is_not_checked(string path, params string[] words)
    {
        await using var stage = await Stage.OpenAsync();

        var page = WebUtility.HtmlDecode(await stage.Http.GetStringAsync(path));

        Assert.All(words, one => Assert.Contains(one, page, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("2026-03-02", null, "noch nicht überprüft")]
    [InlineData(null, "2026-03-02", "noch nicht überprüft")]
    [InlineData("2025-01-01", "2025-11-30", null)]
    [InlineData("2025-01-01", "2025-11-29", "zuletzt am 29. November 2025")]
    public void Staff_are_reminded_after_a_year_again(string? stated, string? reviewed, string? words)
    {
        var about = new AboutOptions { AccessibilityStatedOn = Day(stated), AccessibilityReviewedOn = Day(reviewed) };

        var due = AccessibilityReview.Due(about, new(2026, 11, 29));

        Assert.Equal(words is null, due is null);
        if (words is not null) Assert.Contains(words, due, StringComparison.Ordinal);

        static DateOnly? Day(string? text) => text is null ? null : DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
    }

    static async Task<string> PageAsync(string path, Dictionary<string, string> settings)
    {
        await using var stage = await Stage.OpenAsync(settings: settings);
        return WebUtility.HtmlDecode(await stage.Http.GetStringAsync(path));
    }
}
