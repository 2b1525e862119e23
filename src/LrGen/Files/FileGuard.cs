using System;
using System.IO;

namespace LrGen;

/// <summary>Keeps a second writer from a file, by a lock on one beside it.</summary>
/// <remarks>
/// Not on the file itself: where that is kept from writers, .NET keeps it from readers, too, but for Windows. The system lets go of the lock when
/// the process ends, however it does; the file then stays, and means nothing.
/// </remarks>
internal sealed class FileGuard : IDisposable
{
    private readonly FileStream _lock;

    private FileGuard(FileStream @lock) => _lock = @lock;

    /// <summary>Takes the lock; null where another writer has it.</summary>
    /// <exception cref="IOException">The lock cannot be made.</exception>
    public static FileGuard? TryTake(string path)
    {
        string name = RealPath.Of(path) + ".lock";
        try
        {
            return new FileGuard(new FileStream(
                name, FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None, bufferSize: 1, FileOptions.DeleteOnClose));
        }
        catch (IOException e) when (e is not (DirectoryNotFoundException or PathTooLongException) && File.Exists(name))
        {
            return null;
        }
    }

    public void Dispose() => _lock.Dispose();
}
