using System.Diagnostics;
using LrGen.Generator;
using LrGen.Tool.Input;
using LrGen.Tool.Schedules;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace LrGen.Tool.Tests;

/// <summary>A project in a folder of its own, and the tool run on it.</summary>
public sealed class TestProject : IDisposable
{
    private const string ProjectText =
        """
        <Project Sdk="Microsoft.NET.Sdk">
          <PropertyGroup>
            <TargetFramework>net8.0</TargetFramework>
            <ImplicitUsings>enable</ImplicitUsings>
            <DefineConstants>$(DefineConstants);FAST</DefineConstants>
          </PropertyGroup>
          <ItemGroup>
            <Using Include="LrGen" />
            <Compile Remove="Ignored/**" />
          </ItemGroup>
        </Project>
        """;

    public TestProject(string source, string project = ProjectText)
    {
        Write("App.csproj", project);
        Write("Rates.cs", source);
    }

    public string Folder { get; } = Directory.CreateTempSubdirectory("lrgen-test-").FullName;

    public static (int Code, string Output, string Error) Run(params string[] arguments)
    {
        StringWriter output = new(), error = new();
        int code = Program.Run(arguments, output, error);
        return (code, output.ToString(), error.ToString());
    }

    /// <summary>The tool as a process, with its time.</summary>
    public (int Code, string Output, TimeSpan Time) Start(params string[] arguments)
    {
        var watch = Stopwatch.StartNew();
        using var process = Process.Start(new ProcessStartInfo("dotnet", [typeof(Program).Assembly.Location, .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        string text = process.StandardOutput.ReadToEnd() + process.StandardError.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, text, watch.Elapsed);
    }

    public string PathTo(string file) => Path.Combine(Folder, file);

    public void Write(string file, string text)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(PathTo(file))!);
        File.WriteAllText(PathTo(file), text);
    }

    /// <summary>The schedule of a name.</summary>
    internal Schedule Schedule(string name, params string[] values) =>
        Assert.Single(Selection.Choose(Selection.Read([Folder], new RuntimeValues(values)), [name]));

    /// <summary>The project built, with the generated parts, as a DLL elsewhere.</summary>
    public string Build()
    {
        var project = Assert.Single(InputLoader.Load(Folder));
        CSharpGeneratorDriver.Create([new ScheduleGenerator().AsSourceGenerator()], parseOptions: (CSharpParseOptions)project.Compilation.SyntaxTrees[0].Options)
            .RunGeneratorsAndUpdateCompilation(project.Compilation, out var completed, out _);
        string dll = PathTo("out/App.dll");
        Directory.CreateDirectory(PathTo("out"));
        var result = completed.Emit(dll);
        Assert.True(result.Success, string.Join("\n", result.Diagnostics.Where(d => d.Severity == DiagnosticSeverity.Error)));
        return dll;
    }

    public void Git(params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo("git", ["-c", "user.name=Test", "-c", "user.email=test@example.org", .. arguments])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
        })!;
        process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.Equal(0, process.ExitCode);
    }

    public void Dispose() => Directory.Delete(Folder, recursive: true);
}
