namespace ThaffFunctions.Browser.Tests;

/// <summary>The script beside the form for files: what is too much is refused before it is sent, and files can be dropped.</summary>
public sealed class UploadTests
{
    const string Page = "/redaktion/dokumentation/good-practice";

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
            await Assertions.Expect(visitor.Page.Locator(".error[role=alert]")).ToContainTextAsync("mehr als 100 MB");
            await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();
            Assert.Equal("bilder", await visitor.Page.EvaluateAsync<string>("() => document.activeElement.id"));
        }
        finally
        {
            File.Delete(big);
        }

        Assert.Equal(0, posts);

        await visitor.Page.SetInputFilesAsync("#bilder", [Png("a.png"), Png("b.png")]);
        await DropAsync("#mitschrift", "bericht.md", "# Bericht\n\nEin Text.");
        await DropAsync("#bilder", "c.png", "kein Bild");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync();

        await Assertions.Expect(visitor.Page.Locator("[role=status]")).ToContainTextAsync("4 Dateien hochgeladen");
        Assert.Equal(1, posts);
        Assert.Empty(await visitor.AxeAsync());

        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync(); // nothing chosen
        await Assertions.Expect(visitor.Page.Locator(".problems")).ToBeFocusedAsync();
        await DropAsync("#bilder", "d.exe", "x");
        await visitor.Page.GetByRole(AriaRole.Button, new() { Name = "Hochladen" }).ClickAsync(); // the form that came back works, too
        await Assertions.Expect(visitor.Page.Locator(".problems")).ToContainTextAsync("ist kein Bild");
        Assert.Empty(await visitor.AxeAsync());
        Assert.Empty(visitor.Faults);

        Task DropAsync(string field, string name, string text) => visitor.Page.EvaluateAsync("""
            ([field, name, text]) => {
              const dataTransfer = new DataTransfer();
              dataTransfer.items.add(new File([text], name));
              for (const type of ['dragover', 'drop'])
                document.querySelector(field).dispatchEvent(new DragEvent(type, { bubbles: true, cancelable: true, dataTransfer }));
            }
            """, new[] { field, name, text });
    }

    static FilePayload Png(string name) => new()
    {
        Name = name,
        MimeType = "image/png",
        Buffer = Convert.FromBase64String(
            "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg=="),
    };
}
