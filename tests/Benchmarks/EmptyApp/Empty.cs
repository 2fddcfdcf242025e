using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace EmptyApp;

public static class Empty
{
    [Function(nameof(Page))]
    public static IResult Page([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "{ignored:maxlength(0)?}")] HttpRequest request) =>
        Results.Text("Hallo");

    [Function(nameof(Post))]
    public static IResult Post([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "api/registrations")] HttpRequest request) =>
        Results.Accepted();
}
