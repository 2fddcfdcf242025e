using Microsoft.AspNetCore.Http;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Shared.Web.Forms;

/// <summary>Why a posted body was refused before validation: answered as a page for forms, as problem details for other clients.</summary>
public sealed record Refusal(int Status, Bilingual Detail, bool IsForm)
{
    static readonly Bilingual Title = new("Das konnte nicht gelesen werden", "This could not be read");

    /// <summary>What was not read cannot be given back.</summary>
    static readonly Bilingual GoBack = new(
        "Gehen Sie in Ihrem Browser bitte zurück: Dort steht in der Regel noch, was Sie eingegeben haben.",
        "Please go back in your browser: what you entered is usually still there.");

    public Message MessageIn(Language language) => Message.In(language, Title, Detail, GoBack);

    public async Task<IResult> ToResultAsync(PageRenderer pages) => IsForm
        ? await pages.ShowAsync(MessageIn(pages.Language), Status)
        : Results.Problem(pages.Language.Say(Detail), statusCode: Status);
}
