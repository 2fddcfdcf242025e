using System.Net;
using System.Reflection;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Links;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Hosting;

namespace ThaffFunctions.Tests.Staff;

/// <summary>Every function of the staff area, found by reflection: nobody else gets anything from it, whatever they try.</summary>
public sealed partial class StaffProtectionTests : IAsyncLifetime
{
    static readonly string Principal = Convert.ToBase64String(
        """{"auth_typ":"aad","claims":[{"typ":"roles","val":"Redaktion"},{"typ":"name","val":"Eva"}]}"""u8);

    static readonly string[] Methods = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE"];

    /// <summary>Another spelling of an address may lead to the right one, which is tried too.</summary>
    static readonly HttpStatusCode[] Refusals = [HttpStatusCode.Redirect, HttpStatusCode.MovedPermanently, HttpStatusCode.Unauthorized,
        HttpStatusCode.Forbidden, HttpStatusCode.NotFound, HttpStatusCode.MethodNotAllowed, HttpStatusCode.BadRequest];

    static readonly (string Method, string Path)[] Functions =
    [
        .. from function in FunctionRules.FunctionsOf(typeof(ThaffFunctionsApp).Assembly.GetTypes())
           let http = function.GetParameters().Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>()).FirstOrDefault()
           where http is not null
           let path = "/" + Parameter().Replace(http.Route ?? "", parameter => ValueOf(parameter.Groups["name"].Value))
           where IsStaffs(function, path)
           from method in http.Methods!
           select (method.ToUpperInvariant(), path),
    ];

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: StaffSignIn.On);
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Fact]
    public async Task No_staff_function_answers_without_the_role_whatever_the_method()
    {
        Assert.True(Functions.Length > 30, "The staff functions were not found.");
        List<string> answered = [];
        foreach (var person in new[] { null, StaffSignIn.Colleague })
        {
            using var browser = await stage.BrowserAsync(person);
            foreach (var path in Functions.Select(function => function.Path).Distinct())
                foreach (var method in Methods) await TryAsync(browser, new(method), path, answered);
        }

        Assert.Empty(answered);
    }

    [Fact]
    public async Task No_staff_function_answers_without_the_role_however_its_path_is_written()
    {
        List<string> answered = [];
        foreach (var person in new[] { null, StaffSignIn.Colleague })
        {
            using var browser = await stage.BrowserAsync(person);
            foreach (var (method, path) in Functions)
                foreach (var spelling in Spellings(path)) await TryAsync(browser, new(method), spelling, answered);
        }

        Assert.Empty(answered);
    }

    [Theory]
    [InlineData("X-MS-CLIENT-PRINCIPAL")]
    [InlineData("x-ms-client-principal")]
    [InlineData("X-Original-URL")]
    [InlineData("X-Rewrite-URL")]
    [InlineData("X-Forwarded-Prefix")]
    [InlineData("X-HTTP-Method-Override")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-NAME")]
    [InlineData("X-MS-CLIENT-PRINCIPAL-ID")]
    [InlineData("X-MS-TOKEN-AAD-ID-TOKEN")]
    [InlineData("X-ZUMO-AUTH")]
    [InlineData("Authorization")]
    [InlineData("Cookie")]
    [InlineData("x-functions-key")]
    [InlineData("X-Forwarded-Host")]
    public async Task No_staff_function_answers_without_the_role_whatever_a_header_says(string header)
    {
        List<string> answered = [];
        foreach (var person in new[] { null, StaffSignIn.Colleague })
        {
            using var browser = await stage.BrowserAsync(person);
            browser.DefaultRequestHeaders.TryAddWithoutValidation(header, header switch
            {
                "X-Original-URL" or "X-Rewrite-URL" => "/",
                "X-Forwarded-Prefix" => "/..",
                "X-HTTP-Method-Override" => "GET",
                "X-Forwarded-Host" => "localhost",
                "Authorization" => $"Bearer {Principal}",
                "Cookie" => $"AppServiceAuthSession={Principal}",
                _ => Principal,
            });
            foreach (var (method, path) in Functions) await TryAsync(browser, new(method), path, answered);
        }

        Assert.Empty(answered);
    }

    [Fact]
    public async Task Who_has_the_role_is_answered()
    {
        using var staff = await StaffBrowser.OpenAsync(stage);
        var pages = Functions.Where(function => function.Method == "GET").Select(function => function.Path).Distinct().ToList();

        var answered = 0;
        foreach (var path in pages)
        {
            var status = (await staff.Http.GetAsync(path)).StatusCode;
            Assert.True(status is HttpStatusCode.OK or HttpStatusCode.NotFound, $"{path} answered {status}");
            if (status == HttpStatusCode.OK) answered++;
        }

        Assert.True(answered > 15, $"Only {answered} of {pages.Count} pages answered.");
    }

    async Task TryAsync(HttpClient browser, HttpMethod method, string path, List<string> answered)
    {
        var address = new Uri($"{stage.Http.BaseAddress!.GetLeftPart(UriPartial.Authority)}{path}",
            new UriCreationOptions { DangerousDisablePathAndQueryCanonicalization = true });
        using var request = new HttpRequestMessage(method, address);
        if (method == HttpMethod.Post) request.Content = new FormUrlEncodedContent([new("email", "ada@werkstatt.example")]);
        using var answer = await browser.SendAsync(request);
        var text = await answer.Content.ReadAsStringAsync();
        if (!Refusals.Contains(answer.StatusCode) || text.Contains("aria-label=\"Redaktion\"", StringComparison.Ordinal))
            answered.Add($"{method} {path}: {(int)answer.StatusCode}");
    }

    static IEnumerable<string> Spellings(string path)
    {
        var first = path.IndexOf('/', 1) is > 0 and var end ? end : path.Length;
        yield return path + "/";
        yield return path + "?";
        yield return path.ToUpperInvariant();
        yield return path[..1] + char.ToUpperInvariant(path[1]) + path[2..];
        yield return $"/%{(int)path[1]:X2}{path[2..]}";
        yield return "/" + path;
        yield return "/." + path;
        yield return "/termine/.." + path;
        yield return "/termine/%2e%2e" + path;
        yield return path[..first] + "%2F" + (first < path.Length ? path[(first + 1)..] : "");
        yield return path[..first] + "//" + (first < path.Length ? path[(first + 1)..] : "");
        yield return path[..first] + ";x" + path[first..];
        yield return path[..1] + path[1..].Replace('/', '\\');
        yield return path + "%00";
        yield return path + "%20";
        yield return path + "%09";
        yield return path + "/.";
        yield return path + "/%2e";
        yield return path + "/x/..";
        yield return $"/%25{(int)path[1]:X2}{path[2..]}";
        yield return path[..first] + "%5C" + (first < path.Length ? path[(first + 1)..] : "");
        yield return path[..first] + "%c0%af" + (first < path.Length ? path[(first + 1)..] : "");
        yield return "/\uFF52" + path[2..]; // a wide r
    }

    static bool IsStaffs(MethodInfo function, string path) =>
        function.DeclaringType!.Namespace!.Split('.').Contains("Staff")
        || path.StartsWith("/redaktion", StringComparison.OrdinalIgnoreCase) || path.StartsWith("/api/staff", StringComparison.OrdinalIgnoreCase);

    static string ValueOf(string parameter) => parameter switch
    {
        "key" => new string('0', 32),
        "folder" => "2026-10-sprache-im-betrieb",
        "name" => "notes.md",
        _ => "2026-10-sprache-im-betrieb",
    };

    [GeneratedRegex(@"\{\*?(?<name>\w+)[^}]*\}")]
    private static partial Regex Parameter();
}
