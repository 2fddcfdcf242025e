using Microsoft.Extensions.DependencyInjection;
using ThaffFunctions.Shared;
using ThaffFunctions.Shared.Hosting;
using ThaffFunctions.Shared.Web.Pages;
using ThaffFunctions.Staff.Audit;
using ThaffFunctions.Staff.Today;

namespace ThaffFunctions.Staff;

static class StaffSlice
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddCheckedOptions<StaffOptions, StaffOptionsValidator>(StaffOptions.Section);
        services.AddRetention<StaffOptions>("Protokoll: wer auf diesen Seiten was geändert hat", options => $"{options.AuditYears} Jahre",
            "Staff__AuditYears", nameof(EraseAudit));
        services.AddSingleton<StaffArea>();
        services.AddSingleton<MessageOfPart>(provider => provider.GetRequiredService<StaffArea>().ShowAsync);
        services.AddSingleton<AuditStore>();
        services.AddSingleton<NamedObjects>();
        services.AddSingleton<TodayPages>();
        services.AddStaffPage(NavigationPlace.Today, "Heute", ShowToday.Path);
        services.AddStaffPage(NavigationPlace.Audit, "Protokoll", ShowAudit.Path);
        return services;
    }

    /// <inheritdoc cref="ToDoSource"/>
    public static IServiceCollection AddToDo(this IServiceCollection services, ToDoPlace place, string heading,
        Func<IServiceProvider, Func<CancellationToken, Task<IReadOnlyList<ToDo>>>> look, bool isTask = true) =>
        services.AddSingleton(provider => new ToDoSource(place, heading, isTask, look(provider)));

    /// <inheritdoc cref="ObjectNames"/>
    public static IServiceCollection AddObjectNames(
        this IServiceCollection services, Func<IServiceProvider, Func<CancellationToken, Task<Func<string, string?>>>> read) =>
        services.AddSingleton(provider => new ObjectNames(read(provider)));

    /// <summary>Puts a page into the navigation of the staff area.</summary>
    public static IServiceCollection AddStaffPage(this IServiceCollection services, NavigationPlace place, string name, string path) =>
        services.AddSingleton(new StaffEntry(place, name, path));
}
