using System.Diagnostics;
using OnRecord.Ledger;
using OnRecord.Storage.Sqlite;

namespace OnRecord.Tests.Robustness;

/// <summary>A fact that needs a file system of a few hundred kilobytes: skipped, saying why, where none may be mounted.</summary>
public sealed class SmallDiskFactAttribute : FactAttribute
{
    public SmallDiskFactAttribute()
    {
        if (!OperatingSystem.IsLinux() || Script.Run("mount -t tmpfs -o size=64k tmpfs /mnt").Code != 0) Skip = "needs leave to mount a small file system (unshare -rm)";
    }
}

/// <summary>Runs a shell script in a mount space of its own, so that what it mounts is gone with it.</summary>
internal static class Script
{
    public static (int Code, string Said) Run(string script)
    {
        var start = new ProcessStartInfo("unshare", ["-rm", "sh", "-c", script]) { RedirectStandardOutput = true, RedirectStandardError = true };
        try
        {
            using var process = Process.Start(start)!;
            var error = process.StandardError.ReadToEndAsync();
            var said = process.StandardOutput.ReadToEnd() + error.Result;
            process.WaitForExit();
            return (process.ExitCode, said);
        }
        catch (System.ComponentModel.Win32Exception e)
        {
            return (127, e.Message);
        }
    }
}

/// <summary>A real <c>onrecord read</c> onto a disk that fills up, then with room made, then onto the disk made read-only.</summary>
public sealed class FullDiskTests : IDisposable
{
    private const int Articles = 16;

    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("onrecord-full-");

    private string this[string name] => Path.Combine(_folder.FullName, name);

    public void Dispose() => _folder.Delete(recursive: true);

    [SmallDiskFact]
    public void A_full_disk_is_one_clear_line_loses_nothing_and_the_next_run_completes_and_a_disk_made_read_only_can_still_be_looked_at()
    {
        File.WriteAllLines(this["in.jsonl"], Enumerable.Range(0, Articles).Select(i =>
            $$"""{"id": "r{{i}}", "published": "2021-08-{{1 + i:00}}", "outlet": "Gazette", "text": "Insurgents seized Kunduz on Monday, officials said. Troops killed {{i + 2}} fighters near Herat. {{Noise(i)}}"}"""));
        Directory.CreateDirectory(this["disk"]);
        Directory.CreateDirectory(this["full"]);
        Directory.CreateDirectory(this["whole"]);
        var onrecord = $"dotnet {Path.Combine(AppContext.BaseDirectory, "onrecord.dll")}";
        var run = Script.Run($"""
            cd {_folder.FullName} && mount -t tmpfs -o size=640k tmpfs disk || exit 99
            {onrecord} read in.jsonl --record disk/r.db --json >full.out 2>full.err; echo $? >full.code
            cp disk/r.db* full/
            mount -o remount,size=16m disk
            {onrecord} read in.jsonl --record disk/r.db >whole.out 2>whole.err; echo $? >whole.code
            cp disk/r.db* whole/
            mount -o remount,ro disk
            {onrecord} read in.jsonl --record disk/r.db >ro.out 2>ro.err; echo $? >ro.code
            {onrecord} list articles --record disk/r.db >look.out 2>look.err; echo $? >look.code
            """);
        run.Code.ShouldBe(0, run.Said);

        Code("full").ShouldBe(4, Read("full.err"));
        Lines("full.err").ShouldHaveSingleItem().ShouldContain("the disk is full; make room and run it again");
        var said = Lines("full.out").Count(line => line.Contains("\"article\":"));
        said.ShouldBeInRange(1, Articles - 1);
        // What was said to be on record is there, whole.
        Held("full").ShouldBe((said, 2 * said));

        Code("whole").ShouldBe(0, Read("whole.err"));
        Read("whole.out").ShouldContain($"({said} already on record)");
        Held("whole").ShouldBe((Articles, 2 * Articles));

        Code("ro").ShouldBe(4, Read("ro.out"));
        Lines("ro.err").ShouldHaveSingleItem().ShouldContain("this record cannot be written; check the permissions");
        Code("look").ShouldBe(0, Read("look.err"));
        Lines("look.out").Length.ShouldBe(Articles);
    }

    private (long, long) Held(string folder)
    {
        using var ledger = SqliteLedger.Open(this[$"{folder}/r.db"]).Value.ShouldNotBeNull();
        ledger.Check().ShouldBeNull();
        LedgerCheck.Run(ledger).ShouldBeEmpty();
        return ledger.Count();
    }

    private int Code(string step) => int.Parse(Read(step + ".code"), System.Globalization.CultureInfo.InvariantCulture);

    private string Read(string name) => File.ReadAllText(this[name]);

    private string[] Lines(string name) => File.ReadAllLines(this[name]);

    // Letters that no packing makes small, of which the reader makes nothing.
    private static string Noise(int seed)
    {
        var random = new Random(seed);
        return string.Join(' ', Enumerable.Range(0, 60).Select(_ => string.Concat(Enumerable.Range(0, 40).Select(_ => (char)random.Next('\u4E00', '\u9F00')))));
    }
}
