namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Creates folders and files in the data folder; failures become a <see cref="CannotStartException"/>.</summary>
static class Folder
{
    public static void Write(string path, string text) => Try(path, () => File.WriteAllText(path, text));

    /// <summary>Creates the folder and checks that files can be written to it.</summary>
    public static void MakeWritable(string folder)
    {
        var probe = Path.Combine(folder, ".writable");
        Try(probe, () =>
        {
            File.WriteAllText(probe, "");
            File.Delete(probe);
        });
    }

    static void Try(string path, Action write)
    {
        try
        {
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            write();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CannotStartException(
                $"The folder {Path.GetDirectoryName(path)} can't be written ({problem.Message.TrimEnd('.')}): make it writable, or name "
                + $"another with the setting {SettingNames.DataFolder}.");
        }
    }
}
