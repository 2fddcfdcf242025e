using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The app's assembly, a file that this process never loads: it runs in the worker.</summary>
sealed class AppFile(string path)
{
    /// <summary>The full path of the assembly.</summary>
    public string Path { get; } = path;

    /// <summary>Where host.json and the settings lie.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The app that the setting names.</summary>
    /// <exception cref="CannotStartException">There is none.</exception>
    public static AppFile Of(string? path) =>
        path is not { Length: > 0 }
            ? throw new CannotStartException($"Say which app to run with the setting {SettingNames.App}: the path of its .dll.")
        : File.Exists(path) ? new(System.IO.Path.GetFullPath(path))
        : throw new CannotStartException($"There is no app at {path}: build it, or name another with the setting {SettingNames.App}.");

    /// <summary>What the app declares with <see cref="AssemblyMetadataAttribute"/>.</summary>
    public IReadOnlyList<(string Key, string? Value)> DeclaredMetadata()
    {
        using var file = new PEReader(File.OpenRead(Path));
        var reader = file.GetMetadataReader();
        return
        [
            .. from handle in reader.GetAssemblyDefinition().GetCustomAttributes()
               let attribute = reader.GetCustomAttribute(handle)
               where NameOf(reader, attribute) == nameof(AssemblyMetadataAttribute)
               select KeyAndValue(reader.GetBlobReader(attribute.Value)),
        ];
    }

    static string? NameOf(MetadataReader reader, CustomAttribute attribute) =>
        attribute.Constructor.Kind == HandleKind.MemberReference
            && reader.GetMemberReference((MemberReferenceHandle)attribute.Constructor).Parent is { Kind: HandleKind.TypeReference } type
            ? reader.GetString(reader.GetTypeReference((TypeReferenceHandle)type).Name)
            : null;

    /// <summary>A prologue of two bytes, then the constructor's two strings (ECMA-335, II.23.3).</summary>
    static (string Key, string? Value) KeyAndValue(BlobReader value)
    {
        value.ReadUInt16();
        return (value.ReadSerializedString()!, value.ReadSerializedString());
    }
}
