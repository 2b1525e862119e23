namespace LrGen.Logging.Tests;

/// <summary>A folder for the files of one test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("lrgen-").FullName;

    public string File(string name = "run.jsonl") => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
