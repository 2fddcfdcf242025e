// The least an ASP.NET app can be: what the start of the product is measured against.
var app = WebApplication.CreateSlimBuilder(args).Build();
app.MapGet("/", () => "Hallo");
app.Run();
