using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using Azure.Data.Tables;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Storage;

namespace ThaffFunctions.Tests.Staff;

/// <summary>Every form of the Redaktion, found by reflection, in the hands of people who take their time.</summary>
public sealed class EveryFormTests : IAsyncLifetime
{
    /// <summary>What the page itself puts into forms.</summary>
    static readonly string[] OfPages = ["formular", "version", "stand", "fassung", "fassungen", "blatt"];

    StaffWorld world = null!;

    public async Task InitializeAsync() => world = await StaffWorld.OpenAsync();

    public async Task DisposeAsync() => await world.DisposeAsync();

    [Fact]
    public async Task Left_open_for_a_day_none_does_anything_and_each_comes_back_with_everything_typed()
    {
        var forms = world.Forms();
        Assert.Equal(StaffWorld.Functions.Order(), forms.Select(form => form.Function).Distinct().Order());
        var done = await DoneAsync();
        List<(StaffForm Form, IReadOnlyList<KeyValuePair<string, string>> Filled)> open = [];
        foreach (var form in forms) open.Add((form, await form.FillAsync(world.Staff)));
        var tokens = world.Stage.Service<LinkTokens>();
        world.Stage.Clock.Advance(TimeSpan.FromHours(24));

        List<string> faults = [];
        foreach (var (form, filled) in open)
        {
            var late = await form.PostAsync(world.Staff, filled, HttpStatusCode.UnprocessableEntity);
            if (late.QuerySelector(".problems")?.TextContent.Contains("Es ist noch nichts geschehen", StringComparison.Ordinal) != true)
                faults.Add($"{form}: does not say what happened");
            var again = StaffBrowser.Filled(form.FormOf(late)).ToList();
            faults.AddRange(filled.Where(field => !OfPages.Contains(field.Key) && !IsButton(form, late, field.Key)
                && !again.Exists(kept => kept.Key == field.Key && Typed(kept.Value) == Typed(field.Value)))
                .Select(lost => $"{form}: loses {lost.Key} {lost.Value}"));
            if (tokens.Verify(LinkPurpose.StaffForm, again.Find(field => field.Key == "formular").Value) is null)
                faults.Add($"{form}: cannot be posted again");
        }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
        Assert.Equal(done, await DoneAsync());
    }

    [Fact]
    public async Task Posted_by_who_was_signed_out_meanwhile_each_waits_for_the_sign_in_and_leads_back_to_the_page()
    {
        using var signedOut = new StaffBrowser(await world.Stage.BrowserAsync(null));
        List<string> faults = [];
        foreach (var form in world.Forms())
            foreach (var large in form.Files.Count > 0 ? new[] { false, true } : [false])
            {
                var filled = await form.FillAsync(world.Staff);
                var sent = form with { Files = [.. form.Files.Select(file => file with { Text = file.Text + Room(large) })] };
                var asked = await sent.PostAsync(signedOut, filled, HttpStatusCode.Unauthorized);
                var kept = StaffBrowser.Filled(StaffBrowser.FormOf(asked, form.Action)).ToList();
                if (!large && !filled.All(kept.Contains)) faults.Add($"{form}: loses {string.Join(", ", filled.Except(kept))}");
                var back = await world.Staff.Http.PostAsync(form.Action, new FormUrlEncodedContent(large ? kept : []));
                if (back.StatusCode != HttpStatusCode.UnprocessableEntity) faults.Add($"{form}: nothing posted is answered {back.StatusCode}");
            }

        Assert.True(faults.Count == 0, string.Join('\n', faults));
    }

    [Fact]
    public async Task None_is_taken_without_a_token_or_with_one_that_is_forged_of_another_form_or_person_or_too_old()
    {
        var done = await DoneAsync();
        var tokens = world.Stage.Service<LinkTokens>();
        var soon = world.Stage.Clock.GetUtcNow().AddHours(1);
        string OfPerson(string id, string path, LinkPurpose purpose, DateTimeOffset until) =>
            tokens.Create(purpose, $"{id}\n{path}", until);
        List<string> taken = [];
        foreach (var form in world.Forms())
        {
            var filled = await form.FillAsync(world.Staff);
            var token = filled.Single(field => field.Key == "formular").Value;
            foreach (var wrong in new[]
            {
                "", "gefälscht", token[..^1], token + "A", token.ToUpperInvariant(),
                OfPerson(StaffSignIn.Colleague.Id, form.Action, LinkPurpose.StaffForm, soon),
                OfPerson(StaffSignIn.Staff.Id, form.Action, LinkPurpose.StaffStatus, soon),
                OfPerson(StaffSignIn.Staff.Id, form.Action, LinkPurpose.StaffForm, world.Stage.Clock.GetUtcNow()),
                OfPerson(StaffSignIn.Staff.Id, "/redaktion/anders", LinkPurpose.StaffForm, soon),
            })
                if (await PostAsync(form, filled, wrong) is var status and not HttpStatusCode.UnprocessableEntity)
                    taken.Add($"{form} answered {status}");
            foreach (var (header, value) in new[] { ("Origin", "https://boese.example"), ("Origin", "null"), ("Sec-Fetch-Site", "cross-site") })
                if (await PostAsync(form, filled, token, header, value) is var foreign and not HttpStatusCode.Forbidden)
                    taken.Add($"{form} answered another site {foreign}");
        }

        Assert.True(taken.Count == 0, string.Join('\n', taken));
        Assert.Equal(done, await DoneAsync());
    }

    async Task<HttpStatusCode> PostAsync(StaffForm form, IReadOnlyList<KeyValuePair<string, string>> filled, string token,
        string? header = null, string? value = null)
    {
        using var request = new HttpRequestMessage(HttpMethod.Post, form.Action)
        {
            Content = new FormUrlEncodedContent([.. filled.Where(field => field.Key != "formular"), new("formular", token)]),
        };
        if (header is not null) request.Headers.Add(header, value);
        return (await world.Staff.Http.SendAsync(request)).StatusCode;
    }

    static string Room(bool isLarge) => new(' ', isLarge ? 100_000 : 0);

    /// <summary>How many acts the audit has.</summary>
    async Task<int> DoneAsync() =>
        await world.Stage.Service<TableServiceClient>().GetTableClient(Tables.Audit).QueryAsync<TableEntity>().CountAsync();

    static string Typed(string value) => value.ReplaceLineEndings("\n");

    /// <summary>A button is pressed again.</summary>
    static bool IsButton(StaffForm form, IHtmlDocument page, string field) =>
        form.FormOf(page).QuerySelectorAll("button[name]").Any(button => button.GetAttribute("name") == field);
}
