using System.Diagnostics;
using System.Net;
using System.Net.Sockets;

namespace OnRecord.Tests.Ledger;

/// <summary>A PostgreSQL server of Debian's package in a folder of its own, for as long as the tests of a class run; it listens on the loopback alone.</summary>
public sealed class PostgresServer : IDisposable
{
    private const string Binaries = "/usr/lib/postgresql/15/bin";
    private static readonly string[] Users = ["postgres", "nobody"];

    private readonly string _folder = Directory.CreateTempSubdirectory("onrecord-pg-").FullName;
    private int _databases;

    public PostgresServer()
    {
        if (Missing() is not null) return;
        // The server refuses to run as root.
        if (Environment.IsPrivilegedProcess) Run("chown", User, _folder);
        using (var free = new TcpListener(IPAddress.Loopback, 0))
        {
            free.Start();
            Port = ((IPEndPoint)free.LocalEndpoint).Port;
        }
        Postgres("initdb", "-D", Data, "-U", "onrecord", "-A", "trust", "-E", "UTF8", "--locale=C", "--no-sync");
        Postgres("pg_ctl", "-D", Data, "-w", "-t", "60", "-l", Path.Combine(_folder, "log"), "-o", $"-p {Port} -c listen_addresses=127.0.0.1 -c unix_socket_directories= -c fsync=off", "start");
    }

    public int Port { get; }

    private string Data => Path.Combine(_folder, "data");

    private static string User => Users.First(user => Try("id", "-u", user));

    /// <summary>Why there can be no server here, or null.</summary>
    public static string? Missing()
    {
        if (!File.Exists(Path.Combine(Binaries, "initdb"))) return $"needs PostgreSQL 15 (Debian's postgresql-15) in {Binaries}";
        return Environment.IsPrivilegedProcess && !Users.Any(user => Try("id", "-u", user)) ? "needs a user other than root to run PostgreSQL as" : null;
    }

    /// <summary>The address of a new, empty database.</summary>
    public string Database()
    {
        var name = $"record{Interlocked.Increment(ref _databases)}";
        Run(Path.Combine(Binaries, "createdb"), "-h", "127.0.0.1", "-p", $"{Port}", "-U", "onrecord", name);
        return $"postgresql://onrecord@127.0.0.1:{Port}/{name}";
    }

    public void Stop() => Postgres("pg_ctl", "-D", Data, "-m", "immediate", "-w", "stop");

    public void Dispose()
    {
        if (Port > 0 && File.Exists(Path.Combine(Data, "postmaster.pid"))) Stop();
        Directory.Delete(_folder, recursive: true);
    }

    private static void Postgres(string program, params string[] arguments)
    {
        var path = Path.Combine(Binaries, program);
        if (Environment.IsPrivilegedProcess) Run("runuser", ["-u", User, "--", path, .. arguments]);
        else Run(path, arguments);
    }

    private static bool Try(string program, params string[] arguments) => Start(program, arguments).Code == 0;

    private static void Run(string program, params string[] arguments)
    {
        var (code, said) = Start(program, arguments);
        if (code != 0) throw new InvalidOperationException($"{program}: {said}");
    }

    private static (int Code, string Said) Start(string program, string[] arguments)
    {
        // Output goes to a file: the server would hold a pipe open for as long as it runs.
        var said = Path.GetTempFileName();
        try
        {
            using var process = Process.Start(new ProcessStartInfo("sh", ["-c", "out=$1; shift; exec \"$@\" >\"$out\" 2>&1 </dev/null", "sh", said, program, .. arguments]) { WorkingDirectory = "/" })!;
            process.WaitForExit();
            return (process.ExitCode, File.ReadAllText(said));
        }
        finally
        {
            File.Delete(said);
        }
    }
}
