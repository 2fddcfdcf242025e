using System.Text.Json;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Web.Forms;

namespace ThaffFunctions.Privacy;

/// <summary>
/// For operators, behind the function key: what is stored about an address (Art. 15, 20 DSGVO), or its erasure (Art. 17). The address
/// stands in the body, never in the URL, which is logged.
/// </summary>
public sealed partial class HandlePerson(PersonalData persons, ILogger<HandlePerson> log)
{
    const int MaxBytes = 4096;

    /// <summary>What people have to look through themselves, told in every answer.</summary>
    const string NotSearched = "Pictures, PDF, PowerPoint and Excel files, in containers programme, notes and documentation; container entwurf, whose PDF files are "
        + "made of drafts in notes; older versions of files; backups. Text and Word files are searched, of container failed too.";

    [Function(nameof(HandlePerson))]
    public async Task<IResult> Run(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "api/operator/person")] HttpRequest request,
        CancellationToken cancellation)
    {
        var question = await RequestBytes.ReadAsync(request, MaxBytes, cancellation) is { } body ? Read(body) : null;
        if (EmailAddress.Read(question?.Address).Address is not { } address)
            return Results.Problem("""Expected: {"address": "name@example.org"}, and "erase": true to erase.""",
                statusCode: StatusCodes.Status400BadRequest);

        var toDo = question!.Erase ? await persons.EraseAsync(address, cancellation) : [];
        var found = await persons.FindAsync(address, cancellation).ToListAsync(cancellation);
        if (question.Erase) Log.Erased(log, found.Count);
        else Log.Told(log, found.Count);
        return Results.Json(new { stored = found, toDo, notSearched = NotSearched });
    }

    static Question? Read(byte[] body)
    {
        try
        {
            return JsonSerializer.Deserialize<Question>(body, JsonSerializerOptions.Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    sealed record Question(string? Address, bool Erase);

    static partial class Log
    {
        [LoggerMessage(LogLevel.Information, "An operator was told what is stored about a person: {Count} records")]
        public static partial void Told(ILogger log, int count);

        [LoggerMessage(LogLevel.Information, "An operator had a person erased; {Count} records must be kept")]
        public static partial void Erased(ILogger log, int count);
    }
}
