using System.Globalization;
using System.Reflection;

namespace LrGen.LanguageServer.Tests;

/// <summary>A project that uses the packed package, outside the repository, and two servers on it: one with analyzers, one without.</summary>
public sealed class Consumer : IAsyncLifetime
{
    public const string Rates = """
        using LrGen;

        namespace App;

        public static partial class Rates
        {
            /// <summary>Halves every ten epochs.</summary>
            [StepDecay(0.01, every: 10, factor: 0.5, Steps = 40)]
            public static partial double Cnn(int epoch);
        }

        [Warmup(500), CosineDecay(1e-3, steps: 10_000)]
        public readonly partial struct Cosine;

        """;

    public const string Program = """
        using App;

        System.Console.WriteLine(Rates.Cnn(25));
        System.Console.WriteLine(default(Cosine).At(25));

        """;

    private const string Reason = "csharp-ls is not installed: dotnet tool install --global csharp-ls --version 0.28.0";

    private readonly string _folder = Directory.CreateTempSubdirectory("lrgen-").FullName;
    private LanguageServer? _server;
    private LanguageServer? _withoutAnalyzers;

    /// <summary>The declarations of <see cref="Many"/>.</summary>
    public static int Declarations => 500;

    /// <summary>A file of many declarations; one has another rate than the others.</summary>
    public static string Many(string rate) => "using LrGen;\n\nnamespace App;\n\npublic static partial class Many\n{\n" + string.Concat(
        Enumerable.Range(0, Declarations).Select(i => string.Create(CultureInfo.InvariantCulture,
            $"    [Warmup(500), CosineDecay({(i == Declarations / 2 ? rate : "0.001")}, {10_000 + i})]\n    public static partial double Rate{i}(long step);\n"))) + "}\n";

    public async ValueTask InitializeAsync()
    {
        if (LanguageServer.Path is null)
            return;
        string version = "0.0." + DateTimeOffset.UtcNow.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        string feed = Path.Combine(_folder, "feed"), project = Directory.CreateDirectory(Path.Combine(_folder, "App")).FullName;
        await Programs.DotNetAsync(Metadata("Library"), "pack", "-c", Metadata("Configuration"), "-o", feed, "-p:PackageVersion=" + version);
        await File.WriteAllTextAsync(Path.Combine(project, "App.csproj"), $"""
            <Project Sdk="Microsoft.NET.Sdk">
              <PropertyGroup>
                <OutputType>Exe</OutputType>
                <TargetFramework>net10.0</TargetFramework>
                <Nullable>enable</Nullable>
                <RestoreAdditionalProjectSources>{feed}</RestoreAdditionalProjectSources>
                <RestorePackagesPath>{Path.Combine(_folder, "packages")}</RestorePackagesPath>
              </PropertyGroup>
              <ItemGroup>
                <PackageReference Include="LrGen" Version="{version}" />
              </ItemGroup>
            </Project>
            """);
        foreach (var (name, text) in new[] { ("Rates.cs", Rates), ("Program.cs", Program), ("Many.cs", Many("0.001")) })
            await File.WriteAllTextAsync(Path.Combine(project, name), text);
        await Programs.DotNetAsync(project, "restore");
        _server = await LanguageServer.StartAsync(project, analyzes: true);
        _withoutAnalyzers = await LanguageServer.StartAsync(project, analyzes: false);
        foreach (var server in new[] { _server, _withoutAnalyzers })
        {
            foreach (string file in new[] { "Rates.cs", "Program.cs", "Many.cs" })
                server.Open(file);
        }
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in new[] { _server, _withoutAnalyzers })
        {
            if (server is not null)
                await server.DisposeAsync();
        }

        Directory.Delete(_folder, recursive: true);
    }

    /// <summary>The server with analyzers. Where there is none the test is skipped, but in CI, where it fails.</summary>
    internal LanguageServer Server() => _server ?? throw Missing();

    internal LanguageServer ServerWithoutAnalyzers() => _withoutAnalyzers ?? throw Missing();

    private static InvalidOperationException Missing()
    {
        Assert.SkipUnless(Environment.GetEnvironmentVariable("CI") == "true", Reason);
        return new InvalidOperationException(Reason);
    }

    private static string Metadata(string key) =>
        typeof(Consumer).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(a => a.Key == key).Value!;
}
