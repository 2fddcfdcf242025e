namespace ThaffFunctions.Tests.Site.About;

public sealed class AboutTests
{
    [Theory]
    [InlineData("/impressum", "Impressum", "Digitale-Dienste-Gesetzes")]
    [InlineData("/datenschutz", "Datenschutzerklärung", "nach 7 Tagen gelöscht")]
    [InlineData("/datenschutz", "Datenschutzerklärung", "90 Tage nach dem Termin")]
    [InlineData("/datenschutz", "Datenschutzerklärung", "noch 3 Jahre auf")]
    [InlineData("/datenschutz", "Datenschutzerklärung", "sagen wir ihn ab, 30 Tage danach")]
    [InlineData("/datenschutz", "Datenschutzerklärung", "Prüfwert der Adresse 3 Jahre lang")]
    [InlineData("/datenschutz", "Datenschutzerklärung", "wird nach 30 Tagen gelöscht")]
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
}
