using LrGen.Generator.Curves;
using LrGen.Generator.Declarations;
using LrGen.Generator.Numerics;

namespace LrGen.Generator.Emission;

/// <summary>Writes arithmetic as C#, with the parentheses that keep the order of operations.</summary>
internal abstract class ArithmeticPrinter(TargetFramework framework)
{
    private const int Additive = 1;
    private const int Multiplicative = 2;
    private const int Primary = 3;

    /// <summary>What the code is for.</summary>
    public TargetFramework Framework => framework;

    public string Print(Arithmetic node) => Print(node, 0);

    protected abstract string Number(double value);

    protected abstract string Name(Named named);

    protected abstract string Function(MathFunction function, string arguments);

    /// <summary>One rounding instead of two.</summary>
    protected abstract string Fuse(string a, string b, string c);

    protected abstract string Choose(string left, string right, string then, string otherwise);

    protected abstract string Scale(string value, string rounded);

    /// <summary>Whether a product in a sum has parentheses of its own, for the reader.</summary>
    protected virtual bool ShowsPrecedence => false;

    /// <summary>A factor of a product, where a plain number may stand for a vector.</summary>
    protected virtual string Factor(double value) => Number(value);

    private string Print(Arithmetic node, int least)
    {
        switch (node)
        {
            case Number number:
                return Number(number.Value);
            case Named named:
                return Name(named);
            case Call { Second: null } call:
                return Function(call.Function, Print(call.First, 0));
            case Call call:
                return Function(call.Function, Print(call.First, 0) + ", " + Print(call.Second!, 0));
            case MethodCall { Cast.Length: 0 } call:
                return call.Method + "(" + Print(call.Argument, 0) + ")";
            case MethodCall call:
                return call.Method + "((" + call.Cast + ")" + Print(call.Argument, Primary) + ")";
            case MultiplyAdd fused when framework.HasFusedMultiplyAdd:
                return Fuse(Print(fused.A, 0), Print(fused.B, 0), Print(fused.C, 0));
            case MultiplyAdd separate:
                return Print(separate.A * separate.B + separate.C, least);
            case Choice choice:
                return Choose(Print(choice.Left, Additive), Print(choice.Right, Additive), Print(choice.Then, Additive), Print(choice.Otherwise, Additive));
            case Lookup lookup:
                return StaircaseText.LookUp(framework, lookup.Table, Print(lookup.Index, Primary));
            case ScaledByPowerOfTwo scaled:
                return Scale(Print(scaled.Value, 0), Print(scaled.Rounded, 0));
            case Operation { Operator: '+', Right: Number { Value: < 0 } negative } sum:
                return Print(new Operation('-', sum.Left, -negative.Value), least);
            case Operation operation:
                bool isProduct = operation.Operator is '*' or '/';
                int own = isProduct ? Multiplicative : Additive;
                // The right operand of equal rank keeps its parentheses: floating-point sums are not associative.
                string text = Operand(operation.Left, own, operation.Operator) + " " + operation.Operator + " " + Operand(operation.Right, own + 1, operation.Operator);
                return own < least ? "(" + text + ")" : text;
            default:
                throw new InvalidOperationException("Unknown arithmetic.");
        }
    }

    private string Operand(Arithmetic node, int least, char operation) =>
        node is Number number && operation == '*' ? Factor(number.Value)
        : Print(node, ShowsPrecedence && (operation is '+' or '-') && node is Operation { Operator: '*' or '/' } ? Primary : Math.Min(least, Primary));
}

/// <summary>Arithmetic over double.</summary>
internal class ScalarPrinter(TargetFramework framework) : ArithmeticPrinter(framework)
{
    protected override string Fuse(string a, string b, string c) => "global::System.Math.FusedMultiplyAdd(" + a + ", " + b + ", " + c + ")";

    protected override string Number(double value) => NumberText.Literal(value);

    protected override string Name(Named named) => named.Code;

    protected override string Function(MathFunction function, string arguments) => "global::System.Math." + function + "(" + arguments + ")";

    protected override string Choose(string left, string right, string then, string otherwise) =>
        "(" + left + " > " + right + " ? " + then + " : " + otherwise + ")";

    protected override string Scale(string value, string rounded) =>
        "global::System.BitConverter.Int64BitsToDouble(global::System.BitConverter.DoubleToInt64Bits(" + value
            + ") + (global::System.BitConverter.DoubleToInt64Bits(" + rounded + ") << 52))";
}

/// <summary>The same arithmetic over Vector&lt;double&gt;.</summary>
internal sealed class VectorPrinter(TargetFramework framework) : ArithmeticPrinter(framework)
{
    public const string Vector = "global::System.Numerics.Vector";

    /// <summary>Whether every operation has a vector form that gives the same bits.</summary>
    public static bool CanPrint(Arithmetic node) => node switch
    {
        Curves.Number or Named => true,
        Operation operation => CanPrint(operation.Left) && CanPrint(operation.Right),
        MultiplyAdd fused => CanPrint(fused.A) && CanPrint(fused.B) && CanPrint(fused.C),
        Call call => call.Function is MathFunction.Min or MathFunction.Max or MathFunction.Sqrt or MathFunction.Floor
            && CanPrint(call.First) && (call.Second is null || CanPrint(call.Second)),
        Choice choice => CanPrint(choice.Left) && CanPrint(choice.Right) && CanPrint(choice.Then) && CanPrint(choice.Otherwise),
        ScaledByPowerOfTwo scaled => CanPrint(scaled.Value) && CanPrint(scaled.Rounded),
        _ => false,
    };

    protected override string Fuse(string a, string b, string c) => Vector + ".FusedMultiplyAdd(" + a + ", " + b + ", " + c + ")";

    protected override string Number(double value) => "new " + Vector + "<double>(" + NumberText.Literal(value) + ")";

    protected override string Factor(double value) => NumberText.Literal(value);

    protected override string Name(Named named) => named.IsInvariant ? "new " + Vector + "<double>(" + named.Code + ")" : named.Code;

    protected override string Function(MathFunction function, string arguments) =>
        Vector + "." + (function == MathFunction.Sqrt ? "SquareRoot" : function.ToString()) + "(" + arguments + ")";

    protected override string Choose(string left, string right, string then, string otherwise) =>
        Vector + ".ConditionalSelect(" + Vector + ".GreaterThan(" + left + ", " + right + "), " + then + ", " + otherwise + ")";

    protected override string Scale(string value, string rounded) =>
        Vector + ".AsVectorDouble(" + Vector + ".AsVectorInt64(" + value + ") + " + Vector + ".ShiftLeft(" + Vector + ".AsVectorInt64(" + rounded + "), 52))";
}
