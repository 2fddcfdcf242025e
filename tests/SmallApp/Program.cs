using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using SmallApp;

// The smallest app, for tests that start, stop and kill a host and its worker as processes.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.Services.AddOptions<Greeting>().BindConfiguration("Greeting")
    .Validate(greeting => greeting.Words.Length > 0, "Greeting:Words is empty: say how to greet.")
    .ValidateOnStart();
builder.Services.AddSingleton<Seen>();
builder.Build().Run();
