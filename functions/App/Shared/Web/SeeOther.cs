using Microsoft.AspNetCore.Http;

namespace ThaffFunctions.Shared.Web;

/// <summary>303: the post is done, look there (RFC 9110 15.4.4). Reloading the page then posts nothing again.</summary>
public sealed record SeeOther(string Path) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        httpContext.Response.StatusCode = StatusCodes.Status303SeeOther;
        httpContext.Response.Headers.Location = Path;
        return Task.CompletedTask;
    }
}
