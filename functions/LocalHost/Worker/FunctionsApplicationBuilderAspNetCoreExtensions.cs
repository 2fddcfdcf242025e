namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>ASP.NET Core for HTTP functions.</summary>
public static class FunctionsApplicationBuilderAspNetCoreExtensions
{
    /// <summary>Gives HTTP functions the request and writes the answers they return. Comes before any middleware that asks for the HttpContext.</summary>
    public static FunctionsApplicationBuilder ConfigureFunctionsWebApplication(this FunctionsApplicationBuilder builder)
    {
        builder.UseWebApplication();
        return builder;
    }
}
