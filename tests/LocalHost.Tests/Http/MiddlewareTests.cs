using LocalHost.Tests.Fixtures;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Hosting;

namespace LocalHost.Tests.Http;

public sealed class MiddlewareTests
{
    [Fact]
    public async Task Middleware_runs_in_the_order_it_was_added_and_sees_request_and_function()
    {
        await using var stage = await Stage.StartAsync([typeof(Page)], [], builder =>
        {
            builder.UseMiddleware<Outer>();
            builder.UseMiddleware<Inner>();
        });

        var answer = await stage.Http.GetAsync("/api/page");

        Assert.Equal(["outer Page GET", "inner", "page", "inner ends", "outer ends"], stage.Notes.Lines);
        Assert.Equal("Page", Assert.Single(answer.Headers.GetValues("x-outer")));
    }
}

public sealed class Outer(Notebook notes) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var http = context.GetHttpContext()!;
        http.Response.Headers["x-outer"] = context.FunctionDefinition.Name;
        notes.Write($"outer {context.FunctionDefinition.Name} {http.Request.Method}");
        await next(context);
        notes.Write("outer ends");
    }
}

public sealed class Inner(Notebook notes) : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        notes.Write("inner");
        await next(context);
        notes.Write("inner ends");
    }
}

public sealed class Page(Notebook notes)
{
    [Function("Page")]
    public IResult Run([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "page")] HttpRequest request)
    {
        notes.Write("page");
        return Results.Ok();
    }
}
