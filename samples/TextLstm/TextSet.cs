using System.IO.Compression;
using TorchSharp;
using static TorchSharp.torch;

namespace TextLstm;

/// <summary>A text as numbers, one for each character, and the part of it that is held out.</summary>
sealed class TextSet
{
    /// <summary>One character of so many is held out: the last ones, so that no sentence is seen twice.</summary>
    private const int HeldOutShare = 10;

    private readonly Dictionary<char, long> _codes;

    private TextSet(string text)
    {
        Alphabet = string.Concat(text.Distinct().Order());
        _codes = Alphabet.Select((c, code) => (c, (long)code)).ToDictionary();
        var codes = Encode(text);
        int trained = codes.Length - codes.Length / HeldOutShare;
        TrainingLength = trained;
        Training = tensor(codes[..trained]).DetachFromDisposeScope();
        HeldOut = tensor(codes[trained..]).DetachFromDisposeScope();
    }

    /// <summary>Gets the characters that occur, each at its number.</summary>
    public string Alphabet { get; }

    public Tensor Training { get; }

    public int TrainingLength { get; }

    public Tensor HeldOut { get; }

    public static TextSet Load(string path)
    {
        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        return new TextSet(file.ReadToEnd());
    }

    public long[] Encode(string text) => [.. text.Select(c => _codes[c])];
}
