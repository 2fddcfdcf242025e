using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;
using ThaffFunctions.Staff;

namespace ThaffFunctions.Privacy.Staff;

/// <summary>
/// <c>/redaktion/datenschutz</c>: everything stored about an address, on the page, as JSON and as PDF; and how long what is kept. The
/// address is posted, never part of a URL, which hosts log.
/// </summary>
public sealed class FindPerson(PersonalData persons, PersonPages pages, PersonPdf pdf, StaffArea staff, TimeProvider clock)
{
    internal const string Route = "redaktion/datenschutz";
    public const string Path = "/" + Route;

    /// <summary>The field that says about whom of those who share the address.</summary>
    public const string Whom = "person";

    static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web) { WriteIndented = true };

    [Function(nameof(AskForPerson))]
    public async Task<IResult> AskForPerson(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        await staff.ShowAsync(await pages.EmptyAsync(staff.FrameOf(request), "", FieldProblems.None, cancellation));

    [Function(nameof(FindPerson))]
    public Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = Route)] HttpRequest request, CancellationToken cancellation) =>
        staff.AskAsync<PersonPage>(request, post => FindAsync(post, cancellation), async post => await pages.PageAsync(post, cancellation),
            cancellation);

    async Task<IResult?> FindAsync(StaffPost post, CancellationToken cancellation)
    {
        if (post["name"].Trim().Length > 0) return await staff.ShowAsync(await pages.PageAsync(post, cancellation));

        var (address, problem) = PersonPages.ReadAddress(post["email"]);
        post.Problems.Add("email", problem?.German);
        if (address is null) return null;
        if (post["format"] is not ("pdf" or "json")) return await staff.ShowAsync(await pages.PageAsync(post, cancellation));

        IReadOnlyList<PersonalRecord> stored = await persons.FindAsync(address.Value, cancellation).ToListAsync(cancellation);
        if (post[Whom] is { Length: > 0 } person) stored = PersonSections.OnlyOf(person, stored);
        return post["format"] == "pdf"
            ? Results.Bytes(pdf.Print(address.Value, stored), "application/pdf", "auskunft.pdf")
            : Results.Bytes(
                JsonSerializer.SerializeToUtf8Bytes(new { address = address.Value.ToString(), asOf = clock.GetUtcNow(), stored }, Json),
                "application/json", "auskunft.json");
    }
}
