using System.Net;
using System.Net.Http.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using LocalHost.Tests.Fixtures;

namespace LocalHost.Tests.Published;

/// <summary>What is deployed has run: every function once, and the flow from programme to documentation.</summary>
public sealed partial class PublishedAppTests(PublishedApp app) : IClassFixture<PublishedApp>
{
    /// <summary>
    /// What functions answer that are asked without a link's token, a form, a signature or a sign-in; all others find what they show.
    /// </summary>
    static readonly Dictionary<string, HttpStatusCode> s_others = new()
    {
        ["AllowOtherSites"] = HttpStatusCode.NoContent,
        ["ManageRegistration"] = HttpStatusCode.NotFound,
        ["ShowConfirmation"] = HttpStatusCode.NotFound,
        ["ShowLeaving"] = HttpStatusCode.NotFound,
        ["ChooseFromNewsletter"] = HttpStatusCode.NotFound,
        ["ManageEnglishRegistration"] = HttpStatusCode.NotFound,
        ["ShowEnglishConfirmation"] = HttpStatusCode.NotFound,
        ["ShowLeavingInEnglish"] = HttpStatusCode.NotFound,
        ["ChooseFromEnglishNewsletter"] = HttpStatusCode.NotFound,
        ["ShowCampaigns"] = HttpStatusCode.Unauthorized,
        ["ShowCampaign"] = HttpStatusCode.Unauthorized,
        ["PreviewCampaign"] = HttpStatusCode.Unauthorized,
        ["ShowCampaignLog"] = HttpStatusCode.Unauthorized,
        ["UnknownUrl"] = HttpStatusCode.NotFound,
        ["DownloadGoodPracticePicture"] = HttpStatusCode.NotFound, // the demonstration's report has none
        ["DownloadMaterial"] = HttpStatusCode.NotFound, // nor have its documentations
    };

    /// <summary>Those that answer with the page of an unknown address; from any other, that page means that it was not reached.</summary>
    static readonly string[] s_notFound = ["UnknownUrl", "DownloadGoodPracticePicture", "DownloadMaterial"];

    [Fact]
    public async Task Every_http_function_answers()
    {
        var session = await DocumentedSessionAsync();
        var pictures = (await app.Http.GetStringAsync($"/dokumentation/{session}"), await app.Http.GetStringAsync("/good-practice"));
        List<string> wrong = [];
        foreach (var function in app.Functions.Where(function => function.Trigger == "httpTrigger"))
        {
            foreach (var method in function.Methods.DefaultIfEmpty("get").Select(name => new HttpMethod(name.ToUpperInvariant())))
            {
                using var answer = await app.Http.SendAsync(new(method, Address(function, session, pictures)));

                var isRight = s_others.TryGetValue(function.Name, out var expected) ? answer.StatusCode == expected
                    : method == HttpMethod.Post ? (int)answer.StatusCode is >= 200 and < 500
                    : answer.StatusCode is HttpStatusCode.OK or HttpStatusCode.Redirect;
                var text = await answer.Content.ReadAsStringAsync();
                var isOfTheCatchAll = text.Contains("Seite nicht gefunden", StringComparison.Ordinal)
                    || text.Contains("Page not found", StringComparison.Ordinal);
                if (!isRight || (isOfTheCatchAll && !s_notFound.Contains(function.Name)))
                    wrong.Add($"{function.Name}: {method} {answer.RequestMessage!.RequestUri!.PathAndQuery} answered {answer.StatusCode}");
            }
        }

        Assert.Empty(wrong);
    }

    [Fact]
    public async Task Every_timer_runs_to_its_end()
    {
        var timers = app.Functions.Where(function => function.Trigger == "timerTrigger").ToList();

        Assert.NotEmpty(timers);
        foreach (var timer in timers)
            Assert.Equal(HttpStatusCode.Accepted, (await app.Http.PostAsync($"/admin/functions/{timer.Name}", null)).StatusCode);
    }

    [Fact]
    public async Task A_registration_is_confirmed_by_mail_and_its_link_cancels_it()
    {
        var session = (await SessionsAsync()).First(session => (string)session["registration"]! == "open");
        using var answer = await app.Http.PostAsync("/api/registrations", new FormUrlEncodedContent(new Dictionary<string, string>
        {
            ["session"] = (string)session["id"]!,
            ["firstName"] = "Ada",
            ["lastName"] = "Löwe",
            ["email"] = "ada@firma.example",
            ["company"] = "Firma",
            ["sector"] = "it",
            ["region"] = "jena",
        }));
        Assert.Equal(HttpStatusCode.SeeOther, answer.StatusCode);

        var mail = await Eventually.SeeAsync(MailAsync, mail => mail is not null);
        Assert.NotEmpty(mail!["attachments"]!.AsArray());
        var link = ManageLink().Match((string)mail["text"]!).Value;
        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(link)).StatusCode);
        using var cancelled = await app.Http.PostAsync(link, new FormUrlEncodedContent([new("action", "cancel")]));

        Assert.InRange((int)cancelled.StatusCode, 200, 303);
        await Eventually.SeeAsync(async () => (await MailsAsync()).Count, count => count == 2);

        async Task<JsonNode?> MailAsync() => (await MailsAsync()).FirstOrDefault();

        async Task<JsonArray> MailsAsync() => (await app.Http.GetFromJsonAsync<JsonArray>("/_local/mails?to=ada@firma.example"))!;
    }

    [Fact]
    public async Task A_programme_file_becomes_a_page_and_notes_become_a_pdf()
    {
        await app.PutAsync("programme", "neu.yaml", """
            sessions:
              - id: 2026-02-neuer-termin
                title: Ein neuer Termin
                date: 2026-02-10
                start: 10:00
                end: 12:00
                place: Erfurt
                region: erfurt
                seats: 20
                status: scheduled
            """);
        await Eventually.SeeAsync(() => StatusAsync("/termine/2026-02-neuer-termin"), status => status == HttpStatusCode.OK);

        await app.PutAsync("notes", "2026-02-neuer-termin/notes.md", "# Erkenntnisse\n\n- Zeigen hilft.\n");

        await Eventually.SeeAsync(() => StatusAsync("/dokumentation/2026-02-neuer-termin.pdf"), status => status == HttpStatusCode.OK);
        var pdf = await app.Http.GetByteArrayAsync("/dokumentation/2026-02-neuer-termin.pdf");
        Assert.Equal("%PDF"u8.ToArray(), pdf[..4]);
        Assert.Contains("Zeigen hilft.", await app.Http.GetStringAsync("/dokumentation/2026-02-neuer-termin"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_notices_of_third_parties_name_every_package_that_is_deployed() =>
        Assert.Equal(await app.WriteNoticesAsync(), ReadText("THIRD-PARTY-NOTICES.txt")); // else write it anew, see build/licences.cs

    [Theory]
    [InlineData("LICENSE")]
    [InlineData("THIRD-PARTY-NOTICES.txt")]
    public void Licence_and_notices_are_deployed_too(string file) =>
        Assert.Equal(ReadText(file), File.ReadAllText(Path.Combine(app.Folder, "licences", file)).ReplaceLineEndings("\n"));

    static string ReadText(string file) => File.ReadAllText(Path.Combine(PublishedApp.Repository, file)).ReplaceLineEndings("\n");

    /// <summary>A session of the demonstration year whose documentation is out, with the volume of its year and the report.</summary>
    async Task<string> DocumentedSessionAsync()
    {
        var documented = await Eventually.SeeAsync(async () => PictureAddress().Match(await DocumentationsAsync()), found => found.Success);
        var id = documented.Groups["session"].Value;
        await Eventually.SeeAsync(() => StatusAsync($"/dokumentation/{id[..4]}/jahresdokumentation.pdf"),
            status => status == HttpStatusCode.OK);
        await Eventually.SeeAsync(() => StatusAsync("/good-practice.pdf"), status => status == HttpStatusCode.OK);
        return id;

        async Task<string> DocumentationsAsync()
        {
            var list = await app.Http.GetStringAsync("/dokumentation");
            var pages = DocumentationAddress().Matches(list).Select(found => found.Value).Distinct();
            return string.Concat(await Task.WhenAll(pages.Select(app.Http.GetStringAsync)));
        }
    }

    async Task<List<JsonNode>> SessionsAsync() =>
        [.. (await app.Http.GetFromJsonAsync<JsonNode>("/programm.json"))!["sessions"]!.AsArray().Select(session => session!)];

    async Task<HttpStatusCode> StatusAsync(string path) => (await app.Http.GetAsync(path)).StatusCode;

    /// <summary>An address of the route for which there is something to show.</summary>
    static string Address(PublishedFunction function, string session, (string Session, string Report) pages) =>
        "/" + Parameter().Replace(function.Route, parameter => parameter.Groups["name"].Value switch
    {
        "id" when parameter.Value.Contains("[.]", StringComparison.Ordinal) => $"{session}.invitation",
        "id" or "folder" => session,
        "key" => new string('0', 32),
        "segment" => "handwerk",
        "year" => session[..4],
        "name" => PictureName().Match(function.Route.StartsWith("good", StringComparison.Ordinal) ? pages.Report
            : pages.Session).Groups["name"].Value,
        "address" => "gibt/es/nicht",
        _ => "",
    });

    [GeneratedRegex(@"\{\*?(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();

    [GeneratedRegex(@"/dokumentation/20[0-9]{2}-[0-9]{2}-[a-z-]+(?="")")]
    private static partial Regex DocumentationAddress();

    [GeneratedRegex(@"/dokumentation/(?<session>20[^/""]+)/bilder/")]
    private static partial Regex PictureAddress();

    [GeneratedRegex(@"/bilder/(?<name>[^""]+)")]
    private static partial Regex PictureName();

    [GeneratedRegex(@"/anmeldung\?t=\S+")]
    private static partial Regex ManageLink();
}
