using AngleSharp.Html.Parser;

namespace ThaffFunctions.Tests;

/// <summary>Presses the button of a page's form, as a browser without JavaScript does.</summary>
static class Pressing
{
    /// <param name="stage">Where the form is posted.</param>
    /// <param name="page">The answer that holds the form.</param>
    /// <param name="address">Where the page is; a form without an address of its own is posted there.</param>
    public static async Task<HttpResponseMessage> PressAsync(this Stage stage, HttpResponseMessage page, string? address = null)
    {
        var form = new HtmlParser().ParseDocument(await page.Content.ReadAsStringAsync()).QuerySelector("main form[method=post]")!;
        var fields = form.QuerySelectorAll("input[name]")
            .Select(input => KeyValuePair.Create(input.GetAttribute("name")!, input.GetAttribute("value") ?? ""));
        return await stage.Http.PostAsync(form.GetAttribute("action") ?? address, new FormUrlEncodedContent(fields));
    }
}
