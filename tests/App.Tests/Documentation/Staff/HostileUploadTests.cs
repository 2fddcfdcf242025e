using System.Buffers.Binary;
using System.IO.Compression;
using System.Net;
using System.Text;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Documentation.Staff;

/// <summary>Files that want to do harm end in a message, wherever they are handed in, and get no name that does harm.</summary>
public sealed class HostileUploadTests
{
    static readonly string Document = $"/redaktion/dokumentation/{NotesDesk.Session}";

    /// <summary>The page, where its form is posted to, its field, and the endings that it takes.</summary>
    static readonly (string Page, string Action, string Field, string[] Endings)[] Doors =
    [
        (Document, Document + "/hochladen", "mitschrift", [".md", ".docx", ".txt"]),
        (Document, Document + "/hochladen", "bilder", [".png", ".jpg"]),
        (Document, Document + "/hochladen", "material", [".pdf", ".pptx", ".xlsx", ".docx"]),
        ("/redaktion/verteiler", "/redaktion/verteiler/einlesen", "datei", [".csv"]),
        ("/redaktion/termine/datei", "/redaktion/termine/datei", "datei", [".yaml", ".csv"]),
    ];

    static readonly (string Name, byte[] Bytes)[] Contents =
    [
        ("nothing", []),
        ("a zip that grows a thousandfold", Zip(("word/document.xml", new byte[20_000_000]))),
        ("a zip of many entries", Zip([.. Enumerable.Range(0, 5000).Select(number => ($"word/{number}.xml", Array.Empty<byte>()))])),
        ("a zip in a zip", Zip(("[Content_Types].xml", Zip(("a.zip", Zip(("b", [1]))))))),
        ("paths out of a zip", Zip(("../../../etc/passwd", [1]), ("/word/document.xml", [1]), ("C:\\x", [1]))),
        ("macros", Zip(("[Content_Types].xml", [1]), ("word/document.xml", "<a/>"u8.ToArray()), ("ppt/presentation.xml", [1]),
            ("xl/workbook.xml", [1]), ("word/vbaProject.bin", [1]))),
        ("entities that grow", Zip(("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"bb\"><!ENTITY c \"&b;&b;\">]><a>&c;</a>"u8.ToArray()))),
        ("a file with a password", [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[4096]]),
        ("HTML", "<html><script>alert(document.domain)</script></html>"u8.ToArray()),
        ("SVG", "<svg xmlns=\"http://www.w3.org/2000/svg\" onload=\"alert(1)\"/>"u8.ToArray()),
        ("a program", [.. "MZ"u8, .. new byte[200]]),
        ("half a zip", [.. Zip(("word/document.xml", new byte[1000])).Take(40)]),
        ("PDF and HTML at once", "%PDF-1.4\n<script>alert(1)</script>\n%%EOF"u8.ToArray()),
        ("a picture and a script at once", [.. "GIF89a/*"u8, .. new byte[10], .. "*/=alert(1)"u8]),
        ("a picture of 3,600 megapixels", Png(60_000, 60_000)),
        ("half a picture", [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0]),
        ("zeros", new byte[100_000]),
        ("no text", [0xFF, 0xFE, 0x00, 0xD8, 0x00, 0x00]),
        ("commands of a spreadsheet", "E-Mail;Name\n=cmd|'/c calc'!A1;@SUM(1)\n"u8.ToArray()),
        ("a list in itself", "a: &a [*a]\nsessions: !!python/object/apply:os.system [ls]"u8.ToArray()),
        ("depth", Encoding.UTF8.GetBytes(new string('[', 50_000))),
        ("one line", Encoding.UTF8.GetBytes(new string('a', 400_000))),
    ];

    static readonly string[] Names =
    [
        "../../geheim", "..\\..\\geheim", "C:\\Windows\\win", "/etc/passwd", "rechnung\u202Efdp", "un\u200Bsichtbar", "bild:strom", "CON", "..",
        "<script>alert(1)</script>", "%2e%2e%2fgeheim", "a;b=c", new('n', 250),
    ];

    [Fact]
    public async Task Each_of_more_than_a_hundred_ends_in_a_message()
    {
        var uploads = Doors.SelectMany(door => door.Endings.SelectMany(ending =>
            Contents.Select(content => (door, Name: "datei" + ending, Kind: content.Name, content.Bytes))
            .Concat(ending == door.Endings[0] ? Names.Select(name => (door, name + ending, name, "Ein Text."u8.ToArray())) : []))).ToList();
        Assert.True(uploads.Count > 100);
        await using var stage = await Stage.OpenAsync(settings: new(StaffSignIn.On)
        {
            ["AzureWebJobs.PublishDocumentation.Disabled"] = "true", // a test fires it
        });
        await stage.PlanAsync(TestSessions.October);
        using var staff = await StaffBrowser.OpenAsync(stage);

        List<string> silent = [];
        foreach (var (door, name, kind, bytes) in uploads)
        {
            var form = StaffBrowser.FormOf(await staff.SeeAsync(door.Page), door.Action);
            using var content = new MultipartFormDataContent();
            foreach (var (field, value) in StaffBrowser.Filled(form)) content.Add(new StringContent(value), field);
            content.Add(new ByteArrayContent(bytes), door.Field, name);
            var answer = await staff.Http.PostAsync(door.Action, content);
            var told = answer.StatusCode switch
            {
                HttpStatusCode.SeeOther => (await staff.SeeAsync(answer.Headers.Location!.OriginalString)).QuerySelector("[role=status]"),
                HttpStatusCode.UnprocessableEntity =>
                    (await StaffBrowser.PageAsync(answer, HttpStatusCode.UnprocessableEntity)).QuerySelector(".problems"),
                HttpStatusCode.OK => (await StaffBrowser.PageAsync(answer, HttpStatusCode.OK)).QuerySelector(".notice"),
                _ => null,
            };
            if (string.IsNullOrWhiteSpace(told?.TextContent)) silent.Add($"{door.Field} {name} ({kind}): {answer.StatusCode}");
            if (answer.StatusCode == HttpStatusCode.SeeOther && door.Field == "mitschrift") await stage.PublishAsync();
        }

        Assert.True(silent.Count == 0, string.Join('\n', silent));
        foreach (var container in new[] { Containers.Notes, Containers.Contacts, Containers.Programme })
            Assert.DoesNotContain(await stage.FilesAsync(container), name => name.Split('/').Any(part => part is "." or "..")
                || name.Any(letter => char.IsControl(letter) || letter is '\\' or '\u202E' or '\u200B' or '"'));
        await stage.PutAsync(Containers.Notes, $"{NotesDesk.Session}/datei.png", "<html><script>alert(1)</script></html>");
        var file = await staff.Http.GetAsync($"{Document}/dateien/datei.png");
        Assert.Equal(("application/octet-stream", "attachment"),
            (file.Content.Headers.ContentType!.MediaType, file.Content.Headers.ContentDisposition!.DispositionType));
    }

    static byte[] Zip(params (string Name, byte[] Bytes)[] entries)
    {
        using var file = new MemoryStream();
        using (var zip = new ZipArchive(file, ZipArchiveMode.Create, leaveOpen: true))
            foreach (var (name, bytes) in entries)
            {
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(bytes);
            }

        return file.ToArray();
    }

    /// <summary>The beginning of a picture that says how large it is.</summary>
    static byte[] Png(int width, int height)
    {
        byte[] png = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A, 0, 0, 0, 13, .. "IHDR"u8, .. new byte[8], 8, 2, .. new byte[7]];
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(16), width);
        BinaryPrimitives.WriteInt32BigEndian(png.AsSpan(20), height);
        return png;
    }
}
