using System.Diagnostics;

namespace LrGen;

/// <summary>Programs that lie beside the tests.</summary>
internal static class Programs
{
    /// <summary>Starts a program; its output is redirected.</summary>
    /// <param name="assembly">The file of the program.</param>
    /// <param name="environment">Variables to set; null removes one.</param>
    /// <param name="arguments">Its arguments.</param>
    public static Process Start(string assembly, IEnumerable<(string Name, string? Value)> environment, params string[] arguments)
    {
        var start = new ProcessStartInfo(Environment.ProcessPath is { } path && Path.GetFileNameWithoutExtension(path) == "dotnet" ? path : "dotnet")
        {
            RedirectStandardOutput = true,
        };
        start.ArgumentList.Add(Path.Combine(AppContext.BaseDirectory, assembly));
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        foreach (var (name, value) in environment)
        {
            if (value is null)
                start.Environment.Remove(name);
            else
                start.Environment[name] = value;
        }

        return Process.Start(start)!;
    }
}
