using System.Buffers.Text;
using System.Text;
using Azure;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Time;
using ThaffFunctions.Shared.Web.Files;

namespace ThaffFunctions.Staff.Audit;

/// <summary><c>/redaktion/protokoll</c>: what staff changed, by person, act and month; also as a file.</summary>
public sealed class ShowAudit(
    AuditStore audit, NamedObjects objects, StaffArea staff, IOptions<StaffOptions> options, TimeProvider clock)
{
    const string Route = "redaktion/protokoll";
    public const string Path = "/" + Route;

    [Function(nameof(ShowAudit))]
    public async Task<IResult> Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route)] HttpRequest request,
        CancellationToken cancellation)
    {
        var filter = AuditFilter.Of(request.Query);
        var (persons, acts) = await audit.ChoicesAsync(cancellation);
        var (entries, next) = await PageAsync(filter, request.Query["ab"].ToString(), cancellation);
        var nameOf = await objects.ReadAsync(cancellation);
        return await staff.ShowAsync(new AuditModel(staff.FrameOf(request), filter, Months(), persons, acts,
            [.. entries.Select(entry => (entry, nameOf(entry.On)))],
            next is null ? null : filter.LinkTo(Path, Base64Url.EncodeToString(Encoding.UTF8.GetBytes(next)))));
    }

    [Function(nameof(DownloadAudit))]
    public async Task<IResult> DownloadAudit(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "head", Route = Route + ".csv")] HttpRequest request,
        CancellationToken cancellation)
    {
        var nameOf = await objects.ReadAsync(cancellation);
        return new CsvFile("protokoll.csv", ["Wann", "Wer", "Kennung", "Was", "Woran", "Bezeichnung"],
            audit.AllAsync(AuditFilter.Of(request.Query), cancellation).Select(entry => (IReadOnlyList<string>)
            [
                Berlin.Local(entry.At).ToString("yyyy-MM-dd HH:mm:ss", Berlin.German), entry.Person, entry.PersonId, entry.What, entry.On,
                nameOf(entry.On) ?? "",
            ]));
    }

    /// <summary>Who changed the address by hand begins at the newest.</summary>
    async Task<(IReadOnlyList<AuditEntry> Entries, string? Next)> PageAsync(AuditFilter filter, string after,
        CancellationToken cancellation)
    {
        try
        {
            return await audit.PageAsync(filter,
                after.Length > 0 && Base64Url.IsValid(after) ? Encoding.UTF8.GetString(Base64Url.DecodeFromChars(after)) : null,
                cancellation);
        }
        catch (Exception unusable) when (after.Length > 0 && unusable is RequestFailedException { Status: 400 } or ArgumentException
            or IndexOutOfRangeException or FormatException)
        {
            return await audit.PageAsync(filter, null, cancellation);
        }
    }

    IReadOnlyList<DateOnly> Months()
    {
        var today = Berlin.Date(clock.GetUtcNow());
        var month = new DateOnly(today.Year, today.Month, 1);
        return [.. Enumerable.Range(0, options.Value.AuditYears * 12 + 1).Select(back => month.AddMonths(-back))];
    }
}
