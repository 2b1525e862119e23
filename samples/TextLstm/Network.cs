using TorchSharp;
using TorchSharp.Modules;
using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TextLstm;

/// <summary>Characters to vectors, one layer of LSTM, and a score for each next character.</summary>
sealed class Network : Module
{
    private const int Embedded = 16;
    private const int Hidden = 64;

    private readonly Embedding _embedding;
    private readonly LSTM _memory;
    private readonly Linear _output;

    public Network(int characters)
        : base(nameof(Network))
    {
        _embedding = Embedding(characters, Embedded);
        _memory = LSTM(Embedded, Hidden, batchFirst: true);
        _output = Linear(Hidden, characters);
        RegisterComponents();
    }

    /// <summary>Returns the scores of the character after each one, and the memory after the last.</summary>
    /// <param name="characters">Lines of characters: line by position.</param>
    /// <param name="memory">The memory before the first; null for an empty one.</param>
    public (Tensor Scores, (Tensor, Tensor) Memory) Read(Tensor characters, (Tensor, Tensor)? memory = null)
    {
        var (features, hidden, cell) = _memory.call(_embedding.call(characters), memory);
        return (_output.call(features), (hidden, cell));
    }
}
