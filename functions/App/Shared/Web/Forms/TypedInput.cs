using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>What somebody typed into a form that could not be taken, so that the answer gives it back: nobody types it again.</summary>
/// <param name="Fields">The fields of the form.</param>
/// <param name="RepeatAt">Where the same may be posted again; null where that would not help.</param>
public sealed record TypedInput(IReadOnlyList<TypedField> Fields, string? RepeatAt = null)
{
    public IEnumerable<TypedField> Shown => Fields.Where(typed => typed.Label is not null && typed.Value.Length > 0);

    /// <summary>For the page that is shown if the function fails.</summary>
    public void Keep(HttpContext http) => http.Features.Set(this);
}
