using System.Net;
using System.Text;
using Azure.Data.Tables;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Spreadsheet;
using DocumentFormat.OpenXml.Validation;
using ThaffFunctions.Tests.Documentation;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;
using Tables = ThaffFunctions.Shared.Storage.Tables;

namespace ThaffFunctions.Tests.Registration.Staff;

public sealed class RegistrationListTests : RegistrationDesk
{
    [Fact]
    public async Task Staff_find_people_by_what_they_know_of_them_and_copy_their_questions()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 2 });
        await stage.RegisterAsync(Person.Ada, null, ("question", "Wer zahlt den Kurs?"));
        await stage.RegisterAsync(Person.Bo, null, ("region", "jena"));
        await stage.RegisterAsync(Person.Cem, null, ("sector", "bau"), ("question", "=SUMME(A1)"));
        await SeatBook.ReadAsync(stage);

        var page = await staff.SeeAsync(List);

        Assert.Contains("2 von 2 Plätzen vergeben, 1 auf der Warteliste", page.Body!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ada Löwe", "Bo O’Neill", "Cem Yıldız-Straße"], NamesOn(page));
        Assert.Equal("– Wer zahlt den Kurs?\n\n– =SUMME(A1)", page.QuerySelector("#fragen")!.TextContent);
        Assert.DoesNotContain("Ada", page.QuerySelector("#fragen")!.TextContent, StringComparison.Ordinal);
        Assert.Equal(["Ada Löwe"], await FindAsync(("suche", "LOWE ada@werkstatt")));
        Assert.Equal(["Ada Löwe"], await FindAsync(("suche", "Loewe Ada")));
        Assert.Equal(["Bo O’Neill"], await FindAsync(("region", "jena")));
        Assert.Equal(["Cem Yıldız-Straße"], await FindAsync(("sector", "bau"), ("stand", "Waiting")));
        Assert.Equal(["Ada Löwe", "Cem Yıldız-Straße"], await FindAsync(("frage", "ja")));
        Assert.Empty(await FindAsync(("suche", "niemand")));
        Assert.DoesNotContain("method=\"get\"", page.DocumentElement.OuterHtml, StringComparison.Ordinal); // names stay out of addresses
    }

    [Theory]
    [InlineData(false, "seats", "Taken")]
    [InlineData(true, "participation", "Seated")]
    public async Task Where_the_number_cannot_be_read_it_is_unknown_and_not_nobody(bool isOver, string row, string column)
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada);
        await stage.Service<TableServiceClient>().GetTableClient(Tables.Registrations)
            .UpsertEntityAsync(new TableEntity(TestSessions.October.Id.Value, row) { [column] = "viele" });
        if (isOver) stage.Clock.SetUtcNow(TestSessions.October.End);

        using var staff = await StaffBrowser.OpenAsync(stage); // by then, who had signed in before is signed out
        foreach (var path in isOver ? new[] { List, "/redaktion/termine?jahr=2026" } : [List, "/redaktion/termine", "/redaktion"])
        {
            var page = (await staff.SeeAsync(path)).Body!.TextContent;
            Assert.Contains("Die Zahl der Anmeldungen ist zurzeit nicht bekannt.", page, StringComparison.Ordinal);
            Assert.DoesNotContain("noch niemand angemeldet", page, StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task The_list_is_a_file_for_excel_and_a_sheet_to_sign()
    {
        await stage.PlanAsync(TestSessions.October);
        await stage.RegisterAsync(Person.Ada, null, ("question", "=SUMME(A1); \"oder\"?"));
        await stage.RegisterAsync(Person.Bo);

        var csv = await staff.Http.GetByteArrayAsync(List + ".csv");
        Assert.Equal([0xEF, 0xBB, 0xBF], csv[..3]);
        var lines = Encoding.UTF8.GetString(csv[3..]).Split("\r\n");
        Assert.StartsWith("Stand;Vorname;Nachname;E-Mail-Adresse;", lines[0], StringComparison.Ordinal);
        Assert.Contains("\"'=SUMME(A1); \"\"oder\"\"?\"", lines[1], StringComparison.Ordinal);
        Assert.Equal(4, lines.Length);

        using var file = new MemoryStream(await staff.Http.GetByteArrayAsync(List + ".xlsx"));
        using var book = SpreadsheetDocument.Open(file, isEditable: false);
        Assert.Empty(new OpenXmlValidator().Validate(book));
        var sheet = book.WorkbookPart!.WorksheetParts.Single().Worksheet;
        Assert.Contains("=SUMME(A1); \"oder\"?", sheet.Descendants<Cell>().Select(cell => cell.InnerText));
        Assert.Empty(sheet.Descendants<CellFormula>());

        var pdf = NotesDesk.TextOf(await staff.Http.GetByteArrayAsync(List + "/unterschriften.pdf"));
        foreach (var words in new[] { "Unterschriftenliste", "5. Oktober 2026", "Löwe, Ada", "Unterschrift" })
            Assert.Contains(words, pdf, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lists_files_and_the_sheet_to_sign_say_who_comes_and_who_takes_part_online()
    {
        await stage.PlanAsync(TestSessions.October with { Seats = 1, SeatsOnline = 8 });
        await stage.RegisterAsync(Person.Ada, null, ("attendance", "onSite"));
        await stage.RegisterAsync(Person.Bo, null, ("attendance", "online"), ("language", "en"));
        var missing = await staff.PostAsync(List + "/neu", null, ("firstName", "Cem"), ("lastName", "Yıldız"), ("email", Person.Cem.Email));
        Assert.NotNull((await StaffBrowser.PageAsync(missing, HttpStatusCode.UnprocessableEntity)).QuerySelector("#attendance-error"));
        await staff.DoAsync(List + "/neu", List + "/neu", ("firstName", "Cem"), ("lastName", "Yıldız"), ("email", Person.Cem.Email),
            ("attendance", "onSite"));
        (await SeatBook.ReadAsync(stage)).ExpectSound();

        var page = (await staff.SeeAsync(List)).Body!.TextContent;
        var csv = await staff.Http.GetStringAsync(List + ".csv");
        var sheet = NotesDesk.TextOf(await staff.Http.GetByteArrayAsync(List + "/unterschriften.pdf"));

        Assert.Contains("vor Ort 1 von 1 Plätzen vergeben, 1 auf der Warteliste; online 1 von 8 Plätzen vergeben", page,
            StringComparison.Ordinal);
        foreach (var words in new[] { "Platz, vor Ort", "Platz, online", "Warteliste, vor Ort" })
            Assert.Contains(words, page, StringComparison.Ordinal);
        Assert.Equal(["Teilnahme", "vor Ort", "online", "vor Ort"], csv.TrimEnd().Split("\r\n").Select(line => line.Split(';')[^1]));
        Assert.Equal(["Sprache", "Deutsch", "Englisch", "Deutsch"], csv.TrimEnd().Split("\r\n").Select(line => line.Split(';')[^3]));
        Assert.Matches(@"Teilnehmer\*innen vor Ort[\s\S]*Löwe, Ada[\s\S]*Teilnehmer\*innen online[\s\S]*O’Neill, Bo", sheet);
        foreach (var words in new[] { "online", "Englisch" })
            Assert.Contains(words, (await staff.SeeAsync(await PathOfAsync("Bo"))).QuerySelector("dl.facts")!.TextContent,
                StringComparison.Ordinal);
    }
}
