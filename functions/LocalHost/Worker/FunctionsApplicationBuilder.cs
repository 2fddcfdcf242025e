using Microsoft.AspNetCore.Builder;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Diagnostics.Metrics;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;
using ThaffFunctions.LocalHost.Http;
using ThaffFunctions.LocalHost.Starting;

namespace Microsoft.Azure.Functions.Worker.Builder;

/// <summary>Builds a function app that runs here, with the settings, services and middleware its Program.cs names.</summary>
public class FunctionsApplicationBuilder : IHostApplicationBuilder, IFunctionsWorkerApplicationBuilder
{
    readonly WebApplicationBuilder _web = WebApplication.CreateEmptyBuilder(new() { ContentRootPath = AppContext.BaseDirectory, EnvironmentName = Environments.Development });
    readonly List<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> _middleware = [];
    readonly OwnAddress _address;
    bool _answersHttp;

    internal FunctionsApplicationBuilder(string[] args)
    {
        CannotStartException.EndsTheProcessInOneSentence();
        Configuration.AddLocalSettings(args);
        _address = OwnAddress.Claim(Configuration);
        LocalDefaults.Fill(Configuration, _address);
        _web.AddWebServer(_address);
        FunctionTypes = Configuration.FunctionsAssembly().GetTypes();
    }

    /// <inheritdoc/>
    public IServiceCollection Services => _web.Services;

    /// <summary>The app's settings: local.settings.json, then environment variables, then the command line.</summary>
    public ConfigurationManager Configuration => _web.Configuration;

    /// <inheritdoc/>
    public IHostEnvironment Environment => _web.Environment;

    /// <inheritdoc/>
    public ILoggingBuilder Logging => _web.Logging;

    /// <inheritdoc/>
    public IMetricsBuilder Metrics => _web.Metrics;

    /// <inheritdoc/>
    public IDictionary<object, object> Properties => ((IHostApplicationBuilder)_web).Properties;

    IConfigurationManager IHostApplicationBuilder.Configuration => Configuration;

    /// <inheritdoc/>
    public void ConfigureContainer<TContainerBuilder>(IServiceProviderFactory<TContainerBuilder> factory, Action<TContainerBuilder>? configure = null)
        where TContainerBuilder : notnull => ((IHostApplicationBuilder)_web).ConfigureContainer(factory, configure);

    /// <inheritdoc/>
    public IFunctionsWorkerApplicationBuilder Use(Func<FunctionExecutionDelegate, FunctionExecutionDelegate> middleware)
    {
        _middleware.Add(middleware);
        return this;
    }

    /// <summary>The host, with every function found and checked.</summary>
    /// <exception cref="CannotStartException">A function would fail in Azure; the message names it and says what to change.</exception>
    public IHost Build() => new LocalFunctionsHost(_web, new(FunctionTypes, _middleware, _answersHttp), _address);

    /// <summary>Where functions are looked for.</summary>
    internal IEnumerable<Type> FunctionTypes { get; set; }

    internal void UseWebApplication()
    {
        _answersHttp = true;
        if (_middleware.Count > 0)
            throw new CannotStartException("Program.cs must call ConfigureFunctionsWebApplication() before UseMiddleware(): in Azure, middleware added earlier gets no HttpContext.");
        Use(HttpAnswers.Around);
    }
}
