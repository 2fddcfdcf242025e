using System.Security.Claims;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using ThaffFunctions.Shared.Web.Pages;

namespace ThaffFunctions.Tests.Hosting;

public sealed class FunctionRulesTests
{
    [Fact]
    public void No_function_of_the_app_breaks_a_rule() =>
        Assert.Empty(FunctionRules.Broken(FunctionRules.FunctionsOf(typeof(ThaffFunctionsApp).Assembly.GetTypes())));

    [Fact]
    public void The_function_that_answers_every_address_is_asked_last() => Assert.Equal(nameof(UnknownUrl),
        FunctionRules.FunctionsOf(typeof(ThaffFunctionsApp).Assembly.GetTypes()).Select(FunctionRules.NameOf)
            .Order(StringComparer.OrdinalIgnoreCase).Last());

    [Theory]
    [InlineData(nameof(Wrong.TakesHttpContext), "parameter context arrives as null")]
    [InlineData(nameof(Wrong.TakesClaims), "parameter user arrives as null")]
    [InlineData(nameof(Wrong.TakesAService), "parameter clock arrives as null")]
    [InlineData(nameof(Wrong.TakesFromQuery), "parameter page arrives as null")]
    [InlineData(nameof(Wrong.TakesAnEnum), "parameter day arrives as null or ends in a 500")]
    [InlineData(nameof(Wrong.ReturnsAnObject), "what it returns goes nowhere")]
    [InlineData(nameof(Wrong.ReturnsAString), "what it returns goes nowhere")]
    [InlineData(nameof(Wrong.ReturnsAValueTask), "what it returns goes nowhere")]
    [InlineData(nameof(Wrong.ReturnsAnActionResult), "what it returns goes nowhere")]
    [InlineData(nameof(Wrong.TimerReturns), "what it returns goes nowhere")]
    [InlineData(nameof(Wrong.IsAsyncVoid), "async void is not waited for")]
    [InlineData(nameof(Wrong.IsOverloaded), "overloads share one entry point")]
    [InlineData(nameof(Wrong.HasNoTrigger), "it needs exactly one trigger")]
    [InlineData(nameof(Wrong.HasNoLevel), "without a level the host asks for a key")]
    [InlineData(nameof(Wrong.ForgetsHead), "HEAD is a 404")]
    [InlineData(nameof(Wrong.IsTheSlash), "its route breaks all others")]
    [InlineData(nameof(Wrong.LiesUnderAdmin), "its route is never reached")]
    [InlineData(nameof(Wrong.HasNoSchedule), "it is no timer with a schedule")]
    [InlineData(nameof(Wrong.TakesAMessageObject), "it is no message of text")]
    public void What_the_worker_lets_through_in_silence_is_found(string method, string problem) =>
        Assert.Contains(FunctionRules.Broken([.. FunctionRules.FunctionsOf([typeof(Wrong)]).Where(function => function.Name == method)]),
            found => found.Contains(problem, StringComparison.Ordinal));

    [Fact]
    public void Names_and_routes_that_are_given_twice_are_found()
    {
        var found = FunctionRules.Broken(FunctionRules.FunctionsOf([typeof(Twice)])).ToList();

        Assert.Contains("same: the name is used twice", found, StringComparer.OrdinalIgnoreCase);
        Assert.Contains(found, problem =>
            problem.StartsWith("get a/{", StringComparison.Ordinal)
                && problem.EndsWith("is answered by Same and same", StringComparison.Ordinal));
    }

    sealed class Wrong
    {
        [Function("A1")]
        public static IResult TakesHttpContext([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a")]
            HttpRequest request, HttpContext context) => Results.Ok();

        [Function("A2")]
        public static IResult TakesClaims([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a")]
            HttpRequest request, ClaimsPrincipal user) => Results.Ok();

        [Function("A3")]
        public static IResult TakesAService([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a")]
            HttpRequest request, [FromServices] TimeProvider clock) => Results.Ok();

        [Function("A4")]
        public static IResult TakesFromQuery([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a")]
            HttpRequest request, [FromQuery] string page) => Results.Ok();

        [Function("A5")]
        public static IResult TakesAnEnum([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a")]
            HttpRequest request, DayOfWeek day) => Results.Ok();

        [Function("A6")]
        public static object ReturnsAnObject([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a")]
            HttpRequest request) => new();

        [Function("A7")]
        public static string ReturnsAString([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a")]
            HttpRequest request) => "";

        [Function("A8")]
        public static ValueTask<IResult> ReturnsAValueTask([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a")]
            HttpRequest request) => new(Results.Ok());

        [Function("C1")]
        public static Task<IActionResult> ReturnsAnActionResult(
            [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "a")] HttpRequest request) =>
            Task.FromResult<IActionResult>(new OkResult());

        [Function("A9")] public static string TimerReturns([TimerTrigger("0 * * * *")] TimerInfo timer) => "";

        [Function("B1")] public static async void IsAsyncVoid([TimerTrigger("0 * * * *")] TimerInfo timer) => await Task.Yield();

        [Function("B2")] public static void IsOverloaded([TimerTrigger("0 * * * *")] TimerInfo timer) => IsOverloaded();

        static void IsOverloaded()
        {
            // the other one
        }

        [Function("B3")] public static void HasNoTrigger(string message) => _ = message;

        [Function("B4")] public static IResult HasNoLevel([HttpTrigger("post", Route = "a")] HttpRequest request) => Results.Ok();

        [Function("B5")]
        public static IResult ForgetsHead([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a")]
            HttpRequest request) => Results.Ok();

        [Function("B6")]
        public static IResult IsTheSlash([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "/")]
            HttpRequest request) => Results.Ok();

        [Function("B7")]
        public static IResult LiesUnderAdmin([HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "admin/a")]
            HttpRequest request) => Results.Ok();

        [Function("B8")] public static void HasNoSchedule([TimerTrigger("every day")] TimerInfo timer) => _ = timer;

        [Function("B9")] public static void TakesAMessageObject([QueueTrigger("messages")] Uri message) => _ = message;
    }

    sealed class Twice
    {
        [Function("Same")]
        public static IResult One([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{b}")]
            HttpRequest request) => Results.Ok();

        [Function("same")]
        public static IResult Two([HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "a/{c}")]
            HttpRequest request) => Results.Ok();
    }
}
