using LrGen.Generator.Curves;

namespace LrGen.Generator.UpdateRules;

/// <summary>
/// An update as expressions. Those of <see cref="Prepare"/> and <see cref="Constants"/> are worked out once for each tensor, in double; those of
/// <see cref="Elements"/> for each parameter, printed once for vectors and once for numbers.
/// </summary>
internal sealed class UpdateProgram(string rule, HyperparameterReader hyperparameters)
{
    private readonly List<RuleState> _states = [];
    private readonly List<RuleConstant> _constants = [];
    private readonly List<Named> _scalars = [];

    /// <summary>The parameter that is updated.</summary>
    public static Named Parameter { get; } = new("p", IsInvariant: false);

    /// <summary>Its gradient, after scaling and clipping.</summary>
    public static Named Gradient { get; } = new("g", IsInvariant: false);

    /// <summary>The learning rate, with the scale of the group.</summary>
    public static Named Rate { get; } = new("rate", IsInvariant: true);

    /// <summary>The number of this update, from 1.</summary>
    public static Named Count { get; } = new("count", IsInvariant: true);

    /// <summary>The rule as saved states call it.</summary>
    public string Rule => rule;

    /// <summary>The hyperparameters, in the order in which the rule asked for them.</summary>
    public IReadOnlyList<Hyperparameter> Hyperparameters => hyperparameters.All;

    /// <summary>What happens to gradients before the rule sees them.</summary>
    public GradientHandling Gradients => hyperparameters.Gradients;

    /// <summary>The arrays of the state.</summary>
    public IReadOnlyList<RuleState> States => _states;

    /// <summary>The single numbers of the state, which <see cref="Prepare"/> may change; 0 at the start.</summary>
    public IReadOnlyList<Named> Scalars => _scalars;

    /// <summary>What is worked out before the constants. It knows the hyperparameters, <see cref="Rate"/>, <see cref="Count"/> and the scalars.</summary>
    public UpdateSteps Prepare { get; } = [];

    /// <summary>What holds for all parameters of a tensor.</summary>
    public IReadOnlyList<RuleConstant> Constants => _constants;

    /// <summary>The arrays that do not start at 0.</summary>
    public List<StateStart> Starts { get; } = [];

    /// <summary>The update of one parameter with its gradient and its state.</summary>
    public UpdateSteps Elements { get; } = [];

    /// <summary>The update of a whole tensor, for rules that look at all parameters at once; null for the others.</summary>
    public Action<TensorWriter>? Whole { get; set; }

    /// <summary>Whether only matrices can be updated.</summary>
    public bool NeedsMatrices { get; set; }

    /// <summary>Whether the update calls <c>TensorPrimitives</c>.</summary>
    public bool NeedsTensorPrimitives { get; set; }

    /// <summary>The update for the reader, in lines of plain text.</summary>
    public List<string> Formula { get; } = [];

    /// <summary>Adds an array with one number for each parameter.</summary>
    /// <param name="savedName">What saved states call it: never changed.</param>
    /// <param name="extent">How long it is.</param>
    /// <param name="local">The variable of the generated code, where it has another name.</param>
    public Named State(string savedName, StateExtent extent = StateExtent.Element, string? local = null)
    {
        var value = new Named(local ?? savedName, IsInvariant: false);
        _states.Add(new RuleState(savedName, value, extent));
        return value;
    }

    /// <summary>Adds a single number to the state.</summary>
    public Named Scalar(string savedName)
    {
        var value = new Named(savedName, IsInvariant: true);
        _scalars.Add(value);
        return value;
    }

    /// <summary>Adds a number that holds for all parameters of a tensor.</summary>
    public Named Constant(string name, Arithmetic value)
    {
        var local = new Named(name, IsInvariant: true);
        _constants.Add(new RuleConstant(local, value));
        return local;
    }

    /// <summary>Adds λ·p to the gradient, where there is a weight decay.</summary>
    public void AddDecayToGradient(Hyperparameter weightDecay)
    {
        if (weightDecay.IsZero)
            return;
        Elements.Add(Gradient, Constant("decay", weightDecay.Local) * Parameter);
        Formula.Add("g ← g + λ·p");
    }

    /// <summary>Adds λ·p to the gradient, or takes the share η·λ from the parameter itself.</summary>
    public void AddDecay(Hyperparameter weightDecay, bool isDecoupled)
    {
        if (isDecoupled)
            ShrinkParameter(weightDecay);
        else
            AddDecayToGradient(weightDecay);
    }

    /// <summary>Takes the share η·λ from the parameter itself, where there is a weight decay.</summary>
    public void ShrinkParameter(Hyperparameter weightDecay)
    {
        if (weightDecay.IsZero)
            return;
        Elements.Multiply(Parameter, Constant("kept", 1.0 - Rate * weightDecay.Local));
        Formula.Add("p ← (1 − η·λ)·p");
    }
}

/// <summary>One array of the state.</summary>
/// <param name="SavedName">What saved states call it.</param>
/// <param name="Local">Its number for one parameter, in the update.</param>
/// <param name="Extent">How long it is.</param>
internal sealed record RuleState(string SavedName, Named Local, StateExtent Extent);

/// <summary>A number that holds for all parameters of a tensor.</summary>
internal sealed record RuleConstant(Named Local, Arithmetic Value);

/// <summary>What an array holds before the first update of a tensor.</summary>
/// <param name="State">The array.</param>
/// <param name="Fill">The constant that fills it; null for a copy of the parameters.</param>
internal sealed record StateStart(Named State, Named? Fill);

/// <summary>The runtime's <c>StateExtent</c> by name.</summary>
internal enum StateExtent
{
    Element,
    Row,
    Column,
    VectorElement,
    Scratch,
    ScratchSquare,
}
