using LocalHost.Tests.Fixtures;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// The smallest app, for tests that start, stop and kill it as a process.
var builder = FunctionsApplication.CreateBuilder(args);
builder.ConfigureFunctionsWebApplication();
builder.FunctionTypes = [typeof(SmallApp)];
builder.Build().Run();
