using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace ThaffFunctions.Staff.Audit;

/// <summary>Which entries are asked for.</summary>
/// <param name="Person">The id of a person; empty: everybody.</param>
/// <param name="What">An act; empty: all.</param>
/// <param name="Month">A month as 2026-11; null: all.</param>
public sealed record AuditFilter(string Person, string What, DateOnly? Month)
{
    public static AuditFilter Of(IQueryCollection query) => new(query["person"].ToString(), query["was"].ToString(),
        DateOnly.TryParseExact(query["monat"], "yyyy-MM", out var month) ? month : null);

    /// <summary>The link to a page with this filter.</summary>
    public string LinkTo(string path, string? after = null) => QueryHelpers.AddQueryString(path, new Dictionary<string, string?>
    {
        ["person"] = Person,
        ["was"] = What,
        ["monat"] = Month?.ToString("yyyy-MM", null),
        ["ab"] = after,
    }.Where(part => !string.IsNullOrEmpty(part.Value)));
}
