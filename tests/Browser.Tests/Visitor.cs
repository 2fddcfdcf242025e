using System.Text.Json;

namespace ThaffFunctions.Browser.Tests;

/// <summary>Somebody before a browser, who notes what a page does that it should not.</summary>
sealed class Visitor : IAsyncDisposable
{
    static readonly Lazy<string> s_axe = new(() => File.ReadAllText(NpmFiles.PathOf("axe-core/axe.min.js")));

    readonly IBrowserContext context;
    readonly List<string> faults = [];
    IResponse? shown;

    Visitor(IBrowserContext context, IPage page) => (this.context, Page) = (context, page);

    public IPage Page { get; }

    /// <summary>Console messages, script errors and requests to other origins so far, each with its page.</summary>
    public IReadOnlyList<string> Faults => faults;

    /// <summary>The path of the page that is shown.</summary>
    public string Path => new Uri(Page.Url).AbsolutePath;

    public static async Task<Visitor> ComeAsync(Stage stage)
    {
        var browser = await Chromium.Browser;
        var context = await browser.NewContextAsync(new() { BaseURL = stage.Http.BaseAddress!.ToString(), Locale = "de-DE" });
        var page = await context.NewPageAsync();
        page.SetDefaultTimeout(20_000);
        var visitor = new Visitor(context, page);
        page.Console += (_, message) =>
        {
            // the browser's own line for every form that is refused, not the page's
            if (!message.Text.Contains("status of 422", StringComparison.Ordinal)) visitor.Note(message.Text);
        };
        page.PageError += (_, error) => visitor.Note(error);
        page.Request += (_, request) =>
        {
            if (!request.Url.StartsWith(stage.Http.BaseAddress!.ToString(), StringComparison.Ordinal)) visitor.Note(request.Url);
        };
        page.Response += (_, response) =>
        {
            if (response.Request.IsNavigationRequest && response.Frame == page.MainFrame) visitor.shown = response;
        };
        return visitor;
    }

    public async Task<IResponse> OpenAsync(string path) => (await Page.GotoAsync(path))!;

    /// <summary>The page as the server sent it.</summary>
    public Task<string> HtmlAsync() => shown!.TextAsync();

    /// <summary>Signs in as the person of the Redaktion whom the local host offers.</summary>
    public async Task SignInAsync()
    {
        await OpenAsync("/.auth/login/aad?post_login_redirect_uri=/redaktion");
        await Page.GetByRole(AriaRole.Button).First.ClickAsync();
    }

    /// <summary>Presses Tab until the control with this label has the focus.</summary>
    public async Task TabToAsync(string label)
    {
        for (var presses = 0; presses < 150; presses++)
        {
            await Page.Keyboard.PressAsync("Tab");
            if ((await FocusedAsync()).Contains(label, StringComparison.Ordinal)) return;
        }

        Assert.Fail($"Nothing labelled \"{label}\" can be reached by Tab on {Page.Url}.");
    }

    public async Task TypeAsync(string label, string text)
    {
        await TabToAsync(label);
        await Page.Keyboard.TypeAsync(text);
    }

    public async Task PressAsync(string label, string key = "Enter")
    {
        await TabToAsync(label);
        await Page.Keyboard.PressAsync(key);
        await Page.WaitForLoadStateAsync();
    }

    /// <summary>
    /// What axe-core finds in the page as it is shown now: rule, element and why. Mails shown in frames let no script in.
    /// </summary>
    public async Task<IReadOnlyList<string>> AxeAsync()
    {
        if (!await Page.EvaluateAsync<bool>("() => 'axe' in window")) await Page.EvaluateAsync(s_axe.Value);
        var found = await Page.EvaluateAsync<JsonElement>("async () => (await axe.run({ resultTypes: ['violations'], iframes: false })).violations");
        return [.. from violation in found.EnumerateArray()
                   from node in violation.GetProperty("nodes").EnumerateArray()
                   select $"{violation.GetProperty("id")}: {node.GetProperty("html")} {node.GetProperty("failureSummary")}"];
    }

    /// <summary>
    /// What is wrong with the summary of a refused form: it must have the focus, each of its links must lead to a control, and the control
    /// must say that it is wrong and name the sentence that says why. What is about no field leads to the content.
    /// </summary>
    public async Task<IReadOnlyList<string>> SummaryFaultsAsync() => await Page.EvaluateAsync<string[]>("""
        () => {
          const summary = document.querySelector('.problems'), faults = [];
          if (!summary) return ['no summary'];
          if (document.activeElement !== summary) faults.push('the summary has no focus');
          for (const link of summary.querySelectorAll('a')) {
            const id = link.getAttribute('href').slice(1), to = document.getElementById(id);
            if (!to) { faults.push(`#${id} leads nowhere`); continue; }
            if (id === 'inhalt' || id === 'stand') continue;
            const described = (to.getAttribute('aria-describedby') ?? '').split(' ');
            if (!described.some(name => document.getElementById(name)?.matches('.error'))) faults.push(`#${id} names no sentence`);
            if (to.matches('input, select, textarea') && to.getAttribute('aria-invalid') !== 'true') faults.push(`#${id} is not marked`);
          }
          return faults;
        }
        """);

    /// <summary>By how many pixels the page can be pushed sideways.</summary>
    public Task<int> OverhangAsync() =>
        Page.EvaluateAsync<int>("() => document.scrollingElement.scrollWidth - document.documentElement.clientWidth");

    /// <summary>The paths of this site that the page links to.</summary>
    public async Task<IReadOnlyList<string>> LinksAsync() => await Page.EvaluateAsync<string[]>(
        "() => [...document.links].filter(a => a.origin === location.origin && !a.download).map(a => a.pathname + a.search)");

    public async ValueTask DisposeAsync() => await context.CloseAsync();

    Task<string> FocusedAsync() => Page.EvaluateAsync<string>("""
        () => {
          const e = document.activeElement;
          return [...(e.labels ?? [])].map(l => l.textContent).concat(e.getAttribute('aria-label') ?? '', e.matches('a, button, summary') ? e.textContent : '').join(' ');
        }
        """);

    void Note(string fault) => faults.Add($"{Page.Url}: {fault}");
}
