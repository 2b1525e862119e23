using System.Globalization;
using System.IO.Compression;

namespace Digits;

/// <summary>Labelled 8×8 images of handwritten digits.</summary>
sealed class DigitSet
{
    public const int PixelsPerImage = 64;
    public const int Classes = 10;

    /// <summary>The number of images to train on; a constant, so that lengths in steps can be constants too.</summary>
    public const int TrainingImages = 1_442;

    private const int BrightestPixel = 16;

    private readonly float[] _pixels;
    private readonly int[] _labels;

    private DigitSet(List<float> pixels, List<int> labels)
    {
        _pixels = [.. pixels];
        _labels = [.. labels];
    }

    public int Count => _labels.Length;

    /// <summary>Gets the brightness of an image's pixels, from 0 to 1.</summary>
    public ReadOnlySpan<float> Image(int index) => _pixels.AsSpan(index * PixelsPerImage, PixelsPerImage);

    /// <summary>Gets the digit that an image shows.</summary>
    public int Label(int index) => _labels[index];

    /// <summary>Reads the data file and holds out every fifth image of every digit: the same division for every seed.</summary>
    public static (DigitSet Training, DigitSet HeldOut) Load(string path)
    {
        var (trainingPixels, trainingLabels) = (new List<float>(), new List<int>());
        var (heldOutPixels, heldOutLabels) = (new List<float>(), new List<int>());
        var seenOfDigit = new int[Classes];

        using var file = new StreamReader(new GZipStream(File.OpenRead(path), CompressionMode.Decompress));
        file.ReadLine(); // the column names
        while (file.ReadLine() is { } line)
        {
            int[] values = Array.ConvertAll(line.Split(','), value => int.Parse(value, CultureInfo.InvariantCulture));
            int label = values[0];
            var pixels = values.Skip(1).Select(value => (float)value / BrightestPixel);

            // The file runs through the digits in tens, so every fifth line would hold out only zeros and fives.
            bool isHeldOut = ++seenOfDigit[label] % 5 == 0;
            (isHeldOut ? heldOutLabels : trainingLabels).Add(label);
            (isHeldOut ? heldOutPixels : trainingPixels).AddRange(pixels);
        }

        if (trainingLabels.Count != TrainingImages)
            throw new InvalidDataException($"{path} has {trainingLabels.Count} training images; {TrainingImages} are expected.");
        return (new DigitSet(trainingPixels, trainingLabels), new DigitSet(heldOutPixels, heldOutLabels));
    }
}
