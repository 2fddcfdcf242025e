using Microsoft.AspNetCore.Components;

namespace ThaffFunctions.Shared.Web.Pages;

/// <summary>The base of components that have words of their own, in both languages.</summary>
public abstract class BilingualComponent : ComponentBase
{
    /// <summary>The language that the page or mail is in.</summary>
    [CascadingParameter]
    public Language Language { get; set; } = Language.German;

    /// <summary>For <c>lang</c> around what staff wrote, which is German whatever the page is in; null on German pages.</summary>
    protected string? StaffLanguage => Language.IsEnglish ? Language.German.Code : null;

    /// <summary>For <c>hreflang</c> of a link to a page that exists in German alone; null on German pages.</summary>
    protected string? GermanPage => StaffLanguage;

    protected string Say(string german, string english) => Language.Say(german, english);

    protected string Say(Bilingual text) => Language.Say(text);

    /// <summary>The address of a page in the page's language.</summary>
    protected string To(string path) => Language.PathOf(path);
}
