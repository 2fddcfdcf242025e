namespace ThaffFunctions.Browser.Tests;

/// <summary>The script beside the form for files: what is too much is refused before it is sent, and files can be dropped.</summary>
public sealed class UploadTests
{
    const string Page = "/redaktion/dokumentation/good-practice";

    /// <summary>A PNG of one pixel, in Base64.</summary>
    const string Pixel = "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    [Fact]
    public async Task Several_files_go_at_once_and_too_much_goes_nowhere()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Demonstration:Enabled"] = "false" });
        await using var visitor = await Visitor.ComeAsync(stage);
        await visitor.SignInAsync();
        await visitor.OpenAsync(Page);
        var posts = 0;
        visitor.Page.Request += (_, request) => posts += request.Method == "POST" ? 1 : 0;

        var big = Path.GetTempFileName();
        try
        {
            await using (var file = File.OpenWrite(big)) file.SetLength(105_000_000); // takes no room on the disk
            await visitor.Page.SetInputFilesAsync("#bilder", big);
            await Assertions.Expect(visitor.Page.Locator(".error[role=alert]")).ToContainTextAsync("größer als 100 MB");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();
            Assert.Equal("bilder", await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        }
        finally
        {
            File.Delete(big);
        }

        Assert.Equal(0, posts);

        await visitor.Page.SetInputFilesAsync("#bilder", [Png("a.png"), Png("b.png")]);
        await DropAsync(visitor, "#mitschrift", "bericht.md", "# Bericht\n\nEin Text.");
        await DropAsync(visitor, "#bilder", "c.png", Pixel);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[role=status]")).ToContainTextAsync("4 Dateien hochgeladen");
        Assert.Equal(1, posts);
        Assert.Empty(await visitor.AxeAsync());

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync(); // nothing chosen
        await Assertions.Expect(visitor.Page.Locator(".problems")).ToBeFocusedAsync();
        await DropAsync(visitor, "#bilder", "d.exe", "x");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync(); // the form that came back works, too
        await Assertions.Expect(visitor.Page.Locator(".problems")).ToContainTextAsync("ist kein Bild");
        Assert.Empty(await visitor.AxeAsync());
        Assert.Empty(visitor.Faults);
    }

    [Fact]
    public async Task Text_that_is_dropped_leaves_the_file_that_was_chosen()
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Demonstration:Enabled"] = "false" });
        await using var visitor = await Visitor.ComeAsync(stage);
        await visitor.SignInAsync();
        await visitor.OpenAsync(Page);

        await DropAsync(visitor, "#mitschrift", "bericht.md", "Ein Text.");
        await DropAsync(visitor, "#mitschrift", null, "https://www.example/bericht");

        Assert.Equal(["bericht.md"], await visitor.Page.EvaluateAsync<string[]>(
            "() => [...document.querySelector('#mitschrift').files].map(file => file.name)"));
    }

    [Theory]
    [InlineData(504, "text/html", "<h1>Gateway Timeout</h1>")]
    [InlineData(502, "text/plain", "Bad Gateway")]
    [InlineData(503, "application/problem+json", "{}")]
    public async Task An_answer_that_is_no_page_of_ours_is_told_and_the_form_can_be_sent_again(int status, string type, string body)
    {
        await using var stage = await Stage.OpenAsync(settings: new() { ["Demonstration:Enabled"] = "false" });
        await using var visitor = await Visitor.ComeAsync(stage);
        await visitor.SignInAsync();
        await visitor.OpenAsync(Page);
        await visitor.Page.RouteAsync("**/hochladen",
            route => route.FulfillAsync(new() { Status = status, ContentType = type, Body = body }));

        await visitor.Page.SetInputFilesAsync("#bilder", [Png("a.png")]);
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator(".error[role=alert]")).ToContainTextAsync("Das Hochladen ist gescheitert");
        await Assertions.Expect(visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" })).ToBeEnabledAsync();
        Assert.Equal(0, await visitor.Page.Locator("[role=status], progress").CountAsync());
    }

    /// <param name="visitor">Who drops.</param>
    /// <param name="field">On which field.</param>
    /// <param name="name">Of the file; null drops the text itself.</param>
    /// <param name="text">What is in the file; of a picture in Base64.</param>
    static async Task DropAsync(Visitor visitor, string field, string? name, string text) => await visitor.Page.EvaluateAsync("""
        ([field, name, text]) => {
          const dataTransfer = new DataTransfer();
          const content = name?.endsWith('.png') ? Uint8Array.from(atob(text), letter => letter.charCodeAt(0)) : text;
          if (name) dataTransfer.items.add(new File([content], name));
          else dataTransfer.items.add(text, 'text/plain');
          for (const type of ['dragover', 'drop'])
            document.querySelector(field).dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
        }
        """, new[] { field, name, text });

    static FilePayload Png(string name) => new()
    {
        Name = name,
        MimeType = "image/png",
        Buffer = Convert.FromBase64String(Pixel),
    };
}
