using System.Collections;
using System.Diagnostics;

namespace LrGen.LanguageServer.Tests;

/// <summary>Programs that run beside the tests.</summary>
internal static class Programs
{
    /// <summary>How to start a program: without what the run of these tests tells its own build, and in English.</summary>
    public static ProcessStartInfo Prepare(string program, string folder)
    {
        var start = new ProcessStartInfo(program) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (string name in Environment.GetEnvironmentVariables().Cast<DictionaryEntry>().Select(e => (string)e.Key))
        {
            if (name.StartsWith("MSBUILD", StringComparison.OrdinalIgnoreCase) || name.StartsWith("TESTINGPLATFORM", StringComparison.OrdinalIgnoreCase))
                start.Environment.Remove(name);
        }

        start.Environment["DOTNET_CLI_UI_LANGUAGE"] = "en";
        start.Environment["DOTNET_NOLOGO"] = "1";
        start.Environment["MSBUILDDISABLENODEREUSE"] = "1";
        return start;
    }

    /// <summary>Runs the .NET SDK; fails with its output where it does.</summary>
    public static async Task DotNetAsync(string folder, params string[] arguments)
    {
        var start = Prepare("dotnet", folder);
        foreach (string argument in arguments)
            start.ArgumentList.Add(argument);
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        string output = await process.StandardOutput.ReadToEndAsync();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, string.Join(" ", arguments) + "\n" + output + await error);
    }
}
