using System.Net;
using AngleSharp.Html.Dom;

namespace ThaffFunctions.Tests.Staff;

/// <summary>A form of the Redaktion, and something that can be typed into it.</summary>
/// <param name="Function">The function that takes it.</param>
/// <param name="Action">Where it is posted to.</param>
/// <param name="OpenAsync">Opens its page.</param>
/// <param name="Typed">What is typed, and the button that is pressed.</param>
sealed record StaffForm(
    string Function, string Action, Func<StaffBrowser, Task<IHtmlDocument>> OpenAsync, params (string Name, string Value)[] Typed)
{
    public IReadOnlyList<(string Field, string Name, string Text)> Files { get; init; } = [];

    /// <summary>Which of several forms that are posted to the same address.</summary>
    public string Holding { get; init; } = "";

    /// <summary>Everything that a browser posts but the files.</summary>
    public async Task<IReadOnlyList<KeyValuePair<string, string>>> FillAsync(StaffBrowser browser) =>
        [.. StaffBrowser.Filled(FormOf(await OpenAsync(browser)), Typed)];

    /// <summary>Fails if the page has no such form.</summary>
    public AngleSharp.Dom.IElement FormOf(IHtmlDocument page)
    {
        var form = page.QuerySelectorAll("form[method=post]").FirstOrDefault(form => form.GetAttribute("action") == Action
            && (Holding.Length == 0 || form.QuerySelector(Holding) is not null));
        Assert.True(form is not null, $"{this} is not on the page: {page.QuerySelector("main")?.TextContent}");
        return form;
    }

    public Task<HttpResponseMessage> PostAsync(StaffBrowser browser, IEnumerable<KeyValuePair<string, string>> filled)
    {
        if (Files.Count == 0) return browser.Http.PostAsync(Action, new FormUrlEncodedContent(filled));

        var content = new MultipartFormDataContent();
        foreach (var (field, value) in filled) content.Add(new StringContent(value), field);
        foreach (var (field, name, text) in Files) content.Add(new StringContent(text), field, name);
        return browser.Http.PostAsync(Action, content);
    }

    public async Task<IHtmlDocument> PostAsync(
        StaffBrowser browser, IEnumerable<KeyValuePair<string, string>> filled, HttpStatusCode status) =>
        await StaffBrowser.PageAsync(await PostAsync(browser, filled), status);

    public override string ToString() => $"{Function} {Action}";
}
