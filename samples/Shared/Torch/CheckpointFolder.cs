using System.Text;
using LrGen;

namespace Samples;

/// <summary>A folder with one file for each training: where it is, or how it ended.</summary>
/// <remarks>
/// A file is the identity of the training, whether it has ended, the outcome, the parameters, and the optimizer's state with its step.
/// </remarks>
sealed class CheckpointFolder
{
    private const string Magic = "LrGen sample checkpoint 1";

    private readonly string _path;

    /// <param name="path">The folder, which is created.</param>
    /// <param name="resume">Whether its files are to be used; otherwise those of earlier runs are deleted.</param>
    public CheckpointFolder(string path, bool resume)
    {
        _path = Directory.CreateDirectory(path).FullName;
        if (!resume)
        {
            foreach (string file in Directory.EnumerateFiles(_path, "*.checkpoint"))
                File.Delete(file);
        }
    }

    /// <summary>Brings a training to where its file says it was; without a file it stays at its start.</summary>
    /// <returns>The outcome of a training that has ended; null of another.</returns>
    /// <exception cref="InvalidDataException">The file is of another training, or damaged.</exception>
    public Outcome? Load(string name, string identity, Training training)
    {
        string file = FileOf(name);
        if (!File.Exists(file))
            return null;
        try
        {
            using var reader = new BinaryReader(File.OpenRead(file));
            if (reader.ReadString() != Magic)
                throw new InvalidDataException($"{file} is no checkpoint of this program.");
            if (reader.ReadString() is var saved && saved != identity)
            {
                throw new InvalidDataException(
                    $"{file} is of another training ({saved}; this one is {identity}): use the options of the run that is resumed.");
            }

            bool hasEnded = reader.ReadBoolean();
            var outcome = new Outcome(reader.ReadDouble(), reader.ReadDouble(), reader.ReadDouble());
            training.Load(reader);
            return hasEnded ? outcome : null;
        }
        catch (EndOfStreamException)
        {
            throw new InvalidDataException($"{file} ends too early: delete it, and this training begins again.");
        }
    }

    /// <summary>Writes a training to its file.</summary>
    /// <param name="outcome">How it ended; null where it has not.</param>
    public void Save(string name, string identity, Training training, Outcome? outcome)
    {
        // A crash while it is written leaves the file before it.
        CheckpointFile.Save(FileOf(name), stream =>
        {
            using var writer = new BinaryWriter(stream, Encoding.UTF8, leaveOpen: true);
            writer.Write(Magic);
            writer.Write(identity);
            writer.Write(outcome is not null);
            writer.Write(outcome?.Accuracy ?? 0);
            writer.Write(outcome?.Loss ?? 0);
            writer.Write(outcome?.UpdateMicroseconds ?? 0);
            training.Save(writer);
        });
    }

    private string FileOf(string name) => Path.Combine(_path, name + ".checkpoint");
}
