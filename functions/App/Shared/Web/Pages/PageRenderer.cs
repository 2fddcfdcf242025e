using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using ThaffFunctions.Shared.Hosting;

namespace ThaffFunctions.Shared.Web.Pages;

/// <summary>Renders components to HTML, for pages and mails.</summary>
public sealed class PageRenderer(IServiceScopeFactory scopes, ILoggerFactory logs, IOptions<SiteOptions> site)
{
    /// <summary>What is rendered is in it; German unless <see cref="In"/> says otherwise.</summary>
    public Language Language { get; private init; } = Language.German;

    /// <summary>The same for another language.</summary>
    public PageRenderer In(Language language) => new(scopes, logs, site) { Language = language };

    /// <summary>The same for the language of the address that is asked for.</summary>
    public PageRenderer For(HttpRequest request) => In(Language.OfPath(request.Path));

    /// <summary>A page as an HTTP answer.</summary>
    public async Task<IResult> ShowAsync<TComponent>(IModelOf<TComponent> model, int status = StatusCodes.Status200OK)
        where TComponent : ModelComponent =>
        Results.Content("<!DOCTYPE html>\n" + await RenderAsync(model), "text/html; charset=utf-8", statusCode: status);

    /// <summary>A message, as the part of the site shows it to which the address belongs.</summary>
    public async Task<IResult> ShowAsync(HttpRequest request, Message message, int status, IEnumerable<MessageOfPart> ofParts)
    {
        foreach (var ofPart in ofParts)
            if (await ofPart(request, message, status) is { } own) return own;
        return await ShowAsync(message, status);
    }

    /// <summary>The component's markup.</summary>
    public async Task<string> RenderAsync<TComponent>(IModelOf<TComponent> model) where TComponent : ModelComponent
    {
        await using var scope = scopes.CreateAsyncScope();
        await using var renderer = new HtmlRenderer(scope.ServiceProvider, logs);
        var parameters = ParameterView.FromDictionary(new Dictionary<string, object?>
        {
            [nameof(CascadingValue<>.Value)] = site.Value,
            [nameof(CascadingValue<>.ChildContent)] = Content<TComponent>(model),
        });
        return await renderer.Dispatcher.InvokeAsync(async () =>
            (await renderer.RenderComponentAsync<CascadingValue<SiteOptions>>(parameters)).ToHtmlString());
    }

    RenderFragment Content<TComponent>(object model) where TComponent : ModelComponent => builder =>
    {
        builder.OpenComponent<CascadingValue<Language>>(0);
        builder.AddComponentParameter(1, nameof(CascadingValue<>.Value), Language);
        builder.AddComponentParameter(2, nameof(CascadingValue<>.ChildContent), (RenderFragment)(page =>
        {
            page.OpenComponent<TComponent>(0);
            page.AddComponentParameter(1, "Model", model);
            page.CloseComponent();
        }));
        builder.CloseComponent();
    };
}
