using Samples;
using TorchSharp;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TextLstm;

/// <summary>Trains a network to say the next character, on places of the text drawn anew for each update.</summary>
sealed class LstmTraining(Network network, IUpdating updating, TextSet text, int seed) : Training(network, updating)
{
    private const int Lines = 32;
    private const int Length = 32;

    /// <summary>Writes text: each character is drawn from the probabilities that the network gives it.</summary>
    /// <param name="opening">What it goes on from.</param>
    /// <param name="length">How many characters are written.</param>
    /// <param name="temperature">Below 1: likely characters become likelier.</param>
    /// <param name="random">What draws them.</param>
    public string Write(string opening, int length, double temperature, Random random)
    {
        using var gradients = no_grad();
        using var scope = NewDisposeScope();
        var written = new System.Text.StringBuilder(opening);
        var (scores, memory) = network.Read(tensor(text.Encode(opening)).unsqueeze(0));
        for (int i = 0; i < length; i++)
        {
            using var one = NewDisposeScope();
            var probabilities = functional.softmax(scores[0, -1] / temperature, 0).data<float>().ToArray();
            int code = Draw(probabilities, random.NextDouble());
            written.Append(text.Alphabet[code]);
            (scores, memory) = network.Read(tensor(new long[] { code }).unsqueeze(0), memory);
            scores.MoveToOuterDisposeScope();
            memory.Item1.MoveToOuterDisposeScope();
            memory.Item2.MoveToOuterDisposeScope();
        }

        return written.ToString();
    }

    /// <summary>The places of an update follow from the seed and the step alone: a resumed training finds them again.</summary>
    protected override Tensor Loss(long step)
    {
        var random = new Random(unchecked(seed * 1_000_003 + (int)step));
        var places = new long[Lines * (Length + 1)];
        for (int line = 0; line < Lines; line++)
        {
            int first = random.Next(text.TrainingLength - Length);
            for (int i = 0; i <= Length; i++)
                places[line * (Length + 1) + i] = first + i;
        }

        return Loss(network.Read(Slice(0)).Scores, Slice(1));

        Tensor Slice(int from) => text.Training.index_select(0, tensor(places)).reshape(Lines, Length + 1).narrow(1, from, Length);
    }

    /// <summary>Reads the held-out text as so many long lines at once: only the first characters of each have nothing before them.</summary>
    protected override (double Accuracy, double Loss) HeldOut()
    {
        long length = (text.HeldOut.shape[0] - 1) / Lines;
        var read = text.HeldOut.narrow(0, 0, Lines * length).reshape(Lines, length);
        var next = text.HeldOut.narrow(0, 1, Lines * length).reshape(Lines, length);
        var scores = network.Read(read).Scores;
        return (scores.argmax(2).eq(next).to_type(ScalarType.Float64).mean().item<double>(), Loss(scores, next).item<float>());
    }

    private static Tensor Loss(Tensor scores, Tensor next) => functional.cross_entropy(scores.flatten(0, 1), next.flatten());

    private static int Draw(float[] probabilities, double point)
    {
        for (int code = 0; code < probabilities.Length; code++)
        {
            point -= probabilities[code];
            if (point < 0)
                return code;
        }

        // The probabilities add up to a little less than 1.
        return probabilities.Length - 1;
    }
}
