using LrGen;

namespace Words;

/// <summary>A bag of words: every word has a row of weights, one for each part of the novel, and those of a paragraph add up (softmax).</summary>
/// <remarks>
/// <para>
/// A gradient has the rows of the words in the batch and is 0 everywhere else: the weights of "the" move with every update, those of most
/// words with a few in a training. There are no biases, because all parts are equally long.
/// </para>
/// <para>
/// Every buffer is a field, so that nothing is allocated while it learns. Vectors run over the parts, so that no sum depends on how many
/// numbers the machine's vectors hold.
/// </para>
/// </remarks>
sealed class Model(int vocabulary)
{
    private readonly float[] _weights = new float[vocabulary * Novel.Parts];
    private readonly float[] _gradients = new float[vocabulary * Novel.Parts];
    private readonly float[] _probabilities = new float[Novel.Parts];

    /// <summary>Registers the memory of parameters and gradients with an optimizer.</summary>
    public void AddTo(ParameterSet set) => set.Add("weights", _weights, _gradients, group: null, vocabulary, Novel.Parts);

    /// <summary>Returns the probability of every part; valid until the next call.</summary>
    public ReadOnlySpan<float> Locate(Paragraph paragraph) => Locate(paragraph.Words, Share(paragraph));

    /// <summary>The same without the rare words of the paragraph; the others count what they count with them.</summary>
    public ReadOnlySpan<float> LocateByFrequentWords(Paragraph paragraph) => Locate(paragraph.FrequentWords, Share(paragraph));

    /// <summary>Adds the gradient of one paragraph's cross-entropy to the gradient of the batch.</summary>
    public void AddGradient(Paragraph paragraph)
    {
        Locate(paragraph);
        var error = _probabilities;
        error[paragraph.Part] -= 1;

        float share = Share(paragraph);
        foreach (int word in paragraph.Words)
            Vectors.AddScaled(Row(_gradients, word), share, error);
    }

    private ReadOnlySpan<float> Locate(int[] words, float share)
    {
        Array.Clear(_probabilities);
        foreach (int word in words)
            Vectors.AddScaled(_probabilities, share, Row(_weights, word));
        Vectors.Softmax(_probabilities);
        return _probabilities;
    }

    /// <summary>What the presence of a word counts: paragraphs have the same length as vectors, however many words they have.</summary>
    private static float Share(Paragraph paragraph) => 1 / MathF.Sqrt(Math.Max(1, paragraph.Words.Length));

    private static Span<float> Row(float[] all, int word) => all.AsSpan(word * Novel.Parts, Novel.Parts);
}
