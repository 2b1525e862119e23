using LrGen.Analyzers.Rules;
using LrGen.Generator.Declarations;
using Microsoft.CodeAnalysis.Diagnostics;

namespace LrGen.Analyzers;

/// <summary>Actions whose failure is reported at the code that they look at: the analyzer goes on with all other code.</summary>
internal static class Contained
{
    public static Action<SyntaxNodeAnalysisContext> Node(Action<SyntaxNodeAnalysisContext> analyze) => c => InternalFailure.Contain(
        () => analyze(c), what => c.ReportDiagnostic(Descriptors.Failure(c.Node.GetLocation(), what)));

    public static Action<OperationAnalysisContext> Operation(Action<OperationAnalysisContext> analyze) => c => InternalFailure.Contain(
        () => analyze(c), what => c.ReportDiagnostic(Descriptors.Failure(c.Operation.Syntax.GetLocation(), what)));
}
