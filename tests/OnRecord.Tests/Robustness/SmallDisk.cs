using System.Diagnostics;

namespace OnRecord.Tests.Robustness;

/// <summary>A disk of one megabyte in memory, for tests of what happens when it is full or may not be written.</summary>
internal sealed class SmallDisk : IDisposable
{
    public SmallDisk()
    {
        if (!Mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", Folder)) throw new InvalidOperationException("the disk could be made a moment ago");
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("onrecord-disk-").FullName;

    /// <summary>Makes it larger.</summary>
    public void Grow() => Mount("-o", "remount,size=16m", Folder).ShouldBeTrue();

    /// <summary>Takes away the leave to write.</summary>
    public void Freeze() => Mount("-o", "remount,ro", Folder).ShouldBeTrue();

    public void Dispose()
    {
        Run("umount", Folder);
        Directory.Delete(Folder);
    }

    /// <summary>True where this user may make such a disk.</summary>
    public static bool Possible()
    {
        if (!OperatingSystem.IsLinux() || !Environment.IsPrivilegedProcess) return false;
        var folder = Directory.CreateTempSubdirectory("onrecord-disk-").FullName;
        var made = Mount("-t", "tmpfs", "-o", "size=1m", "tmpfs", folder);
        if (made) Run("umount", folder);
        Directory.Delete(folder);
        return made;
    }

    private static bool Mount(params string[] arguments) => Run("mount", arguments);

    private static bool Run(string program, params string[] arguments)
    {
        try
        {
            using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true, RedirectStandardOutput = true })!;
            process.WaitForExit();
            return process.ExitCode == 0;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return false;
        }
    }
}

/// <summary>A fact that needs a disk of its own: skipped, saying why, where this user may not mount one.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    private static readonly bool Possible = SmallDisk.Possible();

    public SmallDiskFactAttribute()
    {
        if (!Possible) Skip = "needs the right to mount a small disk in memory";
    }
}
