namespace ThaffFunctions.LocalHost.Starting;

/// <summary>Writing below the data folder; a folder that can't be written is told in a sentence.</summary>
static class Folder
{
    public static void Write(string path, string text) => Try(path, () => File.WriteAllText(path, text));

    /// <summary>Makes the folder and sees that it takes files.</summary>
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
