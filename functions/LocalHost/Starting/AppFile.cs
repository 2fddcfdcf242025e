using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;

namespace ThaffFunctions.LocalHost.Starting;

/// <summary>The file of the app's assembly. This process never loads it: it runs in the worker.</summary>
sealed class AppFile(string path)
{
    /// <summary>The full path of the assembly.</summary>
    public string Path { get; } = path;

    /// <summary>The folder of host.json and the settings files.</summary>
    public string Folder => System.IO.Path.GetDirectoryName(Path)!;

    public string Name => System.IO.Path.GetFileNameWithoutExtension(Path);

    /// <summary>The app from the setting.</summary>
    /// <exception cref="CannotStartException">The setting is missing, or the file does not exist.</exception>
    public static AppFile Of(string? path) =>
        path is not { Length: > 0 }
            ? throw new CannotStartException($"Say which app to run with the setting {SettingNames.App}: the path of its .dll.")
        : File.Exists(path) ? new(System.IO.Path.GetFullPath(path))
        : throw new CannotStartException($"There is no app at {path}: build it, or name another with the setting {SettingNames.App}.");

    /// <summary>The app's <see cref="AssemblyMetadataAttribute"/> values, read without loading the assembly.</summary>
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

    /// <summary>Decodes the attribute's blob: a prologue of two bytes, then the constructor's two strings (ECMA-335, II.23.3).</summary>
    static (string Key, string? Value) KeyAndValue(BlobReader value)
    {
        value.ReadUInt16();
        return (value.ReadSerializedString()!, value.ReadSerializedString());
    }
}
