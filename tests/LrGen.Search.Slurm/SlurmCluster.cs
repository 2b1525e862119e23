using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;

namespace LrGen.SearchSlurm;

/// <summary>A Slurm of one node in a folder of its own, on loopback: munged, slurmctld and slurmd.</summary>
public sealed class SlurmCluster : IDisposable
{
    private static readonly string[] s_programs = ["munged", "slurmctld", "slurmd", "sbatch", "srun", "scancel", "squeue"];

    private readonly List<string> _pidFiles = [];

    /// <summary>Why there is none; null where there is.</summary>
    public static string? Missing { get; } =
        !OperatingSystem.IsLinux() ? "Slurm runs on Linux only."
        : s_programs.FirstOrDefault(p => Find(p) is null) is { } program ? $"{program} is not installed (packages slurm-wlm and munge)."
        : Environment.UserName != "root" ? "Slurm's daemons start the jobs of users, which root may do."
        : null;

    public SlurmCluster()
    {
        if (Missing is not null)
            return;
        foreach (string name in new[] { "munge", "spool", "state" })
            Directory.CreateDirectory(At(name), UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        Directory.CreateDirectory(At("jobs"));
        File.WriteAllBytes(At("munge/key"), RandomNumberGenerator.GetBytes(1024));
        File.SetUnixFileMode(At("munge/key"), UnixFileMode.UserRead);
        string host = Run("hostname", "-s").Output.Trim();
        File.WriteAllText(At("slurm.conf"), $"""
            ClusterName=lrgen
            SlurmctldHost={host}(127.0.0.1)
            SlurmctldPort={FreePort()}
            SlurmdPort={FreePort()}
            AuthType=auth/munge
            AuthInfo=socket={At("munge/socket")}
            CredType=cred/munge
            SlurmUser=root
            SlurmdUser=root
            StateSaveLocation={At("state")}
            SlurmdSpoolDir={At("spool")}
            SlurmctldPidFile={At("slurmctld.pid")}
            SlurmdPidFile={At("slurmd.pid")}
            SlurmctldLogFile={At("slurmctld.log")}
            SlurmdLogFile={At("slurmd.log")}
            ProctrackType=proctrack/linuxproc
            TaskPlugin=task/none
            JobAcctGatherType=jobacct_gather/none
            AccountingStorageType=accounting_storage/none
            SelectType=select/cons_tres
            SelectTypeParameters=CR_Core
            ReturnToService=2
            KillWait=20
            SchedulerParameters=sched_interval=1,bf_interval=1
            NodeName={host} NodeAddr=127.0.0.1 CPUs={Environment.ProcessorCount} State=UNKNOWN
            PartitionName=all Nodes={host} Default=YES MaxTime=INFINITE State=UP

            """);
        Start("munged", "munge/pid", "--force", $"--socket={At("munge/socket")}", $"--key-file={At("munge/key")}", $"--pid-file={At("munge/pid")}",
            $"--log-file={At("munge/log")}", $"--seed-file={At("munge/seed")}");
        Start("slurmctld", "slurmctld.pid", "-f", At("slurm.conf"));
        Start("slurmd", "slurmd.pid", "-f", At("slurm.conf"));
        WaitUntil(() => Run("sinfo", "-h", "-o", "%t").Output.Trim() == "idle", () => "no idle node: " + Logs());
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lrgen-slurm-").FullName;

    /// <summary>The folder that jobs are submitted from.</summary>
    public string Jobs => At("jobs");

    /// <summary>Runs a program of Slurm.</summary>
    public (int Code, string Output) Run(string program, params string[] arguments)
    {
        var start = new ProcessStartInfo(Find(program) ?? program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        start.Environment["SLURM_CONF"] = At("slurm.conf");
        if (Directory.Exists(At("jobs")))
            start.WorkingDirectory = At("jobs");
        // Where the tests are a job of Slurm themselves.
        foreach (string name in start.Environment.Keys.Where(k => k.StartsWith("SLURM_", StringComparison.Ordinal) && k != "SLURM_CONF").ToList())
            start.Environment.Remove(name);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output + error.Result);
    }

    /// <summary>Submits a job file.</summary>
    /// <returns>The id of the job.</returns>
    public string Submit(string file, IEnumerable<(string Name, string Value)> variables, params string[] options)
    {
        string export = "--export=ALL," + string.Join(',', variables.Select(v => v.Name + "=" + v.Value));
        var (code, output) = Run("sbatch", ["--parsable", export, .. options, file]);
        Assert.True(code == 0, output);
        return output.Trim();
    }

    /// <summary>Waits until no task of a job is left.</summary>
    public void WaitFor(string job) => WaitUntil(() => Run("squeue", "-h", "-j", job) is (_, var rows) && (rows.Trim().Length == 0 || rows.Contains("Invalid job id", StringComparison.Ordinal)), Logs);

    public void WaitUntil(Func<bool> isSo, Func<string> why)
    {
        var watch = Stopwatch.StartNew();
        while (!isSo())
        {
            Assert.True(watch.Elapsed < TimeSpan.FromMinutes(5), why());
            Thread.Sleep(50);
        }
    }

    public string Logs() => string.Join('\n', Directory.EnumerateFiles(Folder, "*.log", SearchOption.AllDirectories).Select(f => f + ":\n" + File.ReadAllText(f)));

    public void Dispose()
    {
        if (Missing is null)
            Run("scancel", "--user=root");
        // Those that this cluster started, the last one first.
        foreach (string file in _pidFiles.AsEnumerable().Reverse().Where(File.Exists))
        {
            int id = int.Parse(File.ReadAllText(file).Trim());
            Run("kill", id.ToString());
            for (int i = 0; i < 200 && Directory.Exists($"/proc/{id}"); i++)
                Thread.Sleep(50);
        }

        try
        {
            Directory.Delete(Folder, recursive: true);
        }
        catch (IOException)
        {
            // The daemons write their last line when they will.
        }
    }

    private string At(string name) => Path.Combine(Folder, name);

    private void Start(string program, string pidFile, params string[] arguments)
    {
        _pidFiles.Add(At(pidFile));
        // A daemon holds what it inherits open, and the output would never end.
        var start = new ProcessStartInfo("sh", ["-c", "exec \"$@\" >/dev/null 2>&1", "sh", Find(program)!, .. arguments]);
        start.Environment["SLURM_CONF"] = At("slurm.conf");
        using var process = Process.Start(start)!;
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"{program} does not start: {Logs()}");
    }

    private static string? Find(string program) => new[] { "/usr/bin", "/usr/sbin", "/usr/local/bin", "/usr/local/sbin" }
        .Concat((Environment.GetEnvironmentVariable("PATH") ?? string.Empty).Split(Path.PathSeparator))
        .Select(f => Path.Combine(f, program)).FirstOrDefault(File.Exists);

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
