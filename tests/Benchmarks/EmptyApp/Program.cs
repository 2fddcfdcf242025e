// What `dotnet new web` makes: the start of the product is measured against it.
var builder = WebApplication.CreateBuilder(args);
var app = builder.Build();
app.MapGet("/", () => "Hallo");
app.Run();
