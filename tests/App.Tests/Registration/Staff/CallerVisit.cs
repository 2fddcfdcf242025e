using System.Net;
using AngleSharp.Html.Dom;
using ThaffFunctions.Mail.Deliveries;
using ThaffFunctions.Shared.Storage;
using ThaffFunctions.Tests.Staff;

namespace ThaffFunctions.Tests.Registration.Staff;

/// <summary>Staff who register somebody on the telephone.</summary>
public abstract class CallerVisit : RegistrationDesk
{
    private protected const string Phone = "0361 / 55 51 23";

    private protected static readonly Person Vera = new("Veronika", "Größenwahn-Müller", "");

    /// <summary>Every mail has been sent or, where it cannot go, given up.</summary>
    private protected Task DeliveredAsync() => Stage.EventuallyAsync(async () => !await stage.Service<DeliveryStore>()
        .UnsettledAsync(Tables.Registrations, TestSessions.October.Id.Value, default).AnyAsync());

    private protected async Task CalledForAsync(string path, string about) => await Stage.EventuallyAsync(async () =>
        (await staff.SeeAsync(path)).QuerySelectorAll(".notice li").Any(item => item.TextContent == about));

    private protected async Task<IHtmlDocument> PostAsync(
        string path, IEnumerable<KeyValuePair<string, string>> form, HttpStatusCode status) =>
        await StaffBrowser.PageAsync(await staff.Http.PostAsync(path, new FormUrlEncodedContent(form)), status);

    private protected static string StatusOf(IHtmlDocument page) => page.QuerySelector("[role=status]")!.TextContent;

    private protected static (string, string)[] Typed(Person person) =>
        [("firstName", person.FirstName), ("lastName", person.LastName), ("email", person.Email), ("phone", Phone)];

    private protected override Task<IHtmlDocument> AddAsync(Person person) => staff.DoAsync(List + "/neu", null, Typed(person));
}
