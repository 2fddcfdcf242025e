using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web;

/// <summary>Why a posted body was refused before validation: answered as a page for forms, as problem details for other clients.</summary>
public sealed record Refusal(int Status, string Detail, bool IsForm)
{
    public async Task<IResult> ToResultAsync(PageRenderer pages) => IsForm
        ? await pages.ShowAsync(new Message("Das konnte nicht gelesen werden", Detail), Status)
        : Results.Problem(Detail, statusCode: Status);
}
