namespace LrGen;

/// <summary>What a learning rate moves. Parts of a network, and networks that are trained already, take other rates than a whole new one.</summary>
public enum Scope
{
    /// <summary>A whole network, from its first weights on.</summary>
    Network,

    /// <summary>The last layer or layers of a network.</summary>
    Head,

    /// <summary>Embeddings: each row gets few gradients, and Adam at 0.3 is published.</summary>
    Embedding,

    /// <summary>Biases, gains and other scalars.</summary>
    Scalar,

    /// <summary>A model of one linear layer.</summary>
    Linear,

    /// <summary>A linear layer on a network that is not trained with it: SGD at 30 is published.</summary>
    Probe,

    /// <summary>A network that was trained before.</summary>
    FineTune,

    /// <summary>An adapter, a projector or a prompt beside a network that is not trained with it.</summary>
    Adapter,
}
