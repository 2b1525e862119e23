using LrGen;

namespace Digits;

/// <summary>A network of 64 pixels, 64 hidden units (ReLU) and 10 digits (softmax, cross-entropy).</summary>
/// <remarks>
/// Every buffer is a field, so that nothing is allocated while it learns. Weights are stored by input, not by output: vector
/// operations then run over the outputs, and no sum depends on how many numbers the machine's vectors hold.
/// </remarks>
sealed class Network
{
    public const int Parameters = (Inputs + 1) * Hidden + (Hidden + 1) * Outputs;

    private const int Inputs = DigitSet.PixelsPerImage;
    private const int Hidden = 64;
    private const int Outputs = DigitSet.Classes;

    private readonly float[] _parameters = new float[Parameters];
    private readonly float[] _gradient = new float[Parameters];
    private readonly float[] _hidden = new float[Hidden];
    private readonly float[] _hiddenError = new float[Hidden];
    private readonly float[] _probabilities = new float[Outputs];

    /// <summary>Gets the sum of the cross-entropies of the batch so far.</summary>
    public double BatchLoss { get; private set; }

    /// <summary>Draws the initial weights as He et al. (2015) do, uniformly; biases are 0.</summary>
    public Network(Random random)
    {
        DrawUniform(HiddenWeights(_parameters), MathF.Sqrt(6f / Inputs), random);
        DrawUniform(OutputWeights(_parameters), MathF.Sqrt(6f / Hidden), random);
    }

    /// <summary>Returns the probability of every digit; valid until the next call.</summary>
    public ReadOnlySpan<float> Classify(ReadOnlySpan<float> image)
    {
        HiddenBiases(_parameters).CopyTo(_hidden);
        for (int i = 0; i < Inputs; i++)
            Vectors.AddScaled(_hidden, image[i], HiddenWeights(_parameters).Slice(i * Hidden, Hidden));
        for (int h = 0; h < Hidden; h++)
            _hidden[h] = MathF.Max(_hidden[h], 0);

        OutputBiases(_parameters).CopyTo(_probabilities);
        for (int h = 0; h < Hidden; h++)
            Vectors.AddScaled(_probabilities, _hidden[h], OutputWeights(_parameters).Slice(h * Outputs, Outputs));
        Vectors.Softmax(_probabilities);
        return _probabilities;
    }

    /// <summary>Adds the gradient of one image's cross-entropy to the gradient of the batch.</summary>
    public void AddGradient(ReadOnlySpan<float> image, int label)
    {
        Classify(image);
        BatchLoss -= Math.Log(_probabilities[label]);
        var outputError = _probabilities;
        outputError[label] -= 1;

        Vectors.AddScaled(OutputBiases(_gradient), 1, outputError);
        for (int h = 0; h < Hidden; h++)
        {
            Vectors.AddScaled(OutputWeights(_gradient).Slice(h * Outputs, Outputs), _hidden[h], outputError);
            _hiddenError[h] = _hidden[h] > 0 ? Dot(OutputWeights(_parameters).Slice(h * Outputs, Outputs), outputError) : 0;
        }

        Vectors.AddScaled(HiddenBiases(_gradient), 1, _hiddenError);
        for (int i = 0; i < Inputs; i++)
            Vectors.AddScaled(HiddenWeights(_gradient).Slice(i * Hidden, Hidden), image[i], _hiddenError);
    }

    /// <summary>Returns the mean cross-entropy of images.</summary>
    public double Loss(DigitSet set)
    {
        double sum = 0;
        for (int image = 0; image < set.Count; image++)
            sum -= Math.Log(Classify(set.Image(image))[set.Label(image)]);
        return sum / set.Count;
    }

    /// <summary>Copies all parameters, to put them back later.</summary>
    public float[] Save() => [.. _parameters];

    /// <summary>Puts parameters back, and forgets the gradient.</summary>
    public void Restore(float[] parameters)
    {
        parameters.CopyTo(_parameters, 0);
        Array.Clear(_gradient);
    }

    /// <summary>Updates the parameters with the gradient of the batch, which is then cleared.</summary>
    public void Update(IOptimizer optimizer)
    {
        optimizer.Update(_parameters, _gradient);
        Array.Clear(_gradient);
        BatchLoss = 0;
    }

    // Parameters and gradients have the same layout: hidden weights, hidden biases, output weights, output biases.
    private static Span<float> HiddenWeights(float[] all) => all.AsSpan(0, Inputs * Hidden);
    private static Span<float> HiddenBiases(float[] all) => all.AsSpan(Inputs * Hidden, Hidden);
    private static Span<float> OutputWeights(float[] all) => all.AsSpan((Inputs + 1) * Hidden, Hidden * Outputs);
    private static Span<float> OutputBiases(float[] all) => all.AsSpan((Inputs + 1) * Hidden + Hidden * Outputs, Outputs);

    private static void DrawUniform(Span<float> weights, float limit, Random random)
    {
        foreach (ref float weight in weights)
            weight = limit * (2 * random.NextSingle() - 1);
    }

    private static float Dot(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        float sum = 0;
        for (int i = 0; i < left.Length; i++)
            sum += left[i] * right[i];
        return sum;
    }
}
