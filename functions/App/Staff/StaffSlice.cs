using Microsoft.Extensions.DependencyInjection;

namespace ThaffFunctions.Staff;

static class StaffSlice
{
    public static IServiceCollection AddStaff(this IServiceCollection services)
    {
        services.AddOptions<StaffOptions>().BindConfiguration(StaffOptions.Section);
        return services;
    }
}
