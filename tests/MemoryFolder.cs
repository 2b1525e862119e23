namespace LrGen;

/// <summary>A folder for tests that write thousands of files or wait for the disk: in memory where there is such a place.</summary>
internal sealed class MemoryFolder : IDisposable
{
    private const string Memory = "/dev/shm";

    public string Path { get; } = Directory.Exists(Memory)
        ? Directory.CreateDirectory(System.IO.Path.Combine(Memory, "lrgen-" + System.IO.Path.GetRandomFileName())).FullName
        : Directory.CreateTempSubdirectory("lrgen-").FullName;

    public string File(string name) => System.IO.Path.Combine(Path, name);

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
