using Microsoft.AspNetCore.Builder;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using ThaffFunctions.LocalHost.Emulator;
using ThaffFunctions.LocalHost.Functions;
using ThaffFunctions.LocalHost.Http;
using ThaffFunctions.LocalHost.Pages;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The host that runs: storage first, then the app, then the line that says where it is.</summary>
sealed class LocalFunctionsHost : IHost, IAsyncDisposable
{
    readonly WebApplication _app;
    readonly OwnAddress _address;
    readonly Azurite _azurite;

    public LocalFunctionsHost(WebApplicationBuilder web, FunctionApp app, OwnAddress address)
    {
        _address = address;
        _azurite = new Azurite(web.Configuration);
        web.Services.AddHost(web.Configuration, app, address);
        _app = web.Build();
        _app.UseForwardedHeaders();
        _app.UseRouting().Use(UnansweredMethods.AreNotFound);
        _app.MapOwnPages();
        Services.GetRequiredService<HttpFunctions>().Map(_app);
    }

    public IServiceProvider Services => _app.Services;

    public async Task StartAsync(CancellationToken cancellationToken = default)
    {
        CheckOptions();
        await _azurite.StartAsync(cancellationToken);
        if (_app.Configuration.Read(SettingNames.Fresh, false)) await Services.GetRequiredService<OwnData>().DeleteAsync(cancellationToken);
        await _app.StartAsync(cancellationToken);
        Console.WriteLine($"Ready: {_address.Url}/ (mailbox: {_address.Url}/_local/mailbox, all else: {_address.Url}/_local)");
    }

    /// <summary>The app's own settings, where it asks for them to be checked at start; .NET would check them later and tell of them with a stack trace.</summary>
    void CheckOptions()
    {
        try
        {
            Services.GetService<IStartupValidator>()?.Validate();
        }
        catch (OptionsValidationException problem)
        {
            throw new CannotStartException(string.Join(Environment.NewLine, problem.Failures));
        }
        catch (InvalidOperationException problem) when (problem.InnerException is not null) // text where a number is wanted, and the like
        {
            throw new CannotStartException($"{problem.Message} Correct the setting.");
        }
    }

    public async Task StopAsync(CancellationToken cancellationToken = default)
    {
        await _app.StopAsync(cancellationToken);
        await _azurite.StopAsync();
    }

    public void Dispose() => DisposeAsync().AsTask().GetAwaiter().GetResult();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        await _azurite.StopAsync();
        _address.Dispose();
    }
}
