using System.Net;
using AngleSharp.Html.Dom;
using ThaffFunctions.Tests.Registration.Seating;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

/// <summary>Staff at the list of a session's registrations.</summary>
public abstract class RegistrationDesk : SignedIn
{
    private protected const string List = "/redaktion/termine/2026-10-sprache-im-betrieb/anmeldungen";

    private protected virtual Task<IHtmlDocument> AddAsync(Person person) => staff.DoAsync(List + "/neu", null,
        ("firstName", person.FirstName), ("lastName", person.LastName), ("email", person.Email), ("newsletter", "ja"));

    private protected async Task<IReadOnlyList<string>> FindAsync(params (string, string)[] filter)
    {
        var form = StaffBrowser.FormOf(await staff.SeeAsync(List), List);
        return NamesOn(await StaffBrowser.PageAsync(
            await staff.Http.PostAsync(List, new FormUrlEncodedContent(StaffBrowser.Filled(form, filter))), HttpStatusCode.OK));
    }

    private protected async Task<string> PathOfAsync(string name)
    {
        await SeatBook.ReadAsync(stage);
        var row = Assert.Single((await staff.SeeAsync(List)).QuerySelectorAll("tbody tr"),
            row => row.TextContent.Contains(name, StringComparison.Ordinal));
        return row.QuerySelector("a")!.GetAttribute("href")!;
    }

    private protected static IReadOnlyList<string> NamesOn(IHtmlDocument page) =>
        [.. page.QuerySelectorAll("tbody th").Select(cell => cell.TextContent)];
}
