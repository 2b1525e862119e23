namespace LrGen.Generator.UpdateRules;

/// <summary>
/// An update as lines of C#. Those of <see cref="Prepare"/> run once for each tensor, in double; those of <see cref="Elements"/> for each
/// parameter, once written for vectors and once for numbers: operators and the functions of <see cref="Lane"/> mean the same for both.
/// </summary>
internal sealed class UpdateProgram(string rule, HyperparameterReader hyperparameters)
{
    /// <summary>The rule as saved states call it.</summary>
    public string Rule => rule;

    /// <summary>The hyperparameters, in the order in which the rule asked for them.</summary>
    public IReadOnlyList<Hyperparameter> Hyperparameters => hyperparameters.All;

    /// <summary>What happens to gradients before the rule sees them.</summary>
    public GradientRules Gradients => hyperparameters.Gradients;

    /// <summary>The arrays of the state.</summary>
    public List<StateArray> States { get; } = [];

    /// <summary>The names of the single numbers of the state; in <see cref="Prepare"/> each is a <c>ref double</c>.</summary>
    public List<string> Scalars { get; } = [];

    /// <summary>
    /// Statements before the constants. They know the hyperparameters, <c>rate</c> with the scale of the group, and <c>count</c>, the number of
    /// this update from 1, as a double.
    /// </summary>
    public List<string> Prepare { get; } = [];

    /// <summary>What holds for all parameters of a tensor: a name and an expression.</summary>
    public List<(string Name, string Code)> Constants { get; } = [];

    /// <summary>Statements at the first update of a tensor: where state does not start at 0.</summary>
    public List<string> Start { get; } = [];

    /// <summary>The update of one parameter <c>p</c> with its gradient <c>g</c> and its state, under the names of the arrays.</summary>
    public List<string> Elements { get; } = [];

    /// <summary>The update of a whole tensor, for rules that look at all parameters at once; null for the others.</summary>
    public Action<TensorWriter>? Whole { get; set; }

    /// <summary>Whether only matrices can be updated.</summary>
    public bool NeedsMatrices { get; set; }

    /// <summary>The update for the reader, in lines of plain text.</summary>
    public List<string> Formula { get; } = [];

    /// <summary>Adds an array with one number for each parameter.</summary>
    public string State(string name, StateExtent extent = StateExtent.Element)
    {
        States.Add(new StateArray(name, extent));
        return name;
    }

    /// <summary>Adds a number that holds for all parameters of a tensor.</summary>
    public string Constant(string name, string code)
    {
        Constants.Add((name, code));
        return name;
    }

    /// <summary>Adds λ·p to the gradient, where there is a weight decay.</summary>
    public void AddDecayToGradient(Hyperparameter weightDecay)
    {
        if (weightDecay.IsZero)
            return;
        Elements.Add("g += " + Constant("decay", weightDecay.Name) + " * p;");
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
        Elements.Add("p *= " + Constant("kept", "1.0 - (rate * " + weightDecay.Name + ")") + ";");
        Formula.Add("p ← (1 − η·λ)·p");
    }
}

/// <summary>One array of the state.</summary>
/// <param name="Name">What saved states and the lines of the update call it.</param>
/// <param name="Extent">How long it is.</param>
internal sealed record StateArray(string Name, StateExtent Extent);

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

/// <summary>Functions that numbers and vectors of them have alike.</summary>
internal static class Lane
{
    private const string Library = "global::LrGen.CompilerServices.Lanes.";

    public static string Sqrt(string x) => Library + "Sqrt(" + x + ")";

    public static string Abs(string x) => Library + "Abs(" + x + ")";

    public static string Sign(string x) => Library + "Sign(" + x + ")";

    public static string Max(string x, string y) => Library + "Max(" + x + ", " + y + ")";

    public static string Clip(string x, string limit) => Library + "Clip(" + x + ", " + limit + ")";
}
