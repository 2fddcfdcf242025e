using System.Net;
using System.Net.Sockets;
using System.Text;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Tests.Registration.Seating;

namespace ThaffFunctions.Tests.Registration.Applying;

public sealed class RequestBodyTests : IAsyncLifetime
{
    const string Form = "application/x-www-form-urlencoded";
    const string Json = "application/json";
    const string Start = "session=2026-10-sprache-im-betrieb&email=ada%40firma.example&company=Firma&sector=it&region=jena";

    const string StartJson = """
        {"session":"2026-10-sprache-im-betrieb","email":"ada@firma.example","company":"Firma","sector":"it","region":"jena","lastName":"Löwe"
        """;

    Stage stage = null!;

    public async Task InitializeAsync()
    {
        stage = await Stage.OpenAsync(settings: new() { ["AzureWebJobs.DeliverMail.Disabled"] = "true" });
        await stage.PlanAsync(TestSessions.October);
    }

    public async Task DisposeAsync() => await stage.DisposeAsync();

    [Theory]
    [InlineData(Form, "&firstName=Ada&lastName=L%C3%B6we")]
    [InlineData(Form + "; charset=UTF-8", "&firstName=Ada&lastName=L%C3%B6we")]
    [InlineData(Form, "&firstName=Ada&lastName=L%F6we")] // from a page that is not in UTF-8
    [InlineData(Form + "; charset=utf-7", "&firstName=Ada&lastName=L%C3%B6we")]
    [InlineData(Form, "&firstName=Ada&lastName=L\u00F6we")]
    [InlineData(Form, "&&=&firstName=+Ada+&lastName=L%c3%b6we&question")]
    [InlineData("APPLICATION/X-WWW-FORM-URLENCODED", "&firstName=Ada&lastName=L%C3%B6we&unbekannt=1&unbekannt2=2")]
    public async Task A_form_is_read_whichever_way_its_letters_are_encoded(string type, string fields)
    {
        Assert.Equal(HttpStatusCode.SeeOther, (await PostAsync(type, Start + fields)).StatusCode);

        Assert.Equal("Löwe", Assert.Single((await SeatBook.ReadAsync(stage)).Seated).LastName);
    }

    [Theory]
    [InlineData(",\"firstName\":\"Ada\"}")]
    [InlineData(",\"firstName\":\"\\u0041da\",\"question\":null,\"newsletter\":false,\"website\":\"\"}")]
    public async Task Json_is_read_with_or_without_a_byte_order_mark(string rest)
    {
        foreach (var mark in new[] { "", "\uFEFF" })
            Assert.Equal(HttpStatusCode.Accepted, (await PostAsync(Json + "; charset=utf-8", mark + StartJson + rest)).StatusCode);

        var ada = Assert.Single((await SeatBook.ReadAsync(stage)).Seated);
        Assert.Equal(("Ada", "Löwe", ""), (ada.FirstName, ada.LastName, ada.Question));
    }

    [Theory]
    [InlineData(Form, Start + "&firstName=Ada&firstName=Bo&lastName=L")]
    [InlineData("multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\n\r\n1\r\n--b\r\nContent-Disposition: form-data; "
        + "name=\"a\"\r\n\r\n2\r\n--b--\r\n")]
    [InlineData("multipart/form-data; boundary=b",
        "--b\r\nContent-Disposition: form-data; name=\"a\"\r\nContent-Type: text/plain; charset=utf-7\r\n\r\n1\r\n--b--\r\n")]
    [InlineData(Json, StartJson + ",\"firstName\":\"Ada\",\"firstName\":\"Bo\"}")]
    [InlineData(Json, StartJson + ",\"firstName\":[\"Ada\",\"Bo\"]}")]
    [InlineData(Json, StartJson + ",\"firstName\":{\"a\":1}}")]
    [InlineData(Json, StartJson + ",\"firstName\":\"Ada\",}")]
    [InlineData(Json, StartJson + ",\"firstName\":\"Ada\"}{}")]
    [InlineData(Json, "null")]
    public async Task What_can_be_read_in_two_ways_or_none_is_refused(string type, string body)
    {
        var answer = await PostAsync(type, body);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Empty((await SeatBook.ReadAsync(stage)).Seated);
    }

    [Fact]
    public async Task Absurd_nesting_is_refused() =>
        Assert.Equal(HttpStatusCode.BadRequest, (await PostAsync(Json, $"{{\"a\":{new string('[', 20_000)}")).StatusCode);

    [Theory]
    [InlineData("L%F6we", "Löwe")]
    [InlineData("O%92Neill+%80", "O’Neill €")] // Windows-1252, where browsers say ISO-8859-1
    [InlineData("100%25+M%zz%", "100% M%zz%")]
    public async Task Names_arrive_as_they_were_typed(string posted, string typed)
    {
        await PostAsync(Form, $"{Start}&firstName=Ada&lastName={posted}");

        Assert.Equal(typed, Assert.Single((await SeatBook.ReadAsync(stage)).Seated).LastName);
    }

    [Fact]
    public async Task A_file_in_a_form_is_no_field()
    {
        var form = Person.Ada.Form(TestSessions.October.Id.Value);
        var parts = new MultipartFormDataContent();
        foreach (var (field, value) in form.Where(field => field.Key != "firstName")) parts.Add(new StringContent(value), field);
        parts.Add(new ByteArrayContent([1, 2, 3]), "firstName", "name.exe");

        Assert.Equal(HttpStatusCode.UnprocessableEntity, (await stage.Http.PostAsync("/api/registrations", parts)).StatusCode);
    }

    [Theory]
    [InlineData(0, false, HttpStatusCode.Accepted)]
    [InlineData(0, true, HttpStatusCode.Accepted)]
    [InlineData(1, false, HttpStatusCode.RequestEntityTooLarge)]
    [InlineData(1, true, HttpStatusCode.RequestEntityTooLarge)]
    public async Task Sixty_four_kibibytes_are_taken_and_not_one_byte_more(int more, bool chunked, HttpStatusCode expected)
    {
        var body = Encoding.UTF8.GetBytes(StartJson + ",\"firstName\":\"Ada\"");
        byte[] padded = [.. body, .. Enumerable.Repeat((byte)' ', FormBody.MaxBytes + more - body.Length - 1), (byte)'}'];
        using var request = new HttpRequestMessage(HttpMethod.Post, "/api/registrations") { Content = new ByteArrayContent(padded) };
        request.Content.Headers.TryAddWithoutValidation("Content-Type", Json);
        request.Headers.TransferEncodingChunked = chunked;

        Assert.Equal(expected, (await stage.Http.SendAsync(request)).StatusCode);
    }

    [Theory]
    [InlineData("Transfer-Encoding: chunked\r\n\r\nZZ\r\nabc\r\n", "400")]
    [InlineData("Content-Length: 99999999999\r\n\r\n", "413")]
    public async Task A_broken_frame_is_the_clients_error_and_not_ours(string rest, string status)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(stage.Http.BaseAddress!.Host, stage.Http.BaseAddress.Port);
        var stream = client.GetStream();
        await stream.WriteAsync(Encoding.ASCII.GetBytes("POST /api/registrations HTTP/1.1\r\nHost: "
            + $"localhost\r\nContent-Type: {Json}\r\n{rest}"));

        using var reader = new StreamReader(stream);
        Assert.StartsWith($"HTTP/1.1 {status} ", await reader.ReadLineAsync(), StringComparison.Ordinal);
    }

    Task<HttpResponseMessage> PostAsync(string type, string body)
    {
        var content = new ByteArrayContent(Encoding.UTF8.GetBytes(body));
        content.Headers.TryAddWithoutValidation("Content-Type", type);
        return stage.Http.PostAsync("/api/registrations", content);
    }
}
