using System.Net;
using AngleSharp.Dom;
using AngleSharp.Html.Dom;
using AngleSharp.Html.Parser;
using ThaffFunctions.LocalHost.Auth;

namespace ThaffFunctions.Tests.Staff;

/// <summary>A browser of a member of staff: opens pages, fills in their forms, posts them and follows where it is sent.</summary>
sealed class StaffBrowser(HttpClient http) : IDisposable
{
    public HttpClient Http => http;

    public static async Task<StaffBrowser> OpenAsync(Stage stage, Person? person = null) =>
        new(await stage.BrowserAsync(person ?? StaffSignIn.Staff));

    public async Task<IHtmlDocument> SeeAsync(string path, HttpStatusCode status = HttpStatusCode.OK) =>
        await PageAsync(await http.GetAsync(path), status);

    /// <summary>Fills in a page's form and posts it as it is.</summary>
    /// <param name="path">The page.</param>
    /// <param name="action">Where the form is posted to; null: the page's only form that is posted.</param>
    /// <param name="fields">What is typed; everything else stays as the page has it. A button is named with its value.</param>
    public async Task<HttpResponseMessage> PostAsync(string path, string? action, params (string Name, string Value)[] fields)
    {
        var form = FormOf(await SeeAsync(path), action);
        return await http.PostAsync(form.GetAttribute("action"), new FormUrlEncodedContent(Filled(form, fields)));
    }

    /// <summary>Posts a form, and it succeeds.</summary>
    /// <returns>The page that follows.</returns>
    public async Task<IHtmlDocument> DoAsync(string path, string? action, params (string Name, string Value)[] fields)
    {
        var answer = await PostAsync(path, action, fields);
        Assert.True(answer.StatusCode == HttpStatusCode.SeeOther, await answer.Content.ReadAsStringAsync());
        return await SeeAsync(answer.Headers.Location!.OriginalString);
    }

    public static async Task<IHtmlDocument> PageAsync(HttpResponseMessage answer, HttpStatusCode status)
    {
        var text = await answer.Content.ReadAsStringAsync();
        Assert.True(status == answer.StatusCode, $"{answer.RequestMessage!.RequestUri}: {answer.StatusCode}: {text}");
        return await new HtmlParser().ParseDocumentAsync(text);
    }

    public static IElement FormOf(IHtmlDocument page, string? action) => Assert.Single(
        page.QuerySelectorAll("form[method=post]"), form => action is null || form.GetAttribute("action") == action);

    /// <summary>What a browser would post.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Filled(IElement form, params (string Name, string Value)[] fields)
    {
        var typed = fields.ToLookup(field => field.Name, field => field.Value);
        var asItIs = form.QuerySelectorAll("input[name], select[name], textarea[name]").Where(control => control switch
        {
            IHtmlInputElement { Type: "checkbox" or "radio", IsChecked: false } => false,
            IHtmlInputElement { Type: "file" } => false,
            _ => !control.HasAttribute("disabled"),
        }).Select(control => KeyValuePair.Create(control.GetAttribute("name")!, control switch
        {
            IHtmlInputElement input => input.Value,
            IHtmlSelectElement select => select.Value ?? "",
            _ => ((IHtmlTextAreaElement)control).Value,
        }));
        return asItIs.Where(field => !typed.Contains(field.Key))
            .Concat(fields.Select(field => KeyValuePair.Create(field.Name, field.Value)));
    }

    public void Dispose() => http.Dispose();
}
