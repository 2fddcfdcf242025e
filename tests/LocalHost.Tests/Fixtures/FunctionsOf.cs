using System.Collections.Immutable;
using Microsoft.Azure.Functions.Worker.Core.FunctionMetadata;

namespace LocalHost.Tests.Fixtures;

/// <summary>Of all functions of this assembly, those of the classes given.</summary>
sealed class FunctionsOf(Type[] classes, IFunctionMetadataProvider all) : IFunctionMetadataProvider
{
    public async Task<ImmutableArray<IFunctionMetadata>> GetFunctionMetadataAsync(string directory) =>
        [.. (await all.GetFunctionMetadataAsync(directory))
            .Where(function => classes.Any(type => function.EntryPoint!.StartsWith($"{type.FullName}.", StringComparison.Ordinal)))];
}
