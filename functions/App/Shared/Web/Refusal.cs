using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web;

/// <summary>Why a post was not even looked at: a page for who posted a form, problem details for everybody else.</summary>
public sealed record Refusal(int Status, string Detail, bool IsForm)
{
    public async Task<IResult> ToResultAsync(PageRenderer pages) => IsForm
        ? await pages.ShowAsync(new Message("Das konnte nicht gelesen werden", Detail), Status)
        : Results.Problem(Detail, statusCode: Status);
}
