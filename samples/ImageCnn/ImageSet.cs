using System.Buffers.Binary;
using System.IO.Compression;
using Digits;
using TorchSharp;
using static TorchSharp.torch;

namespace ImageCnn;

/// <summary>Labelled grey images: pixels from 0 to 1, in the shape that convolutions take.</summary>
sealed class ImageSet
{
    public const int Classes = 10;

    private ImageSet(float[] pixels, long[] labels, int side)
    {
        Count = labels.Length;
        Side = side;
        Pixels = tensor(pixels).reshape(Count, 1, side, side).DetachFromDisposeScope();
        Labels = tensor(labels).DetachFromDisposeScope();
    }

    public int Count { get; }

    /// <summary>Gets the width and height of an image.</summary>
    public int Side { get; }

    public Tensor Pixels { get; }

    public Tensor Labels { get; }

    /// <summary>Reads Fashion-MNIST: 6,000 images to train on, 1,000 held out, which are the first of its own test set.</summary>
    public static (ImageSet Training, ImageSet HeldOut) Fashion(string folder) => (
        ReadIdx(Path.Combine(folder, "fashion-train-images-6000.idx3.gz"), Path.Combine(folder, "fashion-train-labels-6000.idx1.gz")),
        ReadIdx(Path.Combine(folder, "fashion-t10k-images-1000.idx3.gz"), Path.Combine(folder, "fashion-t10k-labels-1000.idx1.gz")));

    /// <summary>Reads the digits and holds out every fifth image of every digit, as samples/Digits does.</summary>
    public static (ImageSet Training, ImageSet HeldOut) Digits(string folder)
    {
        var (training, heldOut) = DigitSet.Load(Path.Combine(folder, "digits.csv.gz"));
        return (Of(training), Of(heldOut));

        static ImageSet Of(DigitSet set) => new(
            [.. Enumerable.Range(0, set.Count).SelectMany(image => set.Image(image).ToArray())],
            [.. Enumerable.Range(0, set.Count).Select(image => (long)set.Label(image))],
            side: 8);
    }

    private static ImageSet ReadIdx(string images, string labels)
    {
        var (pixels, dimensions) = ReadIdx(images);
        var (classes, _) = ReadIdx(labels);
        return new ImageSet(Array.ConvertAll(pixels, p => p / 255f), Array.ConvertAll(classes, c => (long)c), dimensions[1]);
    }

    /// <summary>Reads the IDX format: 0, 0, the type of the values (8: bytes), the number of dimensions, and each as a big-endian integer.</summary>
    private static (byte[] Values, int[] Dimensions) ReadIdx(string path)
    {
        using var unpacked = new MemoryStream();
        using (var file = new GZipStream(File.OpenRead(path), CompressionMode.Decompress))
            file.CopyTo(unpacked);
        var bytes = unpacked.ToArray();
        if (bytes.Length < 4 || bytes[0] != 0 || bytes[1] != 0 || bytes[2] != 8)
            throw new InvalidDataException($"{path} is no IDX file of bytes.");
        int[] dimensions = [.. Enumerable.Range(1, bytes[3]).Select(d => BinaryPrimitives.ReadInt32BigEndian(bytes.AsSpan(4 * d)))];
        var values = bytes[(4 + 4 * dimensions.Length)..];
        if (values.Length != dimensions.Aggregate(1, (product, d) => product * d))
            throw new InvalidDataException($"{path} has {values.Length} values; its dimensions are {string.Join(" × ", dimensions)}.");
        return (values, dimensions);
    }
}
