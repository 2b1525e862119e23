namespace LrGen.Reference.Optimizers;

/// <summary>An update rule as its definition writes it: one number after the other, slow and readable.</summary>
/// <remarks>
/// The rate comes from outside at each step, because a schedule decides it. So may every hyperparameter that has a setter: what it is at
/// a step holds for that step.
/// </remarks>
public abstract class ReferenceOptimizer
{
    private readonly int[][] _shapes;

    /// <summary>Takes the shapes of the tensors that all steps have.</summary>
    protected ReferenceOptimizer(int[][] shapes) => _shapes = shapes;

    /// <summary>Gets whether the gradient points to what is wanted, so that it is negated before everything else.</summary>
    public bool Maximize { get; init; }

    /// <summary>Gets t, the steps that have been taken; within a step, the number of that step, from 1 on.</summary>
    public int Taken { get; private set; }

    /// <summary>Gets how many tensors a step has.</summary>
    protected int Tensors => _shapes.Length;

    /// <summary>Takes one step: changes the parameters in place and leaves the gradients.</summary>
    /// <param name="parameters">p, row by row for each tensor.</param>
    /// <param name="gradients">g, likewise.</param>
    /// <param name="rate">η of this step.</param>
    public void Step(double[][] parameters, double[][] gradients, double rate)
    {
        if (parameters.Length != Tensors || gradients.Length != Tensors)
            throw new ArgumentException($"A step has {Tensors} tensors.");
        for (int tensor = 0; tensor < Tensors; tensor++)
        {
            if (parameters[tensor].Length != Length(tensor) || gradients[tensor].Length != Length(tensor))
                throw new ArgumentException($"Tensor {tensor} has {Length(tensor)} elements.");
        }

        Taken++;
        Update(parameters, gradients, rate);
    }

    /// <summary>Returns the same optimizer, before its first step, in single precision.</summary>
    public ReferenceOptimizer InSingle()
    {
        var type = GetType().GetGenericTypeDefinition().MakeGenericType(typeof(float));
        var single = (ReferenceOptimizer)Activator.CreateInstance(type, [_shapes])!;
        foreach (var property in type.GetProperties().Where(p => p.CanWrite && p.Name != nameof(Taken)))
            property.SetValue(single, GetType().GetProperty(property.Name)!.GetValue(this));
        return single;
    }

    /// <summary>Takes the step <see cref="Taken"/>.</summary>
    protected abstract void Update(double[][] parameters, double[][] gradients, double rate);

    /// <summary>Returns the shape of a tensor.</summary>
    protected int[] Shape(int tensor) => _shapes[tensor];

    /// <summary>Returns how many elements a tensor has.</summary>
    protected int Length(int tensor)
    {
        int length = 1;
        foreach (int dimension in _shapes[tensor])
            length *= dimension;
        return length;
    }
}
