using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web;

/// <summary>Why a posted body was refused before validation: answered as a page for forms, as problem details for other clients.</summary>
public sealed record Refusal(int Status, string Detail, bool IsForm)
{
    /// <summary>What was not read cannot be given back.</summary>
    const string GoBack = "Gehen Sie in Ihrem Browser bitte zurück: Dort steht in der Regel noch, was Sie eingegeben haben.";

    public async Task<IResult> ToResultAsync(PageRenderer pages) => IsForm
        ? await pages.ShowAsync(new Message("Das konnte nicht gelesen werden", Detail, GoBack), Status)
        : Results.Problem(Detail, statusCode: Status);
}
