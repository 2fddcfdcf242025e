using LocalHost.Tests.Fixtures;
using LocalHost.Tests.Functions;
using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Extensions.Hosting;

// The smallest app, for tests that start, stop and kill it as a process; with --refused one that a host refuses.
var builder = FunctionsApplication.CreateBuilder([.. args.Except(["--refused"])]);
builder.ConfigureFunctionsWebApplication();
builder.FunctionTypes = [args.Contains("--refused") ? typeof(StartRefusalTests.HasNoLevel) : typeof(SmallApp)];
builder.Build().Run();
